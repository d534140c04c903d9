import { classText } from '../rules/classText.ts';
import { joinedText } from '../syntax/text.ts';
import { type Indicator, meaningOf } from '../table/row.ts';

/**
 * A class as it is written. What is left out is filled in where it is known: the code or the name, or a class that
 * follows from the other level or from the heading above.
 */
export function classOf(indicator: Indicator, level: 1 | 2, text: string): string {
  const written = level === 1 ? indicator.class1 : indicator.class2;
  const counts = level === 1 ? indicator.level1 : indicator.level2;
  if (!written) return counts ? classText(counts) : '';
  if (written.code !== '' && written.name !== '') return classText(written);
  const meant = meaningOf<{ readonly code: string; readonly name: string }>(written);
  return meant ? classText(meant) : joinedText(text, written.node, indicator.node.inserts);
}

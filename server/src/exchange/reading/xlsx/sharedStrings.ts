import { Budget } from '../budget.ts';
import { cellText } from '../cellText.ts';
import { readXmlPart } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { RichText } from './richText.ts';

/** The texts of a workbook, which its cells refer to by number. */
export function readSharedStrings(zip: Zip, part: string): readonly string[] {
  const strings: string[] = [];
  const budget = new Budget();
  const rich = new RichText();
  readXmlPart(zip, part, {
    open(name) {
      if (name === 'si') rich.clear();
      rich.open(name);
    },
    text: (text) => rich.add(text),
    close(name) {
      rich.close(name);
      if (name !== 'si') return;
      const text = cellText(rich.text);
      budget.cell();
      budget.text(text);
      strings.push(text);
    },
  });
  return strings;
}

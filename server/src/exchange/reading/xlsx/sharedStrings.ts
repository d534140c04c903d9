import type { Budget } from '../budget.ts';
import { cellText } from '../cellText.ts';
import { readXmlPart } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { RichText } from './richText.ts';

/** The texts of a workbook, which its cells refer to by number. */
export function readSharedStrings(zip: Zip, part: string, budget: Budget): readonly string[] {
  const strings: string[] = [];
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
      budget.cell();
      strings.push(cellText(rich.text));
    },
  });
  return strings;
}

import { eastAsianWidth } from 'get-east-asian-width';

/** How many lines a text takes in a column so many characters of half width wide, broken as spreadsheets do. */
export function lineCount(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split(/\r\n|\r|\n/)) lines += linesOf(line, Math.max(2, width));
  return lines;
}

function linesOf(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  /** Of the run of narrow characters that is being read: it goes to the next line as a whole where it fits there. */
  let word = 0;
  for (const character of line) {
    const size = eastAsianWidth(character.codePointAt(0) as number, { ambiguousAsWide: true });
    word = size === 1 && character !== ' ' ? word + 1 : 0;
    if (used + size <= width) used += size;
    else {
      lines++;
      used = word > 0 && word <= width ? word : size;
    }
  }
  return lines;
}

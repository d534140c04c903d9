import { asMatrix, type Matrix, times } from './matrix.ts';

/** A piece of text on a page, in points from the top left; `y` is the line it stands on. */
export interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** The texts of a page that a person reads upright. */
export function textsOf(items: readonly unknown[], page: Matrix): Text[] {
  return items.flatMap((item) => {
    const { str = '', transform, width = 0 } = item as { str?: string; transform?: unknown[]; width?: number };
    if (str.trim() === '' || !Array.isArray(transform)) return [];
    const [, , c, d, x, y] = times(page, asMatrix(transform));
    const size = Math.hypot(c, d);
    if (![x, y, width, size].every(Number.isFinite) || size <= 0) return [];
    return [{ text: str, x, y, width, size }];
  });
}

/** Cuts a text at a place between its letters, as far as their widths can be told. */
export function cutText(text: Text, at: number): Text[] {
  const letters = [...text.text];
  const widths = letters.map(widthOf);
  const unit = text.width / widths.reduce((sum, width) => sum + width, 0);
  let x = text.x;
  let i = 0;
  while (i < letters.length && x + ((widths[i] as number) * unit) / 2 < at) x += (widths[i++] as number) * unit;
  const parts = [
    { ...text, text: letters.slice(0, i).join('').trimEnd(), width: x - text.x },
    { ...text, text: letters.slice(i).join('').trimStart(), x, width: text.x + text.width - x },
  ];
  return parts.filter((part) => part.text !== '');
}

/** Of a letter in halves of a Han character. */
function widthOf(letter: string): number {
  return letter > '\u2e7f' ? 2 : 1;
}

/** Texts that stand on one line, from left to right. */
export interface Line {
  readonly texts: readonly Text[];
  readonly y: number;
  readonly size: number;
}

/** Puts texts into lines from the top down. */
export function linesOf(texts: readonly Text[]): Line[] {
  const lines: { texts: Text[]; y: number; size: number }[] = [];
  for (const text of [...texts].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1);
    if (last && text.y - last.y < Math.max(last.size, text.size) / 2) {
      last.texts.push(text);
      last.size = Math.max(last.size, text.size);
    } else lines.push({ texts: [text], y: text.y, size: text.size });
  }
  for (const line of lines) line.texts.sort((a, b) => a.x - b.x);
  return lines;
}

/** What a line says: a space stands where there is one. */
export function lineText({ texts }: Line): string {
  let line = '';
  let end = Number.POSITIVE_INFINITY;
  for (const { text, x, width, size } of texts) {
    if (x - end > size / 4 && !line.endsWith(' ')) line += ' ';
    line += text;
    end = x + width;
  }
  return line.trim();
}

/** A character that markup has been taken from, or marks of emphasis: what a person writes has none that is not escaped. */
const MARKS = /\\(.)|\*+/g;
const DELIMITERS = /^\|[ :|-]+\|$/;
const CELL_END = /(?<!\\)\|/;

/** The Markdown that hovers are made of, for clients that show it as it stands: without marks, cells apart by spaces. */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !DELIMITERS.test(line))
    .map((line) => (line.startsWith('|') ? cellsOf(line).join('  ') : line).replace(MARKS, '$1'))
    .join('\n');
}

function cellsOf(line: string): string[] {
  return line
    .split(CELL_END)
    .slice(1, -1)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

import type { Position } from 'vscode-languageserver-protocol';
import type { Project, Table } from './table.ts';

/** A table written in one language, and the places in its middle where the bench does the same in each. */
export interface Content {
  readonly languageId: string;
  /** How the names of its files end. */
  readonly ending: string;
  readonly text: string;
  readonly places: Places;
  /** More places for a digit, spread over the table. */
  readonly digits: readonly Position[];
  /** A project with a mistake, to be put in where `places.project` is. */
  readonly project: string;
}

export interface Places {
  /** In an amount, where a digit more is a mistake. */
  readonly digit: Position;
  /** Where a project begins. */
  readonly project: Position;
  /** On something that a server knows something about. */
  readonly hover: Position;
  /** Where a few words fit. */
  readonly short: Position;
  /** Where many do. */
  readonly long: Position;
}

/** The digit that is typed. */
export const DIGIT = '1';

/** What writers put into a text where a place is: characters that no text has. */
const MARKS: Readonly<Record<keyof Places, string>> = {
  digit: '\uE001',
  project: '\uE002',
  hover: '\uE003',
  short: '\uE004',
  long: '\uE005',
};

/** How a project is to be written. */
export interface Style {
  /** The mark of a place, in the one project that has them; else nothing. */
  mark(place: keyof Places): string;
  /** What is put where that digit may be typed: nothing, or a digit too many. */
  readonly surplus: string;
}

/** The mark of one of the other places for a digit. */
const SPREAD = '\uE006';
/** How many of these there are at most. */
const SPREAD_COUNT = 50;

const PLAIN: Style = { mark: () => '', surplus: '' };
const SPREADING: Style = { mark: (place) => (place === 'digit' ? SPREAD : ''), surplus: '' };
const MARKED: Style = { mark: (place) => MARKS[place], surplus: '' };
const WRONG: Style = { mark: () => '', surplus: DIGIT };

/** How a language writes a table. */
export interface Writer {
  readonly languageId: string;
  readonly ending: string;
  /** @param styleOf how each project is to be written */
  table(table: Table, styleOf: (project: Project) => Style): string;
  /** One project of the table's unit of this index, as it may be put in before another. */
  project(project: Project, style: Style, unit: number): string;
}

export function write(table: Table, writer: Writer): Content {
  const [middle, unit] = middleOf(table);
  const step = Math.ceil(table.units.reduce((count, { projects }) => count + projects.length, 0) / SPREAD_COUNT);
  let written = 0;
  const marked = writer.table(table, (project) => {
    const isSpread = written++ % step === 0;
    return project === middle ? MARKED : isSpread ? SPREADING : PLAIN;
  });
  const added: Project = { ...middle, name: '新增项目' };
  return {
    languageId: writer.languageId,
    ending: writer.ending,
    ...takeMarks(marked),
    project: writer.project(added, WRONG, unit),
  };
}

/** The text with the digit in it. */
export function withDigit({ text, places: { digit } }: Content): string {
  const at = offsetOf(text, digit);
  return Buffer.from(text.slice(0, at) + DIGIT + text.slice(at)).toString();
}

export function offsetOf(text: string, { line, character }: Position): number {
  let start = 0;
  for (let i = 0; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + character;
}

/** The project in the middle that is not the last of its unit, and the index of that unit. */
function middleOf({ units }: Table): [Project, number] {
  const unit = units.length >> 1;
  const projects = units[unit]?.projects ?? [];
  return [projects[Math.max(0, (projects.length >> 1) - 1)] as Project, unit];
}

function takeMarks(marked: string): Pick<Content, 'text' | 'places' | 'digits'> {
  const names = new Map(Object.entries(MARKS).map(([place, mark]) => [mark, place]));
  const places: Record<string, Position> = {};
  const digits: Position[] = [];
  const [first = '', ...others] = marked.split(/([\uE001-\uE006])/);
  const pieces = [first];
  const end = { line: 0, character: 0 };
  goOver(first, end);
  for (let i = 0; i < others.length; i += 2) {
    const mark = others[i] as string;
    if (mark === SPREAD) digits.push({ ...end });
    else places[names.get(mark) as string] = { ...end };
    pieces.push(others[i + 1] as string);
    goOver(others[i + 1] as string, end);
  }
  for (const place of Object.keys(MARKS)) if (!places[place]) throw new Error(`the text has no place for ${place}`);
  // One flat string, as one that was read from a file.
  return { text: Buffer.from(pieces.join('')).toString(), places: places as unknown as Places, digits };
}

/** Moves a position to the end of a text that begins there. */
function goOver(text: string, position: { line: number; character: number }): void {
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    position.line++;
    position.character = 0;
    start = at + 1;
  }
  position.character += text.length - start;
}

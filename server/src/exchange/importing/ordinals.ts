import { squeeze } from '../../syntax/characters.ts';
import { MESSAGES } from './messages.ts';
import type { ImportItem, Place } from './report.ts';

/** The head of a column of ordinals. */
export interface OrdinalColumn {
  /** Its place among the table's. */
  readonly column: number;
  readonly name: string;
  readonly place: Place;
}

type Script = 'digits' | 'han';

interface Running {
  readonly head: OrdinalColumn;
  readonly last: Map<Script, number>;
  readonly texts: string[];
}

/**
 * The columns of a table that number its rows: numbers that go on by one, or begin anew, are left out of the document and
 * said once; anything else in them is none.
 */
export class Ordinals {
  readonly #columns = new Map<string, Running>();

  /** Whether a text is the next ordinal of its column, or the one before said again. */
  takes(head: OrdinalColumn, text: string): boolean {
    const read = readOrdinal(text);
    if (!read) return false;
    const key = `${head.column}/${head.name}`;
    const running: Running = this.#columns.get(key) ?? { head, last: new Map(), texts: [] };
    const last = running.last.get(read.script) ?? 0;
    if (read.number !== 1 && read.number !== last && read.number !== last + 1) return false;
    running.last.set(read.script, read.number);
    const own = text.trim();
    if (running.texts.at(-1) !== own) running.texts.push(own);
    this.#columns.set(key, running);
    return true;
  }

  /** What is to be said of the columns. */
  get items(): ImportItem[] {
    return [...this.#columns.values()].map(({ head: { name, place }, texts }) => {
      return { kind: 'heading', ...place, column: '', before: [name, ...texts].join(' '), message: MESSAGES.ordinal };
    });
  }
}

const HAN_DIGITS = '一二三四五六七八九';

function readOrdinal(text: string): { readonly script: Script; readonly number: number } | undefined {
  const word = /^\(?([\d一二三四五六七八九十]{1,5})[)、.]?$/.exec(squeeze(text))?.[1] ?? '';
  if (/^\d+$/.test(word)) return { script: 'digits', number: Number(word) };
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(word) ?? [];
  if (!tens && !ten) return undefined;
  if (!ten) return ones ? undefined : { script: 'han', number: digitOf(tens) };
  return { script: 'han', number: (tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0) };
}

function digitOf(han = ''): number {
  return HAN_DIGITS.indexOf(han) + 1;
}

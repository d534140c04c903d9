import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { contentOf } from '../contents/languages.ts';
import type { Reader } from '../inProcess/reader.ts';
import { readers } from '../inProcess/readers.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { inTurn, type Manner, type Row, type Work } from '../sampling/inTurn.ts';

/**
 * Reading without a server around it: the whole text with all checks, one character more, and what is kept, beside what
 * others read the same table with, a plain look at each character, and decoding the bytes.
 *
 *     node bench/parts/inProcess.ts [--quick] [--sizes 10,100]
 */
const { quick, sizes } = optionsOf();

export interface ReaderRow {
  readonly title: string;
  /** The whole, in ms; the ratio says how many times as long as ours it takes. */
  readonly read: Row;
  /** MB of UTF-8 a second, of its own text. */
  readonly megabytesPerSecond: number;
  /** p95 ÷ median of a fixed loop meanwhile. */
  readonly noise: number;
  /** One character, in ms; absent where there is nothing to keep. */
  readonly edit?: Row;
  /** What is kept besides the text, in bytes a byte of it: objects, and what the operating system counts. */
  readonly held?: { readonly heapPerByte: number; readonly residentPerByte: number };
}

/** Sizes, then readers. */
export type InProcessSection = Readonly<Record<string, Readonly<Record<string, ReaderRow>>>>;

const manner: Manner = { samples: quick ? 5 : 25, seconds: quick ? 2 : 5, warmUp: quick ? 200 : 600, batch: 5 };
const SHORT: Manner = { ...manner, mostInBatch: 5_000 };

const folder = temporaryFolder('bench');

/** In a process of its own, which reads the text from a file: nothing is left there of making it. */
function held({ name, language }: Reader, size: number): NonNullable<ReaderRow['held']> {
  const { ending, text } = contentOf(language, size);
  const file = path.join(folder, `table-${size}${ending}`);
  writeFileSync(file, text);
  const program = new URL('../inProcess/held.ts', import.meta.url).pathname;
  const args = ['--expose-gc', '--max-old-space-size=8192', program, name, file];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e6 }));
}

const reading = (reader: Reader, size: number): Work => {
  const content = contentOf(reader.language, size);
  return {
    name: reader.name,
    run: async () => {
      const { findings } = await reader.read(content);
      if (findings) throw new Error(`${reader.title}: ${findings} findings in a sound table`);
    },
  };
};

async function editing(reader: Reader, size: number): Promise<Work> {
  const read = await reader.read(contentOf(reader.language, size));
  let isThere = false;
  return {
    name: reader.name,
    run: async () => {
      isThere = !isThere;
      const findings = await read.edit();
      if (findings !== undefined && findings > 0 !== isThere)
        throw new Error(`${reader.title}: findings do not change`);
    },
  };
}

/** What there is to compare with that keeps nothing: looks at each character, and makes a text of bytes. */
function plain(size: number): readonly (Work & { readonly title: string })[] {
  const { text } = contentOf('jxmb', size);
  const bytes = Buffer.from(text);
  return [
    {
      name: 'scan',
      title: 'sum of all characters',
      run: async () => {
        let sum = 0;
        for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
        if (sum === 0) throw new Error('no text');
      },
    },
    {
      name: 'decode',
      title: 'UTF-8 decoded',
      run: async () => {
        if (bytes.toString().length !== text.length) throw new Error('another text');
      },
    },
  ];
}

const perSecond = (reader: Pick<Reader, 'language'>, size: number, { median }: Row) =>
  Buffer.byteLength(contentOf(reader.language, size).text) / 1e3 / median;

async function readersAt(size: number): Promise<Record<string, ReaderRow>> {
  const ours = readers.jxmb;
  const own: Record<string, ReaderRow> = {};
  const works = plain(size);
  const first = await inTurn([reading(ours, size), ...works], manner);
  const edit = await inTurn([await editing(ours, size)], SHORT);
  const row = (name: string) => first.rows[name] as Row;
  own.jxmb = {
    title: ours.title,
    read: row('jxmb'),
    megabytesPerSecond: perSecond(ours, size, row('jxmb')),
    noise: first.noise,
    edit: edit.rows.jxmb as Row,
    held: held(ours, size),
  };
  for (const { name, title } of works) {
    const read = row(name);
    own[name] = { title, read, megabytesPerSecond: perSecond(ours, size, read), noise: first.noise };
  }
  const others: readonly Reader[] = quick ? [readers.json] : [readers.json, readers.yaml, readers.treeSitter];
  for (const other of others) {
    const { rows, noise } = await inTurn([reading(ours, size), reading(other, size)], manner);
    const read = rows[other.name] as Row;
    const edited = await inTurn([await editing(ours, size), await editing(other, size)], SHORT);
    own[other.name] = {
      title: other.title,
      read,
      megabytesPerSecond: perSecond(other, size, read),
      noise,
      edit: edited.rows[other.name] as Row,
      held: held(other, size),
    };
  }
  return own;
}

const section: Record<string, Record<string, ReaderRow>> = {};
for (const size of sizes) {
  section[size] = await readersAt(size);
  const { jxmb, json } = section[size];
  console.log(
    `  ${size}: ${jxmb?.megabytesPerSecond.toFixed(0)} MB/s, JSON ${json?.megabytesPerSecond.toFixed(0)} MB/s`,
  );
  writeSection('inProcess', section satisfies InProcessSection);
}

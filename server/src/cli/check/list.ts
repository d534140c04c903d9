import type { Problem } from '../fileProblem.ts';
import type { Task } from './task.ts';
import { tasksAt } from './walk.ts';

/**
 * A list of files, one a line: the path, or a JSON object with it in `file`. The object may bring the table's `text`,
 * and may be a line of `--format ndjson`: of these, those that say what a file came to name it once more.
 */
export class FileList {
  #lines = 0;

  *tasksOf(written: string): Generator<Task> {
    const line = this.#lines++ === 0 ? written.replace(/^\ufeff/, '') : written;
    if (line.trim() === '') return;
    if (!line.startsWith('{')) {
      yield* tasksAt(line);
      return;
    }
    const entry = entryIn(line);
    if (!entry) yield { file: LIST, bytes: 0, problem: noEntry(this.#lines) };
    else if (entry.type !== 'file') return;
    else if (entry.text === undefined) yield* tasksAt(entry.file);
    else yield { file: entry.file, text: entry.text, bytes: Buffer.byteLength(entry.text) };
  }
}

/** Stands for the list where the name of a file is expected. */
export const LIST = '-';

interface Entry {
  readonly type: unknown;
  readonly file: string;
  readonly text: string | undefined;
}

function entryIn(line: string): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { type = 'file', file, text } = value as Readonly<Record<string, unknown>>;
  if (type !== 'file') return { type, file: '', text: undefined };
  if (typeof file !== 'string' || (text !== undefined && typeof text !== 'string')) return undefined;
  return { type, file, text };
}

function noEntry(line: number): Problem {
  return {
    kind: 'list',
    reason: {
      zh: `第 ${line} 行不是写有 "file" 的 JSON`,
      en: `line ${line} is no JSON object with a "file"`,
    },
  };
}

/** The lines of a text that comes piece by piece, as many at a time as each piece completes. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let begun: string[] = [];
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n');
    begun.push(first);
    const last = others.pop();
    // A long line is put together once, when it ends.
    if (last === undefined) continue;
    yield [begun.join(''), ...others].map(withoutReturn);
    begun = [last];
  }
  yield [withoutReturn(begun.join(''))];
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);

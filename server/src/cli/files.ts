import {
  chmodSync,
  existsSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { decodeText } from '../exchange/decodeText.ts';
import { CannotDo } from './cannotDo.ts';
import { codeOf, FileProblem, problemOf } from './fileProblem.ts';

/** The text of a file, in whatever of the usual encodings it is. */
export function readText(file: string): string {
  return decode(file, readBytes(file));
}

/** A file's text as it is, byte order mark included, and how a text is encoded as that file is. */
export interface WritableText {
  readonly text: string;
  encode(text: string): Uint8Array;
}

const ENCODINGS: readonly WritableText['encode'][] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];

/** The text of a file that is to be written again; throws where nobody could encode it as it was. */
export function readToWrite(file: string): WritableText {
  const bytes = readBytes(file);
  const text = decode(file, bytes);
  for (const written of [text, `\ufeff${text}`]) {
    const encode = ENCODINGS.find((candidate) => Buffer.compare(candidate(written), bytes) === 0);
    if (encode) return { text: written, encode };
  }
  throw new CannotDo({
    zh: `${file}: 是 GB18030 编码,请先另存为 UTF-8`,
    en: `${file}: is in GB18030; save it as UTF-8 first`,
  });
}

/** A file as it is. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new FileProblem(file, problemOf(error));
  }
}

function decode(file: string, bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text !== undefined) return text;
  throw new FileProblem(file, {
    kind: 'encoding',
    reason: {
      zh: '不是文本文件(UTF-8、带 BOM 的 UTF-16 或 GB18030)',
      en: 'is no text (UTF-8, UTF-16 with BOM, or GB18030)',
    },
  });
}

/**
 * Writes a file as a whole or not at all: under another name beside it, then renamed.
 *
 * @param replace whether a file that is there already may go; else it stays, and this throws
 */
export function writeText(file: string, text: string | Uint8Array, replace: boolean): void {
  // Where the name is a link, the file that it leads to is meant.
  const target = existsSync(file) ? realpathSync(file) : file;
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    // Who may read the file may read it still.
    if (replace && existsSync(target)) chmodSync(temporary, statSync(target).mode);
    if (replace) renameSync(temporary, target);
    else moveToNew(temporary, target);
  } catch (error) {
    throw new FileProblem(file, problemOf(error));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Gives a file a name that no other has, even if another program takes it in the same moment. */
function moveToNew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Some file systems know no second name for a file.
    if (codeOf(error) === 'EEXIST' || existsSync(to)) throw Object.assign(new Error(), { code: 'EEXIST' });
    renameSync(from, to);
  }
}

/** Whether two names are those of one file that is there. */
export function isSameFile(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}

import type { Language } from '../rules/rule.ts';
import type { Terminal } from './terminal.ts';
import { printable } from './text.ts';

/** The standard outputs of this process. */
export function processTerminal(language: Language): Terminal {
  const { stdout, stderr } = process;
  const gone = new Promise<void>((resolve) => {
    // Who reads our output may stop reading; that is no failure of ours.
    for (const stream of [stdout, stderr]) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
        if (stream === stdout) resolve();
      });
    }
  });
  return {
    language,
    out: (text) => void (text.length > 0 && stdout.write(text)),
    err: (text) => void (text.length > 0 && stderr.write(text)),
    tell: ({ texts }) => void stderr.write(`jxmb: ${printable(texts[language])}\n`),
    taken: () => (stdout.writableNeedDrain ? happens(['drain', 'error']) : Promise.resolve()),
    flushed: () => (stdout.writableLength > 0 ? happens(['drain', 'error']) : Promise.resolve()),
    gone,
  };
}

/** Resolves with the first of these events of the standard output. */
function happens(events: readonly string[]): Promise<void> {
  const { stdout } = process;
  return new Promise((resolve) => {
    const heard = () => {
      for (const event of events) stdout.off(event, heard);
      resolve();
    };
    for (const event of events) stdout.on(event, heard);
  });
}

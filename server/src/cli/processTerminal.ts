import type { EventEmitter } from 'node:events';
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
  /** However many wait for the reader. */
  let behind: Promise<void> | undefined;
  return {
    language,
    out: (text) => void (text.length > 0 && stdout.write(text)),
    err: (text) => void (text.length > 0 && stderr.write(text)),
    tell: ({ texts }) => void stderr.write(`jxmb: ${printable(texts[language])}\n`),
    taken: async () => {
      if (!stdout.writableNeedDrain) return;
      behind ??= happens(stdout, ['drain', 'error']).then(() => {
        behind = undefined;
      });
      await behind;
    },
    flushed: () =>
      new Promise((resolve) => {
        stdout.write('', () => resolve());
      }),
    gone,
  };
}

/** Resolves with the first of some events. */
function happens(emitter: EventEmitter, events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const heard = () => {
      for (const event of events) emitter.off(event, heard);
      resolve();
    };
    for (const event of events) emitter.on(event, heard);
  });
}

import type { EventEmitter } from 'node:events';
import type { Language } from '../rules/rule.ts';
import { CannotDo } from './cannotDo.ts';
import { problemOf } from './fileProblem.ts';
import type { Terminal } from './terminal.ts';
import { printable } from './text.ts';

/** The standard outputs of this process. */
export function processTerminal(language: Language): Terminal {
  const { stdout, stderr } = process;
  const tell = ({ texts }: CannotDo) => void stderr.write(`jxmb: ${printable(texts[language])}\n`);
  const gone = new Promise<void>((resolve) => {
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      // Who reads our output may stop reading; that is no failure of ours.
      if (error.code === 'EPIPE') return resolve();
      const { zh, en } = problemOf(error).reason;
      tell(new CannotDo({ zh: `结果写不出来: ${zh}`, en: `what was found cannot be written: ${en}` }));
      // What is not written by now never will be.
      process.exit(2);
    });
    // There is nobody to be told.
    stderr.on('error', () => undefined);
  });
  /** However many wait for the reader. */
  let behind: Promise<void> | undefined;
  return {
    language,
    out: (text) => void (text.length > 0 && stdout.write(text)),
    err: (text) => void (text.length > 0 && stderr.write(text)),
    tell,
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

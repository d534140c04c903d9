import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../../rules/rule.ts';
import { settingsOf } from '../tables.ts';
import type { Of } from '../terminal.ts';
import { FileChecker } from './fileChecker.ts';
import { FORMATS } from './formats.ts';
import type { SentAnswer } from './reportWriter.ts';
import type { Task } from './task.ts';

/** What a thread that checks files is told when it starts. */
export interface Orders {
  readonly command: Of<'check'>;
  readonly language: Language;
}

/** What a thread does that checks files: it reads them, and writes down what is to be said of them. */
export async function checkForOthers(): Promise<void> {
  const { command, language }: Orders = workerData;
  const checker = new FileChecker(await settingsOf(command), FORMATS[command.format], language);
  const encoder = new TextEncoder();
  parentPort?.on('message', (tasks: readonly Task[]) => {
    const { out, err, tally } = checker.check(tasks);
    const bytes = encoder.encode(out);
    const answer: SentAnswer = { out: bytes, err, tally };
    parentPort?.postMessage(answer, [bytes.buffer]);
  });
}

import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { settingsOf } from '../tables.ts';
import type { Of, Outcome, Terminal } from '../terminal.ts';
import { type Batch, batchesOf } from './batches.ts';
import { FileChecker } from './fileChecker.ts';
import { FORMATS } from './formats.ts';
import { endOnInterrupt } from './interrupt.ts';
import { ReportWriter } from './reportWriter.ts';
import { isAsGrave } from './tally.ts';
import { checkInThreads } from './threads.ts';
import type { Orders } from './worker.ts';

/**
 * Checks the tables that are named, in files and folders, and tells of those that cannot be read.
 *
 * @param program what a thread runs that helps: this program
 */
export async function check(command: Of<'check'>, terminal: Terminal, program: string): Promise<Outcome> {
  const format = FORMATS[command.format];
  const settings = await settingsOf(command);
  const writer = new ReportWriter(format, terminal);
  const stop = new AbortController();
  void terminal.gone.then(() => stop.abort());
  const batches = batchesOf(command.files, stop.signal);
  const checkHere = (some: AsyncIterable<Batch>) =>
    checkInTurn(some, writer, new FileChecker(settings, format, terminal.language), stop.signal);
  const threads = command.threads ?? availableParallelism();
  try {
    if (threads === 1) await checkHere(batches);
    else {
      const [first, second] = [await batches.next(), await batches.next()];
      const all = restored([first, second], batches);
      // A single batch is checked sooner than a thread starts.
      if (second.done) await checkHere(all);
      else {
        const orders: Orders = { command, language: terminal.language };
        const crew = { size: threads, program, orders };
        await endOnInterrupt(stop, terminal, () => checkInThreads(all, writer, crew, stop.signal));
      }
    }
  } catch (error) {
    // Nobody reads on: what is left is not looked at.
    if (stop.signal.aborted) return 2;
    throw error;
  }
  writer.end();
  if (writer.tally.failed > 0) return 2;
  return isAsGrave(writer.tally, command.failOn) ? 1 : 0;
}

/** Checks batch after batch. */
async function checkInTurn(
  batches: AsyncIterable<Batch>,
  writer: ReportWriter,
  checker: FileChecker,
  signal: AbortSignal,
): Promise<void> {
  for await (const { number, tasks } of batches) {
    signal.throwIfAborted();
    await writer.add(number, checker.check(tasks));
    // So that we hear when nobody reads on.
    await setImmediate();
  }
}

/** An iteration as it was before its first results were looked at. */
async function* restored<T>(first: readonly IteratorResult<T>[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  for (const { value, done } of first) if (!done) yield value;
  yield* rest;
}

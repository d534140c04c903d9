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
 * So many batches are checked without help: a thread that comes in has to be started and to get warm, and takes longer for
 * that than a program that is warm takes for them.
 */
const BEFORE_HELP = 16;

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
  const checker = new FileChecker(settings, format, terminal.language);
  const checkHere = (most?: number, signal = stop.signal) => checkInTurn(batches, writer, checker, signal, most);
  const threads = command.threads ?? availableParallelism();
  try {
    if (threads === 1) await checkHere();
    else if (await checkHere(1)) {
      const orders: Orders = { command, language: terminal.language };
      const crew = { size: threads - 1, program, orders };
      await endOnInterrupt(stop, terminal, async () => {
        if (!(await checkHere(BEFORE_HELP))) return;
        const besides = (ended: AbortSignal) => checkHere(undefined, ended);
        await checkInThreads(batches, writer, besides, crew, stop.signal);
      });
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

/** Checks batch after batch, `most` of them at most, and says whether there may be more. */
async function checkInTurn(
  batches: AsyncIterator<Batch>,
  writer: ReportWriter,
  checker: FileChecker,
  signal: AbortSignal,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  for (let count = 0; count < most; count++) {
    const { value, done } = await batches.next();
    if (done) return false;
    // So that we hear when nobody reads on, and threads are given their batches first.
    await setImmediate();
    signal.throwIfAborted();
    await writer.add(value.number, checker.check(value.tasks));
  }
  return true;
}

import { addAbortSignal } from 'node:stream';
import { FileList, LIST, linesOf } from './list.ts';
import type { Task } from './task.ts';
import { tasksAt } from './walk.ts';

/** So many tasks as are worth being handed to a thread at once. */
export interface Batch {
  /** Counts the batches, from 0. */
  readonly number: number;
  readonly tasks: readonly Task[];
}

/** So many bytes make a batch: some tens of milliseconds of work, beside which handing it over is nothing. */
const BATCH_BYTES = 256 * 1024;
/** Opening a file costs about as much as checking so many bytes. */
const FILE_BYTES = 2048;

/**
 * What is to be checked, in the order in which it is named, in batches of like size. What stands in a list is handed on
 * as it comes in.
 *
 * @param names files and folders; `-` stands for a list on the standard input
 */
export async function* batchesOf(names: readonly string[], signal: AbortSignal): AsyncGenerator<Batch> {
  let number = 0;
  for await (const tasks of groupsOf(names, signal)) {
    let batch: Task[] = [];
    let bytes = 0;
    for (const task of tasks) {
      batch.push(task);
      bytes += FILE_BYTES + task.bytes;
      if (bytes < BATCH_BYTES) continue;
      yield { number: number++, tasks: batch };
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) yield { number: number++, tasks: batch };
  }
}

/** Tasks that are there without waiting for anybody. */
async function* groupsOf(names: readonly string[], signal: AbortSignal): AsyncGenerator<Iterable<Task>> {
  let named: string[] = [];
  for (const name of names) {
    if (name !== LIST) {
      named.push(name);
      continue;
    }
    yield flat(named, tasksAt);
    named = [];
    const list = new FileList();
    const input = addAbortSignal(signal, process.stdin.setEncoding('utf8'));
    for await (const lines of linesOf(input)) yield flat(lines, (line) => list.tasksOf(line));
  }
  yield flat(named, tasksAt);
}

function* flat<T>(from: readonly T[], tasksOf: (one: T) => Iterable<Task>): Generator<Task> {
  for (const one of from) yield* tasksOf(one);
}

import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { isTable } from '../../workspace/workspace.ts';
import { problemOf } from '../fileProblem.ts';
import type { Task } from './task.ts';

/** What a person names: a file, or the tables of a folder and of those below it. */
export function* tasksAt(name: string): Generator<Task> {
  try {
    const found = statSync(name);
    if (!found.isDirectory()) {
      yield { file: name, bytes: found.size };
      return;
    }
  } catch (error) {
    yield failed(name, error);
    return;
  }
  let isEmpty = true;
  for (const task of tasksIn(name)) {
    isEmpty = false;
    yield task;
  }
  if (isEmpty) yield { file: name, bytes: 0, problem: EMPTY };
}

/** Somebody who names a folder without tables has another in mind. */
const EMPTY = {
  kind: 'empty-folder',
  reason: { zh: '文件夹里没有表格(.jxmb)', en: 'there is no table (.jxmb) in this folder' },
} as const;

/**
 * The tables in a folder and below, by name. What is hidden is left out, and `node_modules`. Links to files are read;
 * links to folders are not followed, so that nothing is met twice and no way leads in a circle.
 */
function* tasksIn(folder: string): Generator<Task> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield failed(folder, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* tasksIn(file);
    } else if (isTable(entry.name)) yield* tableAt(file);
  }
}

/** A table, by its name, unless it turns out to be a link to a folder, a pipe or the like. */
function* tableAt(file: string): Generator<Task> {
  try {
    const found = statSync(file);
    if (found.isFile()) yield { file, bytes: found.size };
  } catch (error) {
    yield failed(file, error);
  }
}

const failed = (file: string, error: unknown): Task => ({ file, bytes: 0, problem: problemOf(error) });

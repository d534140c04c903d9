/** The sound files that wrong ones are made of. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sample } from './mutate.ts';

const folder = path.join(import.meta.dirname, '../fixtures');

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, name)));
}

const NAMES = ['list.xlsx', 'form.docx', 'form.pdf', 'excel.html', 'wps.html', 'list.csv', 'list.md'];

export function samples(): Sample[] {
  return NAMES.map((name) => ({ name, bytes: fixture(name) }));
}

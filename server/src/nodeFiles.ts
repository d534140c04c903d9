/** Files as the entries that run in Node reach them, by their `file:` URIs or their paths. */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeText } from './exchange/decodeText.ts';
import type { NotText } from './workspace/settings.ts';

/** More than any table has; what is larger is no table. */
const MOST_BYTES = 32 * 1024 * 1024;

/** So many tables, in so many folders, are found. */
const MOST_TABLES = 2000;
const MOST_FOLDERS = 10_000;

/** The text of a file; undefined where there is none, null where it is out of reach. */
export function readText(uri: string): string | undefined | null | NotText {
  if (isOutOfReach(uri)) return null;
  try {
    const path = pathOf(uri);
    const file = statSync(path);
    if (file.isDirectory()) return undefined;
    if (!file.isFile() || file.size > MOST_BYTES) return null;
    return decodeText(readFileSync(path)) ?? { problem: 'encoding' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : null;
  }
}

/** Another text whenever the file is another; undefined where there is none. */
export function stampOf(uri: string): string | undefined {
  if (isOutOfReach(uri)) return undefined;
  try {
    const file = statSync(pathOf(uri), { throwIfNoEntry: false });
    return file && `${file.mtimeMs} ${file.size}`;
  } catch {
    return undefined;
  }
}

interface Listing {
  readonly uris: readonly string[];
  readonly isCut: boolean;
}

/** A listing that took long, such as that of a home folder, serves for a while. */
const LONG_MS = 50;
const SERVES_TIMES = 40;
let lastLong: { readonly folders: string; readonly until: number; readonly listing: Listing } | undefined;

/** The tables in some folders and below, but for hidden folders and `node_modules`; links are not followed. */
export function listTables(folders: readonly string[]): Listing {
  const key = folders.join('\n');
  const start = performance.now();
  if (lastLong?.folders === key && start < lastLong.until) return lastLong.listing;
  const listing = list(folders);
  const end = performance.now();
  const until = end + SERVES_TIMES * (end - start);
  lastLong = end - start > LONG_MS ? { folders: key, until, listing } : undefined;
  return listing;
}

function list(folders: readonly string[]): Listing {
  const uris: string[] = [];
  const open = folders.filter((folder) => folder.startsWith('file:')).map((folder) => folder.replace(/\/$/, ''));
  let visited = 0;
  for (const folder of open) {
    if (++visited > MOST_FOLDERS || uris.length > MOST_TABLES) break;
    for (const entry of entriesOf(folder)) {
      const uri = `${folder}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') open.push(uri);
      } else if (entry.isFile() && /\.jxmb$/i.test(entry.name)) uris.push(uri);
    }
  }
  return { uris: uris.slice(0, MOST_TABLES), isCut: visited > MOST_FOLDERS || uris.length > MOST_TABLES };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(pathOf(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** A letter and a colon are a drive. */
function isOutOfReach(uri: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(uri) && !uri.startsWith('file:');
}

function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
}

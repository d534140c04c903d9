import { sameFile } from './includes.ts';
import type { NotText } from './settings.ts';
import { isTable, type TableFiles } from './workspace.ts';

/** A file as the client found it: its text, or what keeps it from being read; null where it is out of reach, undefined where it is gone. */
export interface MirroredFile {
  readonly uri: string;
  readonly text?: string | null | NotText;
}

interface Known {
  readonly uri: string;
  readonly text: string | null | NotText;
  readonly stamp: string;
}

/** Files of folders that only the client reaches: it says what is in them, and again whenever something is other. */
export class MirroredFiles implements TableFiles {
  readonly #files = new Map<string, Known>();
  /** Folders of which everything is known. */
  readonly #folders = new Set<string>();
  /** There is more in the folders than was told. */
  isCut = false;
  #serial = 0;
  #noteTold: () => void = () => {};
  /** Until it was said for the first time what there is. */
  readonly told = new Promise<void>((resolve) => {
    this.#noteTold = resolve;
  });

  /** Takes over how files are now; where a folder is gone, so is all that was in it. */
  take(files: readonly MirroredFile[]): void {
    for (const { uri, text } of files) {
      const name = sameFile(uri);
      if (text !== undefined) {
        this.#files.set(name, { uri, text, stamp: String(++this.#serial) });
      } else if (!this.#files.delete(name)) {
        for (const other of [...this.#files.keys()]) if (other.startsWith(`${name}/`)) this.#files.delete(other);
      }
    }
  }

  /** Says of which folders everything has been told, and whether that is all there is. */
  setFolders(folders: readonly string[], isCut: boolean): void {
    this.#folders.clear();
    for (const folder of folders) this.#folders.add(inside(folder));
    this.isCut = isCut;
    this.#noteTold();
  }

  /** The text of a file; undefined where there is none, null where nobody can tell. */
  read(uri: string): string | undefined | null | NotText {
    const name = sameFile(uri);
    const known = this.#files.get(name);
    if (known) return known.text;
    return !this.isCut && [...this.#folders].some((folder) => name.startsWith(folder)) ? undefined : null;
  }

  stamp(uri: string): string | undefined {
    return this.#files.get(sameFile(uri))?.stamp;
  }

  list(folders: readonly string[]): { readonly uris: readonly string[]; readonly isCut: boolean } {
    const starts = folders.map(inside);
    const tables = [...this.#files].filter(
      ([name, { uri }]) => isTable(uri) && starts.some((it) => name.startsWith(it)),
    );
    return { uris: tables.map(([, { uri }]) => uri).sort(), isCut: this.isCut };
  }
}

/** How the names of files begin that lie in a folder. */
function inside(folder: string): string {
  return `${sameFile(folder).replace(/\/$/, '')}/`;
}

/** Files within reach, and beside them those that the client mirrors. */
export function withMirror(files: TableFiles, mirror: MirroredFiles): TableFiles {
  return {
    stamp: (uri) => files.stamp?.(uri) ?? mirror.stamp(uri),
    list: (folders) => {
      const [own, mirrored] = [files.list?.(folders), mirror.list(folders)];
      return own ? { uris: [...own.uris, ...mirrored.uris], isCut: own.isCut || mirrored.isCut } : mirrored;
    },
  };
}

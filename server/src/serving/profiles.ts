import type { ProfileProblem, ReadProfile } from '../exchange/profile/readProfile.ts';
import type { Bilingual, Profile } from '../profile/profile.ts';
import { sameFile } from '../workspace/includes.ts';
import type { TableSettings } from '../workspace/settings.ts';

/** The profiles that some tables may name, and why others cannot be read. */
export interface ProfileSet {
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly failed: ReadonlyMap<string, Bilingual>;
}

/** A file of a profile, as it was read last. */
interface ProfileFile {
  readonly text: string | undefined;
  readonly read: ReadProfile;
}

const ENDING = '.jxmb-profile.json';
const NOTHING_SAID = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const MESSAGES = {
  missing: { zh: '没有这个文件', en: 'There is no such file' },
  encoding: { zh: '不是文本文件', en: 'It is no text' },
  unreachable: { zh: '读不了这个文件', en: 'The file is out of reach' },
} satisfies Record<string, Bilingual>;

/** Reads profiles that people bring as files. A file whose text is the same gives the same profile again. */
export class Profiles {
  readonly #builtIn: TableSettings;
  readonly #load: () => Promise<{ readProfile(text: string): ReadProfile }>;
  readonly #files = new Map<string, ProfileFile>();
  readonly #sets = new Map<string, ProfileSet>();

  /** @param builtIn the profiles that are there anyway, and how files are read */
  constructor(builtIn: TableSettings, load: () => Promise<{ readProfile(text: string): ReadProfile }>) {
    this.#builtIn = builtIn;
    this.#load = load;
  }

  /**
   * The profiles of some files, with those that are built in.
   * @param found takes what is wrong with each file
   */
  async read(
    uris: readonly string[],
    found: (uri: string, problems: readonly ProfileProblem[]) => void,
  ): Promise<ProfileSet> {
    const profiles = new Map(this.#builtIn.profiles);
    const failed = new Map<string, Bilingual>();
    const from = new Map<string, string>();
    for (const uri of uris) {
      const { profile, id, idRange, problems } = (await this.#file(uri)).read;
      const name = nameOf(uri);
      const taken = profile && profiles.has(profile.id);
      const other = profile && from.get(profile.id);
      const all: readonly ProfileProblem[] = taken
        ? [
            {
              range: idRange ?? NOTHING_SAID,
              message: other
                ? { zh: `${other} 里已经有表样"${id}"`, en: `${other} has a profile “${id}” already` }
                : { zh: `"${id}"是自带的表样,请另取代号`, en: `The profile “${id}” is built in; choose another id` },
              bySchema: false,
            },
          ]
        : problems;
      found(uri, all);
      const [first] = all;
      if (profile && !first) {
        profiles.set(profile.id, profile);
        from.set(profile.id, name);
        continue;
      }
      const line = (first?.range.start.line ?? 0) + 1;
      const why = {
        zh: `${name} 第 ${line} 行: ${first?.message.zh ?? ''}`,
        en: `${name}, line ${line}: ${first?.message.en ?? ''}`,
      };
      for (const called of [id, name.slice(0, -ENDING.length)])
        if (called && !failed.has(called)) failed.set(called, why);
    }
    return this.#same(uris.join('\n'), { profiles, failed });
  }

  async #file(uri: string): Promise<ProfileFile> {
    const key = sameFile(uri);
    const read = this.#builtIn.readTable?.(uri) ?? null;
    const text = typeof read === 'string' ? read : undefined;
    const known = this.#files.get(key);
    if (known && known.text === text && text !== undefined) return known;
    const file =
      typeof read === 'string'
        ? { text: read, read: (await this.#load()).readProfile(read) }
        : { text: undefined, read: absent(this.#whyNot(uri)) };
    this.#files.set(key, file);
    return file;
  }

  #whyNot(uri: string): Bilingual {
    const read = this.#builtIn.readTable ? this.#builtIn.readTable(uri) : null;
    return read === undefined ? MESSAGES.missing : read === null ? MESSAGES.unreachable : MESSAGES.encoding;
  }

  /** The set that was there before, where this one holds the same. */
  #same(key: string, set: ProfileSet): ProfileSet {
    const before = this.#sets.get(key);
    const isSame =
      before &&
      hasSame(before.profiles, set.profiles, (a, b) => a === b) &&
      hasSame(before.failed, set.failed, (a, b) => a.zh === b.zh);
    if (isSame) return before;
    this.#sets.set(key, set);
    return set;
  }
}

function absent(message: Bilingual): ReadProfile {
  return { problems: [{ range: NOTHING_SAID, message, bySchema: false }] };
}

/** A file's name, as people know it. */
function nameOf(uri: string): string {
  const path = sameFile(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

function hasSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, isSame: (a: T, b: T) => boolean): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, value]) => {
      const other = b.get(key);
      return other !== undefined && isSame(value, other);
    })
  );
}

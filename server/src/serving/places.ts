import { areSame, profilePaths, readSettings, unknownProfileIn } from '../configuration.ts';
import type { ProfileProblem } from '../exchange/profile/readProfile.ts';
import { resolveInclude, sameFile } from '../workspace/includes.ts';
import type { TableSettings } from '../workspace/settings.ts';
import type { Profiles } from './profiles.ts';

/** What the settings of one place are made of: a folder of the workspace, or the folder of a table that lies in none. */
interface Place {
  readonly section: unknown;
  readonly settings: TableSettings;
  /** The files of the profiles that its settings name. */
  readonly files: readonly string[];
  /** The profile that its settings name, where there is no such profile. */
  readonly unknown: string | undefined;
}

/** By what the tables of each place are read. */
export class Places {
  readonly #defaults: TableSettings;
  readonly #profiles: Profiles;
  readonly #told: Promise<void>;
  readonly #places = new Map<string, Place>();
  #files: readonly string[] = [];
  #folders: readonly string[] = [];
  readonly #problems = new Map<string, readonly ProfileProblem[]>();
  #fallback: Pick<Place, 'settings' | 'unknown'>;

  /** @param told until it is known which files there are */
  constructor(defaults: TableSettings, profiles: Profiles, told: Promise<void> = Promise.resolve()) {
    this.#defaults = defaults;
    this.#profiles = profiles;
    this.#told = told;
    this.#fallback = { settings: defaults, unknown: undefined };
  }

  /** By what tables of places are read that nothing is known of. */
  get fallback(): TableSettings {
    return this.#fallback.settings;
  }

  /** Takes over what the client says of all places. Profiles that it brings are read once a place is known. */
  setFallback(section: unknown): void {
    const settings = readSettings(section, this.#defaults);
    const unknown = profilePaths(section).length > 0 ? undefined : unknownProfileIn(section, settings);
    this.#fallback = { settings, unknown };
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((folder) => folder.replace(/\/$/, ''));
  }

  /** The folder that relative paths in the settings of a table start from. */
  baseOf(uri: string): string {
    const name = sameFile(uri);
    const inside = this.#folders.filter((folder) => name.startsWith(`${sameFile(folder)}/`));
    const [nearest] = inside.sort((a, b) => b.length - a.length);
    return nearest ?? uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
  }

  /** By what a table is read, as far as that is known: by the settings of its place, else of a place above. */
  settingsOf(uri: string): TableSettings {
    const own = this.#places.get(this.baseOf(uri));
    if (own) return own.settings;
    const name = sameFile(uri);
    let best = '';
    for (const base of this.#places.keys()) {
      if (base.length > best.length && name.startsWith(`${sameFile(base)}/`)) best = base;
    }
    return this.#places.get(best)?.settings ?? this.fallback;
  }

  /** The files of profiles that places name. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** Takes over what the editor says of a place, and reads the profiles that it names. */
  async set(base: string, section: unknown): Promise<TableSettings> {
    return this.#put(base, await this.#read(base, section));
  }

  async #read(base: string, section: unknown): Promise<Place> {
    const files = profilePaths(section).flatMap((path) => resolveInclude(`${base}/`, path) ?? []);
    if (files.length > 0) await this.#told;
    const { profiles, failed } = await this.#profiles.read(files, (uri, problems) => {
      this.#problems.set(uri, problems);
    });
    const defaults = files.length > 0 ? { ...this.#defaults, profiles, failedProfiles: failed } : this.#defaults;
    const read = readSettings(section, defaults);
    const before = this.#places.get(base)?.settings;
    const settings = before && areSame(before, read) ? before : read;
    return { section, settings, files, unknown: unknownProfileIn(section, settings) };
  }

  #put(base: string, place: Place): TableSettings {
    this.#places.set(base, place);
    this.#files = [...new Set([...this.#places.values()].flatMap(({ files }) => files))];
    return place.settings;
  }

  /** Reads all profiles again that places name; tells whether any place has other settings now. */
  async readAgain(): Promise<boolean> {
    let changed = false;
    for (const base of [...this.#places.keys()]) {
      const place = this.#places.get(base) as Place;
      const again = await this.#read(base, place.section);
      // What the editor said meanwhile has been read since.
      if (this.#places.get(base) !== place) continue;
      if (this.#put(base, again) !== place.settings) changed = true;
    }
    return changed;
  }

  /** The profiles that settings name and that are not there, and by what the tables of such places are read. */
  get unknownProfiles(): ReadonlyMap<string, TableSettings> {
    const all = [this.#fallback, ...this.#places.values()];
    return new Map(all.flatMap(({ unknown, settings }) => (unknown === undefined ? [] : [[unknown, settings]])));
  }

  /** What is wrong with such a file. */
  problemsOf(file: string): readonly ProfileProblem[] {
    return this.#problems.get(file) ?? [];
  }

  /** Nothing is known of any place any more. */
  clear(): void {
    this.#places.clear();
    this.#files = [];
  }
}

import type { Range } from 'vscode-languageserver-types';
import type { WholeProfile } from '../profile/profile.ts';
import type { Environment } from '../workspace/environment.ts';
import { wholeProfile } from './wholeProfile.ts';

/** A profile as a page to read, and where on it each thing that the profile defines stands. */
export interface ProfilePage {
  readonly text: string;
  /** By the way that leads to it, such as `classes/0/children/2`. */
  readonly places: ReadonlyMap<string, PagePlace>;
}

export interface PagePlace {
  /** All that is said of it. */
  readonly whole: Range;
  /** Its name; where it has none, where it begins. */
  readonly name: Range;
}

/** The text of a profile's page; undefined where no table knows such a profile. */
export async function profilePage(id: string, { settings, workspace }: Environment): Promise<string | undefined> {
  for (const table of workspace.tables()) {
    const { profile } = table.context.vocabulary;
    if (profile.id === id) return pageOf(await wholeProfile(profile)).text;
  }
  const profile = settings.profiles.get(id);
  return profile && pageOf(await wholeProfile(profile)).text;
}

const pages = new WeakMap<WholeProfile, ProfilePage>();

/** The page of a profile; made once for each. */
export function pageOf(profile: WholeProfile): ProfilePage {
  let page = pages.get(profile);
  if (!page) {
    page = new Writer().write(profile);
    pages.set(profile, page);
  }
  return page;
}

/** Writes JSON as people read it, and notes where objects stand. */
class Writer {
  readonly #lines = [''];
  readonly #places = new Map<string, PagePlace>();

  write(profile: WholeProfile): ProfilePage {
    this.#value(profile, '', '');
    return { text: `${this.#lines.join('\n')}\n`, places: this.#places };
  }

  get #here(): Range['start'] {
    const line = this.#lines.length - 1;
    return { line, character: this.#lines[line]?.length ?? 0 };
  }

  #put(text: string): void {
    this.#lines[this.#lines.length - 1] += text;
  }

  #value(value: unknown, way: string, indent: string): void {
    if (Array.isArray(value) && value.length > 0 && value.some((item) => typeof item === 'object')) {
      this.#items('[', value, (item, i, deeper) => this.#value(item, join(way, String(i)), deeper), ']', indent);
    } else if (Array.isArray(value)) this.#put(`[${value.map((item) => JSON.stringify(item)).join(', ')}]`);
    else if (typeof value === 'object' && value !== null) this.#object(value, way, indent);
    else this.#put(JSON.stringify(value) ?? 'null');
  }

  #object(value: object, way: string, indent: string): void {
    const start = this.#here;
    let name: Range | undefined;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const entry = ([key, item]: [string, unknown], _: number, deeper: string) => {
      this.#put(`${JSON.stringify(key)}: `);
      const from = this.#here;
      this.#value(item, join(way, key), deeper);
      if (key === 'name' && typeof item === 'string') name = { start: from, end: this.#here };
    };
    this.#items('{', entries, entry, '}', indent);
    const whole = { start, end: this.#here };
    const brace = { start, end: { line: start.line, character: start.character + 1 } };
    this.#places.set(way, { whole, name: name ?? brace });
  }

  #items<T>(
    open: string,
    items: readonly T[],
    put: (item: T, index: number, indent: string) => void,
    close: string,
    indent: string,
  ): void {
    const deeper = `${indent}  `;
    this.#put(open);
    items.forEach((item, i) => {
      if (i > 0) this.#put(',');
      this.#lines.push(deeper);
      put(item, i, deeper);
    });
    if (items.length > 0) this.#lines.push(indent);
    this.#put(close);
  }
}

function join(way: string, key: string): string {
  return way === '' ? key : `${way}/${key}`;
}

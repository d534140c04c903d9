import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { type Content, DIGIT } from '../contents/content.ts';
import type { Read, Reader } from './reader.ts';

const settings = defaultSettings(profileJson as Profile);

/** An open table with all rules, as the server keeps it. */
export const jxmb: Reader = {
  name: 'jxmb',
  title: 'jxmb, all rules',
  language: 'jxmb',
  read: async (content) => new ReadTable(content),
};

class ReadTable implements Read {
  readonly findings: number;
  readonly #table: TableDocument;
  readonly #start: Content['places']['digit'];
  readonly #end: Content['places']['digit'];
  #isThere = false;

  constructor({ text, places: { digit } }: Content) {
    this.#table = new TableDocument('file:///table.jxmb', 'jxmb', 0, text, settings);
    this.findings = this.#table.findings().length;
    this.#start = digit;
    this.#end = { line: digit.line, character: digit.character + DIGIT.length };
  }

  async edit(): Promise<number> {
    this.#isThere = !this.#isThere;
    const change = this.#isThere
      ? { range: { start: this.#start, end: this.#start }, text: DIGIT }
      : { range: { start: this.#start, end: this.#end }, text: '' };
    this.#table.update([change], this.#table.version + 1);
    return this.#table.findings().length;
  }
}

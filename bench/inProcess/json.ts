import { createRequire } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Content, DIGIT } from '../contents/content.ts';
import { schema } from '../contents/schema.ts';
import type { Read, Reader } from './reader.ts';

/** What is used of vscode-json-languageservice. */
interface Service {
  parseJSONDocument(document: TextDocument): object;
  doValidation(document: TextDocument, parsed: object, settings: object, schema: object): Promise<readonly unknown[]>;
}

const require = createRequire(import.meta.url);

/** The service of VS Code's JSON server, with the schema. */
export const json: Reader = {
  name: 'json',
  title: 'vscode-json-languageservice',
  language: 'json',
  async read(content) {
    const { getLanguageService } = require('vscode-json-languageservice') as { getLanguageService(o: object): Service };
    const document = new ReadJson(getLanguageService({}), content);
    await document.check();
    return document;
  },
};

class ReadJson implements Read {
  findings = 0;
  readonly #service: Service;
  readonly #digit: Content['places']['digit'];
  #document: TextDocument;
  /** Kept, as the server keeps it for what is asked next. */
  parsed: object | undefined;
  #isThere = false;

  constructor(service: Service, { text, places: { digit } }: Content) {
    this.#service = service;
    this.#digit = digit;
    this.#document = TextDocument.create('file:///table.json', 'json', 0, text);
  }

  async check(): Promise<number> {
    this.parsed = this.#service.parseJSONDocument(this.#document);
    this.findings = (await this.#service.doValidation(this.#document, this.parsed, {}, schema)).length;
    return this.findings;
  }

  edit(): Promise<number> {
    this.#isThere = !this.#isThere;
    const { line, character } = this.#digit;
    const end = { line, character: character + (this.#isThere ? 0 : DIGIT.length) };
    const change = { range: { start: this.#digit, end }, text: this.#isThere ? DIGIT : '' };
    this.#document = TextDocument.update(this.#document, [change], this.#document.version + 1);
    return this.check();
  }
}

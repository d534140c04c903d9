import { createRequire } from 'node:module';
import { DIGIT, offsetOf, withDigit } from '../contents/content.ts';
import type { Reader } from './reader.ts';

/** What is used of web-tree-sitter. */
interface Tree {
  readonly rootNode: { readonly hasError: boolean };
  edit(edit: object): void;
  delete(): void;
}
interface Library {
  readonly Parser: {
    new (): { setLanguage(language: object): void; parse(text: string, old?: Tree): Tree };
    init(): Promise<void>;
  };
  readonly Language: { load(path: string): Promise<object> };
  /** Makes an edit. */
  readonly Edit: new (
    edit: object,
  ) => object;
}

const require = createRequire(import.meta.url);

/** tree-sitter, compiled for any platform, with its grammar of JSON: it reads anew what an edit touches, and checks nothing. */
export const treeSitter: Reader = {
  name: 'treeSitter',
  title: 'web-tree-sitter (JSON), syntax only',
  language: 'json',
  async read(content) {
    const { Parser, Language, Edit } = require('web-tree-sitter') as Library;
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve('tree-sitter-json/tree-sitter-json.wasm')));
    let wrong: string | undefined;
    let tree = parser.parse(content.text);
    if (tree.rootNode.hasError) throw new Error('tree-sitter: errors in a sound document');
    const { line: row, character: column } = content.places.digit;
    const without = { row, column };
    const withIt = { row, column: column + DIGIT.length };
    const startIndex = offsetOf(content.text, content.places.digit);
    let isThere = false;
    return {
      findings: undefined,
      async edit() {
        isThere = !isThere;
        const [before, after] = isThere ? [without, withIt] : [withIt, without];
        wrong ??= withDigit(content);
        const old = tree;
        old.edit(
          new Edit({
            startIndex,
            startPosition: without,
            oldEndIndex: startIndex + before.column - column,
            oldEndPosition: before,
            newEndIndex: startIndex + after.column - column,
            newEndPosition: after,
          }),
        );
        tree = parser.parse(isThere ? wrong : content.text, old);
        old.delete();
        return undefined;
      },
    };
  },
};

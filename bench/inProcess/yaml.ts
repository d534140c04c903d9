import { createRequire } from 'node:module';
import { withDigit } from '../contents/content.ts';
import type { Reader } from './reader.ts';

/** What is used of yaml. */
interface Library {
  parseDocument(text: string): { readonly errors: readonly unknown[] };
}

const require = createRequire(import.meta.url);

/** The library of YAML's server: no schema, and no way to read only a part anew. */
export const yaml: Reader = {
  name: 'yaml',
  title: 'yaml, no schema',
  language: 'yaml',
  async read(content) {
    const { parseDocument } = require('yaml') as Library;
    let wrong: string | undefined;
    let document = parseDocument(content.text);
    if (document.errors.length > 0) throw new Error('yaml: errors in a sound document');
    let isThere = false;
    return {
      findings: undefined,
      async edit() {
        isThere = !isThere;
        wrong ??= withDigit(content);
        document = parseDocument(isThere ? wrong : content.text);
        return undefined;
      },
    };
  },
};

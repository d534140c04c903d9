import { beancount } from './beancount.ts';
import { type Content, type Writer, write } from './content.ts';
import { hledger } from './hledger.ts';
import { json } from './json.ts';
import { jxmb } from './jxmb.ts';
import { makeTable, type Table } from './table.ts';
import { yaml } from './yaml.ts';

const WRITERS = { jxmb, json, yaml, beancount, hledger } satisfies Readonly<Record<string, Writer>>;

/** A language that the same table is written in. */
export type Language = keyof typeof WRITERS;

export const isWritten = (name: string): name is Language => Object.hasOwn(WRITERS, name);

export function contentIn(language: Language, table: Table): Content {
  return write(table, WRITERS[language]);
}

const made = new Map<string, Content>();

/** The sound table of so many projects, made once. */
export function contentOf(language: Language, projects: number): Content {
  const key = `${language} ${projects}`;
  let content = made.get(key);
  if (!content) {
    content = contentIn(language, makeTable({ projects }));
    made.set(key, content);
  }
  return content;
}

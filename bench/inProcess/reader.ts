import type { Content } from '../contents/content.ts';
import type { Language } from '../contents/languages.ts';

/** Something that reads a text, without a server around it. */
export interface Reader {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  /** Reads it whole and checks it, as far as it can. */
  read(content: Content): Promise<Read>;
}

export interface Read {
  /** How many findings there are; undefined where nothing is looked for. */
  readonly findings: number | undefined;
  /** Types a digit in the middle, or takes it out again, and reads and checks anew what has to be. */
  edit(): Promise<number | undefined>;
}

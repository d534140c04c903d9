import type { Bilingual } from '../profile/profile.ts';

/** What keeps the command line from doing as it was told, in words for the person who told it. */
export class CannotDo extends Error {
  readonly texts: Bilingual;

  constructor(texts: Bilingual) {
    super(texts.en);
    this.texts = texts;
  }
}

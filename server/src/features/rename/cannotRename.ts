import type { Bilingual } from '../../profile/profile.ts';

/** Why something cannot be renamed, or not so, for people. */
export class CannotRename extends Error {
  readonly texts: Bilingual;

  constructor(texts: Bilingual) {
    super(texts.en);
    this.texts = texts;
  }
}

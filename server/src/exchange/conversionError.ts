import type { Bilingual } from '../profile/profile.ts';

/** Why a file cannot be read or written, and what to do about it, in words for the person whose file it is. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  readonly texts: Bilingual;

  /** `cause`: what a library said, for those who look for the reason. */
  constructor(texts: Bilingual, cause?: unknown) {
    super(texts.en, cause === undefined ? undefined : { cause });
    this.texts = texts;
  }
}

/** What an error says to people. Each bundle has a class of its own, so it is known by its name. */
export function conversionTexts(error: unknown): Bilingual | undefined {
  return error instanceof Error && error.name === 'ConversionError' && 'texts' in error
    ? (error.texts as Bilingual)
    : undefined;
}

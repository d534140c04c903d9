/**
 * Spreadsheets take a text of a CSV file for a formula when it begins with certain characters. A `'` before them makes
 * it text, for people as for programs; a `'` that is there already gets another, so that taking it away again is exact.
 */
const NEEDS_GUARD = /^[=+\-@\t\r'＝＋－＠]/;

/** A text as it may stand in a CSV file or among tabs. */
export function guarded(text: string): string {
  return NEEDS_GUARD.test(text) ? `'${text}` : text;
}

/** The text that was guarded; others as they are. */
export function unguarded(text: string): string {
  return text.startsWith("'") && NEEDS_GUARD.test(text.slice(1)) ? text.slice(1) : text;
}

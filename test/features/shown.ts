import { codeLenses } from '../../server/src/features/codeLenses.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { LEGEND } from '../../server/src/features/semanticTokens/legend.ts';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { environment } from './marks.ts';

/** What features put into the lines of a table, written as one would see it. */

export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

export const everywhere = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

export function open(text: string, given: ServiceEnvironment = environment, uri = 'file:///a.jxmb'): TableDocument {
  return createLanguageService(given).open(uri, 'jxmb', 0, text);
}

/** The tokens of some encoded numbers, as `text:type` or `text:type.modifier`, line by line; lines without any left out. */
export function tokensIn(text: string, data: readonly number[]): string[] {
  const lines = linesOf(text);
  const shown: string[][] = [];
  let line = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    start = deltaLine === 0 ? start + deltaStart : deltaStart;
    line += deltaLine;
    const modifier = LEGEND.tokenModifiers.filter((_, bit) => modifiers & (1 << bit)).map((name) => `.${name}`);
    const token = `${lines[line]?.slice(start, start + length)}:${LEGEND.tokenTypes[type]}${modifier.join('')}`;
    shown[line] = [...(shown[line] ?? []), token];
  }
  return shown.filter(Boolean).map((tokens) => tokens.join(' '));
}

/** The lines that have hints, with the hints in `«»` where they stand. */
export function hintsIn(
  document: TableDocument,
  given: ServiceEnvironment = environment,
  range = everywhere,
): string[] {
  const lines = linesOf(document.getText());
  const hints = inlayHints(document, range, given);
  for (const { position, label } of hints.toReversed()) {
    const line = lines[position.line] as string;
    lines[position.line] = `${line.slice(0, position.character)}«${label}»${line.slice(position.character)}`;
  }
  return lines.filter((line) => line.includes('«'));
}

/** The lines that have lenses above them, each as `line ← lens | lens`. */
export function lensesIn(document: TableDocument, given: ServiceEnvironment = environment): string[] {
  const lines = linesOf(document.getText());
  const above = new Map<number, string[]>();
  for (const { range, command } of codeLenses(document, given)) {
    const own = above.get(range.start.line) ?? [];
    above.set(range.start.line, own);
    own.push(`${command?.title}${command?.command ? ` [${command.command}]` : ''}`);
  }
  return [...above].map(([line, lenses]) => `${lines[line]} ← ${lenses.join(' | ')}`);
}

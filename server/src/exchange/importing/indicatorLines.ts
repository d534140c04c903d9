import { splitBlocks } from '../../syntax/blocks.ts';
import { FULL_STOP, fold, isSpace, SEMICOLON } from '../../syntax/characters.ts';
import { escapeTexts, linesOf, trimmed } from '../../syntax/escape.ts';
import type { ClassNode, Indicator, Indicators } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { withoutEscapes } from '../../syntax/text.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { mayBeSeveral, numberedClasses } from './proseIndicators.ts';
import { applyMends, type Mend, mendsInSpan } from './spaces.ts';

/** An indicators cell as it goes into a document. */
export interface IndicatorLines {
  /** One indicator a line, in the language's own text; else the cell's text, but for the mends. */
  readonly lines: readonly string[];
  readonly mends: readonly Mend[];
  /** The indicators as read from the lines. */
  readonly indicators: readonly Indicator[];
  /** Lines of which nobody can tell whether they are one indicator. */
  readonly unsure: readonly string[];
  /** The document text that the indicators' offsets count in. */
  readonly text: string;
}

/**
 * Breaks a published cell, which runs all indicators together, into lines where the parser sees one begin; nothing in
 * them is corrected, for the checker has something to say about it. Only in those of a scan, spaces
 * between Han in a name are taken out.
 */
export function indicatorLines(cell: string, vocabulary: Vocabulary, isScan = false): IndicatorLines {
  const mends = isScan ? mendsOf(cell, vocabulary) : [];
  const lines = linesOf(applyMends(cell, mends)).flatMap((line) =>
    brokenUp(line, vocabulary).map((piece) => escapePiece(piece, vocabulary)),
  );
  const { text, list } = readLines(lines, vocabulary);
  const indicators = list?.items.filter((item) => item.type === 'indicator') ?? [];
  const unsure = lines.filter((line) => mayBeSeveral(line, vocabulary) && !hasLabelledValue(line, vocabulary));
  return { lines, mends, indicators, unsure, text };
}

function hasLabelledValue(line: string, vocabulary: Vocabulary): boolean {
  const items = readLines([line], vocabulary).list?.items ?? [];
  return items.some((item) => item.type === 'indicator' && item.values.some(({ index }) => index >= 0));
}

/**
 * Whether a cell holds an indicator: one with a class, or a value with its label.
 * @param byCode a class's code alone is one, as where nothing else says the class
 */
export function looksLikeIndicators(cell: string, vocabulary: Vocabulary, byCode = true): boolean {
  const isClass = (own: ClassNode | undefined) => own !== undefined && (byCode || own.name !== undefined);
  const items = linesOf(cell).flatMap((line) => readLines([plain(line)], vocabulary).list?.items ?? []);
  return items.some(
    (item) =>
      item.type === 'heading' ||
      (item.type === 'indicator' &&
        (isClass(item.class1) || isClass(item.class2) || item.values.some((value) => value.index >= 0))),
  );
}

const BEFORE = `${PROJECT_LABEL}:\n${INDICATORS_LABEL}:\n`;
const INDENT = '  ';

/** Lines as the indicators of a project; `list` is absent where they are not read as that alone. */
function readLines(
  lines: readonly string[],
  vocabulary: Vocabulary,
): { readonly text: string; readonly list?: Indicators } {
  const text = BEFORE + lines.map((line) => `${INDENT}${line}\n`).join('');
  if (splitBlocks(text, vocabulary).length > 1) return { text };
  const [, list, ...others] = parseBlock('project', text, vocabulary).parts;
  return { text, ...(list?.type === 'indicators' && others.length === 0 && { list }) };
}

/** The text of the cell, in which a `\` is nothing but itself. */
function plain(text: string): string {
  return text.replaceAll('\\', '\\\\');
}

/** A line with the escapes it needs to be read as text of this field: its `\`, and its start where that means something else. */
function escapePiece(piece: string, vocabulary: Vocabulary): string {
  const reads = ([line = '']: readonly string[]) => {
    const items = readLines([line], vocabulary).list?.items ?? [];
    const isText = items.length > 0 && items.every((item) => item.type === 'indicator' || item.type === 'heading');
    return isText && withoutEscapes(line) === piece;
  };
  return escapeTexts([piece], reads)[0] as string;
}

/** A line as the parser reads it; `offsetOf` takes a node's offset to the line's own. */
function readLine(line: string, vocabulary: Vocabulary) {
  const items = readLines([plain(line)], vocabulary).list?.items ?? [];
  const from = BEFORE.length + INDENT.length;
  if (!line.includes('\\')) return { items, offsetOf: (at: number) => at - from };
  // Every `\` is written twice.
  const offsets: number[] = [];
  for (let i = 0; i < line.length; i++) offsets.push(...(line[i] === '\\' ? [i, i] : [i]));
  return { items, offsetOf: (at: number) => offsets[at - from] ?? line.length };
}

/** The pieces of one line, each an indicator; spaces at the breaks are gone. */
function brokenUp(line: string, vocabulary: Vocabulary): string[] {
  const { head, tail } = withoutBareNumber(line);
  const { items, offsetOf } = readLine(head, vocabulary);
  const starts = [0, ...items.map((item) => offsetOf(item.start)).filter((start) => start > 0)];
  const breaks = starts.filter((start, i) => i === 0 || beginsIndicator(head.slice(start, starts[i + 1]), vocabulary));
  const all = [...new Set([...breaks, ...numberedClasses(head, vocabulary)])].sort((a, b) => a - b);
  const pieces = all.map((start, i) => trimmed(head.slice(start, all[i + 1])));
  return tail === '' ? pieces : [...pieces, tail];
}

/** Spaces between Han in the indicators' names. */
function mendsOf(cell: string, vocabulary: Vocabulary): Mend[] {
  return [...cell.matchAll(/[^\r\n]+/g)].flatMap((line) => {
    const own = trimmed(line[0]);
    const start = line.index + line[0].indexOf(own);
    const { items, offsetOf } = readLine(own, vocabulary);
    return items.flatMap((item) => {
      const name = item.type === 'indicator' ? item.name : undefined;
      return name ? mendsInSpan(cell, { start: start + offsetOf(name.start), end: start + offsetOf(name.end) }) : [];
    });
  });
}

/** Whether a line of its own is an indicator of its own. */
function beginsIndicator(piece: string, vocabulary: Vocabulary): boolean {
  const { text, list } = readLines(['1、', plain(piece)], vocabulary);
  const start = text.indexOf(INDENT, BEFORE.length + INDENT.length) + INDENT.length;
  return list?.items.some((item) => item.start === start) === true;
}

/** A number without indicator at a cell's end (`…5场。5、`) is an indicator whose text was lost. */
function withoutBareNumber(line: string): { head: string; tail: string } {
  const match = /\d{1,3}\s?、$/.exec(line.slice(-6));
  const at = match ? line.length - match[0].length : 0;
  let end = at;
  while (end > 0 && isSpace(line.charCodeAt(end - 1))) end--;
  const before = end > 0 ? line.charCodeAt(end - 1) : 0;
  if (before !== FULL_STOP && fold(before) !== SEMICOLON) return { head: line, tail: '' };
  return { head: line.slice(0, end), tail: line.slice(at) };
}

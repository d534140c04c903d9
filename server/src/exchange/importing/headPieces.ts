import { squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import { blockStart, matchLine } from '../../syntax/labels.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import { isGlyph } from './messages.ts';
import { isAmountLike } from './placing.ts';
import type { SourceRow } from './sourceRow.ts';
import { wordSet } from './wordSet.ts';

const HEADERS = new Set(['department', 'moneyUnit', 'year', 'profile']);
/** What a cell above the table says: a labelled text, a year, or any other. */
export type Piece =
  | {
      readonly type: 'header';
      readonly role: string;
      readonly label: string;
      readonly text: string;
      readonly renamed?: true;
      /** The text that the money unit was found in. */
      readonly from?: string;
    }
  | { readonly type: 'year' | 'glyph' | 'other'; readonly text: string; readonly written?: string };

/**
 * The money unit that a line among the rows of a table states, for the rows below it: a sheet may hold tables in 万元 and
 * in 元, one below the other.
 */
export function moneyUnitOfLine({ cells, role }: SourceRow, vocabulary: Vocabulary): MoneyUnit | undefined {
  const filled = cells.map(squeeze).filter((word) => word !== '');
  const isLine = filled.length <= MOST_LINE_CELLS && filled.every((word) => word.length <= LONGEST_LINE);
  if (role || !isLine || filled.some(isAmountLike)) return undefined;
  for (const { piece } of piecesOf(cells, vocabulary)) {
    if (piece.type !== 'header' || piece.role !== 'moneyUnit') continue;
    const unit = readMoneyUnit(joined(piece.text));
    if (unit) return unit;
  }
  return undefined;
}

/** More and longer cells are those of a row. */
const MOST_LINE_CELLS = 4;
const LONGEST_LINE = 40;

/** A text of several lines on one. */
export function joined(text: string): string {
  return trimmed(text.replace(/[\r\n]+/g, ' '));
}

/** The pieces of a row above the table, each with the index of its cell. */
export function piecesOf(cells: readonly string[], vocabulary: Vocabulary): { piece: Piece; cell: number }[] {
  const filled = cells.flatMap((cell, i) => (trimmed(cell) === '' ? [] : [{ text: trimmed(cell), cell: i }]));
  const pieces: { piece: Piece; cell: number }[] = [];
  for (let i = 0; i < filled.length; i++) {
    const { text, cell } = filled[i] as { text: string; cell: number };
    const next = filled[i + 1]?.text;
    const label = next === undefined ? undefined : labelAlone(text, vocabulary);
    if (label && next !== undefined && !headerOf(next, vocabulary)) {
      pieces.push({
        piece: { type: 'header', role: label.role, label: label.word, text: next, ...label.renamed },
        cell,
      });
      i++;
    } else {
      for (const part of partsOf(text, vocabulary)) {
        const piece = pieceOf(part, vocabulary);
        const unit = piece.type === 'other' || piece.type === 'glyph' ? moneyUnitIn(part) : undefined;
        if (!unit?.isAll) pieces.push({ piece, cell });
        if (unit) pieces.push({ piece: unit.piece, cell });
      }
    }
  }
  return pieces;
}

/** A money unit with the units of other cells behind it: `单位: 万元、%`. */
function withoutMeasures(piece: Piece, from: string): Piece {
  if (piece.type !== 'header' || piece.role !== 'moneyUnit' || readMoneyUnit(piece.text)) return piece;
  const unit = readMoneyUnit(/^[^、,，;；/]*/.exec(piece.text)?.[0] ?? '');
  return unit ? { ...piece, text: unit.name, from } : piece;
}

/** The money unit at the end of a title, `…表(单位:元)`, or in brackets of its own. */
function moneyUnitIn(text: string): { piece: Piece; isAll: boolean } | undefined {
  const word = squeeze(text);
  const found = /\(?(?:(?:金额|计量|货币)?单位:)([^:()]+)\)?$|^\(([^:()]+)\)$/.exec(word);
  const unit = found && readMoneyUnit(found[1] ?? found[2] ?? '');
  if (!unit) return undefined;
  const piece = { type: 'header', role: 'moneyUnit', label: '单位', text: unit.name, from: text } as const;
  return { piece, isAll: found.index === 0 };
}

/** A label in a cell of its own, with or without colon. */
function labelAlone(
  text: string,
  vocabulary: Vocabulary,
): { role: string; word: string; renamed?: { renamed: true } } | undefined {
  const word = squeeze(text).replace(/:$/, '');
  const role = vocabulary.labels.get(word)?.role;
  if (role === 'unit' || FILLERS.has(word)) return { role: 'department', word, renamed: { renamed: true } };
  return role && HEADERS.has(role) ? { role, word } : undefined;
}

/** Several labelled texts may stand in one line, parted by spaces. */
function partsOf(text: string, vocabulary: Vocabulary): string[] {
  if (!headerOf(text, vocabulary)) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const space of text.matchAll(/\s+/g)) {
    const at = space.index + space[0].length;
    if (space.index > from && headerOf(text.slice(at, at + LONGEST_LABEL), vocabulary)) {
      parts.push(text.slice(from, space.index));
      from = at;
    }
  }
  return [...parts, text.slice(from)];
}

const LONGEST_LABEL = 24;

/** What tables call the organisation that fills them in, besides the language's own words for units. */
const FILLERS = wordSet(`
  编制单位 编制部门 编报单位 编报部门 报送单位 报送部门 申报单位 申报部门 制表单位
`);

function headerOf(text: string, vocabulary: Vocabulary): Piece | undefined {
  const match = matchLine(text, 0, text.length, vocabulary);
  if (!match) return fillerOf(text);
  const { role } = match.meaning;
  const label = squeeze(text.slice(match.node.start, match.node.end));
  const rest = trimmed(text.slice(match.after));
  // In print the organisation that fills the table in, whatever it is called, is the department.
  const isUnit = role === 'unit' || (role === 'moneyUnit' && blockStart(match, text, text.length)?.kind === 'unit');
  if (isUnit) return { type: 'header', role: 'department', label, text: rest, renamed: true };
  return HEADERS.has(role) ? { type: 'header', role, label, text: rest } : undefined;
}

function fillerOf(text: string): Piece | undefined {
  const colon = text.search(/[:：]/);
  const label = squeeze(text.slice(0, Math.max(0, colon)));
  if (!FILLERS.has(label)) return undefined;
  return { type: 'header', role: 'department', label, text: trimmed(text.slice(colon + 1)), renamed: true };
}

function pieceOf(text: string, vocabulary: Vocabulary): Piece {
  const header = headerOf(text, vocabulary);
  if (header) return withoutMeasures(header, text);
  const year = /^(?:\d{4}年度?|\(\d{4}年度?\))$/.exec(squeeze(text))?.[0].replace(/[()]/g, '');
  if (year) return { type: 'year', text: /^\d/.test(text) ? text : year, ...(!/^\d/.test(text) && { written: text }) };
  return { type: isGlyph(text) ? 'glyph' : 'other', text };
}

import type { Bilingual } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { escapeLine, escapeTitle, trimmed } from '../../syntax/escape.ts';
import { blockStart, matchLine } from '../../syntax/labels.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import type { PlacedComment } from './commentSheet.ts';
import type { Meaning } from './headingWords.ts';
import { comment, isGlyph, MESSAGES } from './messages.ts';
import type { ImportItem, Place } from './report.ts';
import { isLine, placeIn, type SourceRow } from './sourceRow.ts';

/** What stands above the table. */
export interface Head {
  readonly lines: readonly string[];
  /** Undefined where none is named. */
  readonly moneyUnit: MoneyUnit | undefined;
  /** The text that names it, where that is a label of the table itself. */
  readonly moneyUnitFrom?: { readonly text: string; readonly place: Place };
  /** Whose table it is. */
  readonly department?: Department;
  /** Texts that a page's heading may say again. */
  readonly known: ReadonlySet<string>;
  /** The labelled lines that are there. */
  readonly roles: ReadonlySet<string>;
  readonly items: readonly ImportItem[];
  /** Comments that are to stand among its lines. */
  readonly comments?: readonly PlacedComment[];
}

/** Whose a table says it is. */
export interface Department {
  readonly name: string;
  /** The text that says so. */
  readonly said: string;
  readonly place: Place;
  /** The lines that may stand for it in a document: its own, or a comment where another was said before. */
  readonly lines: readonly string[];
}

const HEADERS = new Set(['department', 'moneyUnit', 'year', 'profile']);
const DEPARTMENT = '部门名称';

type Piece =
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

interface PlacedPiece {
  readonly piece: Piece;
  readonly place: Place & { readonly column: string };
}

/**
 * Reads the rows above the table: its title, its labelled lines, and what else stands there, which becomes comments.
 * @param before the head of a table before in the same document: what it says is not said again, what differs is a comment
 */
export function readHead(
  rows: readonly SourceRow[],
  columns: readonly Meaning[],
  vocabulary: Vocabulary,
  before?: Head,
): Head {
  const pieces = rows.flatMap((row) =>
    piecesOf(row.cells, vocabulary).map(({ piece, cell }): PlacedPiece => {
      return { piece, place: { ...placeIn(row, cell), column: isLine(row) ? '' : (columns[cell]?.name ?? '') } };
    }),
  );
  const others = pieces.filter(({ piece }) => piece.type === 'other');
  const title = others.find(({ piece }) => /表/.test(piece.text) && /绩效|目标|项目/.test(piece.text)) ?? others[0];

  const lines: string[] = [];
  const items: ImportItem[] = [];
  const known = new Set<string>(before?.known);
  const roles = new Set<string>(before?.roles);
  let moneyUnit: MoneyUnit | undefined;
  for (const placed of pieces) {
    const { piece, place } = placed;
    const keepAsComment = (kind: 'stray' | 'unplaced', before: string, message: Bilingual) => {
      for (const own of comment({ ...place, before })) lines.push(own);
      items.push({ kind, ...place, before, message });
    };
    const text = joined(piece.text);
    const wasJoined = text !== piece.text;
    switch (piece.type) {
      case 'glyph':
        keepAsComment('stray', piece.text, MESSAGES.strayGlyph);
        continue;
      case 'other':
        if (before && known.has(squeeze(text))) {
          items.push({ kind: 'repeated', ...place, before: text, message: MESSAGES.saidAgain });
          continue;
        }
        if (placed !== title || before) {
          keepAsComment('unplaced', piece.text, MESSAGES.aboveTable);
          continue;
        }
        lines.push(escapeTitle(text, vocabulary));
        break;
      case 'year':
        if (before) {
          if (known.has(squeeze(text)))
            items.push({ kind: 'repeated', ...place, before: text, message: MESSAGES.saidAgain });
          else keepAsComment('unplaced', piece.text, MESSAGES.otherHeader);
          continue;
        }
        lines.push(text);
        if (piece.written !== undefined)
          items.push({ kind: 'mended', ...place, before: piece.written, after: text, message: MESSAGES.year });
        break;
      case 'header': {
        const whole = `${piece.label}: ${text}`;
        const said = piece.from ?? whole;
        const unit = piece.role === 'moneyUnit' ? (readMoneyUnit(text) ?? DEFAULT_MONEY_UNIT) : undefined;
        moneyUnit ??= unit;
        if (unit && before?.moneyUnit) {
          const isSame = unit.power === before.moneyUnit.power;
          const after = `${piece.label}: ${before.moneyUnit.name}`;
          if (isSame) items.push({ kind: 'repeated', ...place, before: said, message: MESSAGES.saidAgain });
          else items.push({ kind: 'mended', ...place, before: said, after, message: MESSAGES.otherMoneyUnit });
          continue;
        }
        if (roles.has(piece.role) || before) {
          if (known.has(squeeze(said)))
            items.push({ kind: 'repeated', ...place, before: said, message: MESSAGES.saidAgain });
          else keepAsComment('unplaced', piece.from ?? `${piece.label}: ${piece.text}`, MESSAGES.otherHeader);
          continue;
        }
        roles.add(piece.role);
        known.add(squeeze(whole));
        const label = piece.renamed ? DEPARTMENT : piece.label;
        lines.push(`${label}: ${escapeLine(text, vocabulary)}`);
        if (piece.from !== undefined)
          items.push({
            kind: 'assumed',
            ...place,
            before: piece.from,
            after: whole,
            message: MESSAGES.headingMoneyUnit,
          });
        if (piece.renamed) {
          items.push({
            kind: 'assumed',
            ...place,
            before: whole,
            after: `${label}: ${text}`,
            message: MESSAGES.department,
          });
        }
      }
    }
    if (piece.type !== 'header') known.add(squeeze(text));
    if (wasJoined)
      items.push({
        kind: 'mended',
        ...place,
        before: piece.text,
        after: text,
        at: 0,
        message: MESSAGES.lineBreaks,
      });
  }
  const department = departmentIn(pieces, vocabulary);
  return { lines, moneyUnit, ...(department && { department }), known, roles, items };
}

function departmentIn(pieces: readonly PlacedPiece[], vocabulary: Vocabulary): Department | undefined {
  for (const { piece, place } of pieces) {
    if (piece.type !== 'header' || piece.role !== 'department') continue;
    const name = joined(piece.text);
    const said = `${piece.label}: ${name}`;
    const written = [DEPARTMENT, piece.label].map((label) => `${label}: ${escapeLine(name, vocabulary)}`);
    return {
      name,
      said,
      place,
      lines: [...written, ...comment({ ...place, before: `${piece.label}: ${piece.text}` })],
    };
  }
  return undefined;
}

function joined(text: string): string {
  return trimmed(text.replace(/[\r\n]+/g, ' '));
}

/** The pieces of a row above the table, each with the index of its cell. */
function piecesOf(cells: readonly string[], vocabulary: Vocabulary): { piece: Piece; cell: number }[] {
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
  if (role === 'unit') return { role: 'department', word, renamed: { renamed: true } };
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

function headerOf(text: string, vocabulary: Vocabulary): Piece | undefined {
  const match = matchLine(text, 0, text.length, vocabulary);
  if (!match) return undefined;
  const { role } = match.meaning;
  const label = squeeze(text.slice(match.node.start, match.node.end));
  const rest = trimmed(text.slice(match.after));
  // In print the organisation that fills the table in, whatever it is called, is the department.
  const isUnit = role === 'unit' || (role === 'moneyUnit' && blockStart(match, text, text.length)?.kind === 'unit');
  if (isUnit) return { type: 'header', role: 'department', label, text: rest, renamed: true };
  return HEADERS.has(role) ? { type: 'header', role, label, text: rest } : undefined;
}

function pieceOf(text: string, vocabulary: Vocabulary): Piece {
  const header = headerOf(text, vocabulary);
  if (header) return withoutMeasures(header, text);
  const year = /^(?:\d{4}年度?|\(\d{4}年度?\))$/.exec(squeeze(text))?.[0].replace(/[()]/g, '');
  if (year) return { type: 'year', text: /^\d/.test(text) ? text : year, ...(!/^\d/.test(text) && { written: text }) };
  return { type: isGlyph(text) ? 'glyph' : 'other', text };
}

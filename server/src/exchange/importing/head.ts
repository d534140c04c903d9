import type { Bilingual } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { escapeLine, escapeTitle } from '../../syntax/escape.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import type { PlacedComment } from './commentSheet.ts';
import type { Meaning } from './headingWords.ts';
import { joined, type Piece, piecesOf } from './headPieces.ts';
import { comment, MESSAGES } from './messages.ts';
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

const DEPARTMENT = '部门名称';

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

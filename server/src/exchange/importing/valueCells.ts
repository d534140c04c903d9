import { linesOf, trimmed } from '../../syntax/escape.ts';
import { readValue } from '../../table/value.ts';
import { joinedCell, type NamedCell } from './cellText.ts';
import { composeValue } from './composeValue.ts';
import { saidOfFormula } from './formulaText.ts';
import { MESSAGES } from './messages.ts';
import type { ImportItem } from './report.ts';

/** The cells of a value: what compares it and its unit may have cells of their own. */
export interface ValueCells {
  readonly value: NamedCell;
  readonly operator?: NamedCell | undefined;
  readonly unit?: NamedCell | undefined;
}

/** What the cells say together. */
export interface CellsValue {
  /** Several where the value's cell lists them, one a line. */
  readonly texts: readonly string[];
  /** Cells beside the value that are no part of it. */
  readonly left: readonly ('operator' | 'unit')[];
  readonly items: readonly ImportItem[];
}

/** Puts a value together from its cells, and says what of them was written otherwise. */
export function readValueCells({ value, operator, unit }: ValueCells): CellsValue {
  const before = trimmed(value.text);
  const { text, left, changed } = composeValue(
    joinedCell(before),
    joinedCell(operator?.text ?? ''),
    joinedCell(unit?.text ?? ''),
  );
  const items: ImportItem[] = [];
  const say = ({ text: own, place, column }: NamedCell, message: ImportItem['message']) => {
    items.push({ kind: 'mended', ...place, column, before: trimmed(own), after: text, message });
  };
  const message = saidOfFormula(before);
  if (message) items.push({ kind: 'assumed', ...value.place, column: value.column, before, message });
  const lines = linesOf(before);
  const isList = lines.length > 1 && !operator && !unit && lines.every((line) => readValue(line).kind === 'quantity');
  if (!isList && (changed.includes('value') || joinedCell(before) !== before)) say(value, MESSAGES.value);
  for (const [role, cell] of [
    ['operator', operator],
    ['unit', unit],
  ] as const) {
    if (cell && changed.includes(role) && !left.includes(role)) say(cell, MESSAGES.valuePart);
  }
  return { texts: isList ? lines : [text], left, items };
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import { COLON } from '../../syntax/characters.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { Decimal, sum } from '../../table/decimal.ts';
import { amountOf, type Row, sourceAmounts, sourcesOf } from '../../table/row.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';
import type { Offer } from './offers.ts';

const REASONS = {
  sources: { zh: '各资金来源之和', en: 'sum of the sources' },
  remainder: { zh: '总额减去其他来源', en: 'what the other sources leave' },
  unit: { zh: '本单位 {count} 个项目之和', en: 'sum of the projects of this unit ({count})' },
  total: { zh: '各预算单位之和', en: 'sum of the units' },
} satisfies Record<string, Bilingual>;

interface Computed {
  readonly value: Decimal;
  readonly reason: Bilingual;
  readonly count?: number;
}

/** What a column of the cursor's block comes to by the other amounts: from below, then from beside it. */
export function amountsFor(column: number, { cursor, vocabulary }: Pick<Asked, 'cursor' | 'vocabulary'>): Computed[] {
  const { block, document } = cursor;
  if (!block) return [];
  const computed: Computed[] = [];
  const below = document.checker.sumBelow(block, column);
  if (below && below.addends > 0) {
    computed.push({
      value: below.sum,
      reason: REASONS[block.kind === 'unit' ? 'unit' : 'total'],
      count: below.addends,
    });
  }
  const beside = besideIn(document.row(block), column, vocabulary);
  if (beside && !computed.some(({ value }) => value.equals(beside.value))) computed.push(beside);
  return computed;
}

function besideIn(row: Row, column: number, vocabulary: Vocabulary): Computed | undefined {
  const others = row.amounts.filter((amount) => amount.column !== column);
  if (others.some(({ reading }) => reading.problem)) return undefined;
  const sources = sourceAmounts(row, column, vocabulary);
  if (sources.length > 0) return { value: sum(sources), reason: REASONS.sources };
  const total = vocabulary.profile.columns.findIndex((_, i) => sourcesOf(vocabulary, i).includes(column));
  const stated = total < 0 ? undefined : amountOf(row, total)?.reading.value;
  if (!stated) return undefined;
  const rest = sourcesOf(vocabulary, total)
    .filter((source) => source !== column)
    .map((source) => amountOf(row, source)?.reading.value ?? Decimal.zero);
  const value = stated.minus(sum(rest));
  return value.compare(Decimal.zero) > 0 ? { value, reason: REASONS.remainder } : undefined;
}

/** Amounts for a column that is empty: digits that were typed may be all that is meant, and Enter ends the line. */
export function amountOffers(column: number, from: number, asked: Asked): Offer[] {
  const { cursor, language } = asked;
  if (!cursor.atEnd || from < cursor.before.length) return [];
  const space = spaceAt(cursor.before, from);
  return amountsFor(column, asked).map(({ value, reason, count }, rank): Offer => {
    const text = value.toAmount();
    const detail = say(reason, language, { count: String(count) });
    return { label: text, text: `${space}${text}`, rank, kind: CompletionItemKind.Value, detail };
  });
}

/** A space, where a half-width colon was typed without one. */
function spaceAt(before: string, from: number): string {
  return before.charCodeAt(from - 1) === COLON ? ' ' : '';
}

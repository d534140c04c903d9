import type { Bilingual } from '../../profile/profile.ts';
import type { Language } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import { Decimal, sum } from '../../table/decimal.ts';
import { compareSum } from '../../table/ledger.ts';
import { type Amount, amountOf, type Row, sourcesOf } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { bold, escapeMarkdown, list, paragraphs, say } from './markdown.ts';

const MESSAGES = {
  amount: { zh: '{column} {amount} {unit}', en: '{column} {amount} {unit}' },
  inYuan: { zh: ' = {amount} 元', en: ' = {amount} 元' },
  sources: { zh: '各资金来源:', en: 'Sources:' },
  sourceSum: { zh: '各资金来源之和 {sum},{comparison}:', en: 'The sources add up to {sum}, {comparison}:' },
  unitSum: {
    zh: '本单位 {count} 个项目之和 {sum},{comparison}',
    en: 'The projects of this unit ({count}) add up to {sum}, {comparison}',
  },
  totalSum: { zh: '各预算单位之和 {sum},{comparison}', en: 'The units add up to {sum}, {comparison}' },
  equal: { zh: '一致', en: 'as stated' },
  rounding: {
    zh: '相差 {difference},可能是四舍五入所致',
    en: 'a difference of {difference}, which may come from rounding',
  },
  mismatch: { zh: '相差 {difference}', en: 'a difference of {difference}' },
  ofRow: { zh: '占本行{total}的 {share}', en: '{share} of the {total} of this row' },
  ofUnit: { zh: '占{unit}{column}的 {share}', en: '{share} of the {column} of {unit}' },
  ofWhole: { zh: '占全表{column}的 {share}', en: '{share} of the {column} of the whole table' },
  thisUnit: { zh: '本单位', en: 'its unit' },
} satisfies Record<string, Bilingual>;

/** How an amount adds up, and what share it is. Undefined where it is empty or no amount. */
export function describeAmount(
  amount: Amount,
  row: Row,
  block: Block,
  document: TableDocument,
  language: Language,
): string | undefined {
  const { value } = amount.reading;
  if (!value) return undefined;
  const { vocabulary, moneyUnit } = document.context;
  const { column } = amount;
  const columnName = vocabulary.profile.columns[column]?.name ?? '';
  const inYuan = value.times(new Decimal(10n ** BigInt(moneyUnit.power))).toAmount();
  const head = say(MESSAGES.amount, language, { column: columnName, amount: value.toAmount(), unit: moneyUnit.name });
  return paragraphs(
    bold(head) + (moneyUnit.power > 0 ? say(MESSAGES.inYuan, language, { amount: inYuan }) : ''),
    ...sumsOf(value, column, row, block, document, language),
    sharesOf(value, column, row, block, document, language)
      .filter((share) => share)
      .join(' · '),
  );
}

/** What an amount should be: the sum of its sources, and of the rows below. */
function sumsOf(
  stated: Decimal,
  column: number,
  row: Row,
  block: Block,
  document: TableDocument,
  language: Language,
): string[] {
  const { vocabulary } = document.context;
  const parts: string[] = [];
  const sources = sourcesOf(vocabulary, column).flatMap((source) => {
    const reading = amountOf(row, source)?.reading;
    return reading?.value ? [{ name: vocabulary.profile.columns[source]?.name ?? '', value: reading.value }] : [];
  });
  const unreadable = sourcesOf(vocabulary, column).some((source) => amountOf(row, source)?.reading.problem);
  if (sources.length > 0) {
    const computed = sum(sources.map(({ value }) => value));
    const line = unreadable
      ? say(MESSAGES.sources, language)
      : sumLine(MESSAGES.sourceSum, stated, computed, sources.length, language);
    parts.push(line, list(sources.map(({ name, value }) => `${escapeMarkdown(name)} ${value.toAmount()}`)));
  }
  const below = document.checker.sumBelow(block, column);
  if (below && below.addends > 0) {
    const message = block.kind === 'unit' ? MESSAGES.unitSum : MESSAGES.totalSum;
    parts.push(sumLine(message, stated, below.sum, below.addends, language));
  }
  return parts;
}

function sumLine(message: Bilingual, stated: Decimal, computed: Decimal, addends: number, language: Language): string {
  const difference = stated.minus(computed).abs().toAmount();
  const comparison = say(MESSAGES[compareSum(stated, computed, addends)], language, { difference });
  return say(message, language, { sum: computed.toAmount(), count: String(addends), comparison });
}

/** What share an amount is of its row's total, of its unit's column and of the whole table's. */
function sharesOf(
  value: Decimal,
  column: number,
  row: Row,
  block: Block,
  document: TableDocument,
  language: Language,
): (string | undefined)[] {
  const { vocabulary } = document.context;
  const { columns } = vocabulary.profile;
  const total = columns.findIndex((_, i) => sourcesOf(vocabulary, i).includes(column));
  const name = escapeMarkdown(columns[column]?.name ?? '');
  const say100 = (message: Bilingual, whole: Decimal | undefined, args: Record<string, string>) => {
    const share = whole && value.shareOf(whole);
    return share === undefined ? undefined : say(message, language, { ...args, share: percent(share) });
  };
  const unit = document.checker.unitOf(block);
  const unitRow = unit && document.row(unit);
  const unitName = escapeMarkdown(unitRow?.name || say(MESSAGES.thisUnit, language));
  const ofUnit =
    unit && unitRow && (amountOf(unitRow, column)?.reading.value ?? document.checker.sumBelow(unit, column)?.sum);
  return [
    total < 0
      ? undefined
      : say100(MESSAGES.ofRow, amountOf(row, total)?.reading.value, {
          total: escapeMarkdown(columns[total]?.name ?? ''),
        }),
    say100(MESSAGES.ofUnit, ofUnit, { unit: unitName, column: name }),
    block.kind === 'total' ? undefined : say100(MESSAGES.ofWhole, document.checker.wholeOf(column), { column: name }),
  ];
}

/** Hundredths of a percent as people read them: `67.14%`. */
function percent(hundredths: number): string {
  return `${(hundredths / 100).toFixed(2)}%`;
}

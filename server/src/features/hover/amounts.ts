import type { Bilingual } from '../../profile/profile.ts';
import type { Language } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { Decimal } from '../../table/decimal.ts';
import { type Amount, amountOf, columnName, type Row, sourcesOf } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { type Expected, expectedOf, percent, sharesOf } from '../sums.ts';
import { beside, bold, escapeMarkdown, paragraphs, say, table } from './markdown.ts';
import { inOtherUnits, money } from './money.ts';

const MESSAGES = {
  source: { zh: '资金来源', en: 'Source' },
  share: { zh: '占比', en: 'Share' },
  sources: { zh: '各资金来源之和 {sum},{comparison}', en: 'The sources add up to {sum}, {comparison}' },
  projects: {
    zh: '本单位 {count} 个项目之和 {sum},{comparison}',
    en: 'The projects of this unit ({count}) add up to {sum}, {comparison}',
  },
  units: { zh: '各预算单位之和 {sum},{comparison}', en: 'The units add up to {sum}, {comparison}' },
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
  const head = `${columnName(vocabulary, column)} ${money(value, moneyUnit)}`;
  const others = inOtherUnits(value, moneyUnit, moneyUnit.name).map((other) => ` = ${other}`);
  return paragraphs(
    bold(head) + others.join(''),
    ...sumsOf(amount, row, block, document, language),
    sharesText(value, column, row, block, document, language),
  );
}

/** What an amount should be: the sum of its sources, and of the rows below. */
function sumsOf(amount: Amount, row: Row, block: Block, document: TableDocument, language: Language): string[] {
  const expected = expectedOf(amount, row, block, document);
  const sources = sourcesTable(amount, row, document, language);
  const fromSources = expected.find(({ by }) => by === 'sources');
  return [
    ...(fromSources ? [sumLine(fromSources, language)] : []),
    ...(sources ? [sources] : []),
    ...expected.filter((one) => one !== fromSources).map((one) => sumLine(one, language)),
  ];
}

/** What an amount is composed of: each source that is written, with its share. */
function sourcesTable(
  { column, reading }: Amount,
  row: Row,
  { context: { vocabulary, moneyUnit } }: TableDocument,
  language: Language,
): string | undefined {
  const rows = sourcesOf(vocabulary, column).flatMap((source) => {
    const value = amountOf(row, source)?.reading.value;
    if (!value) return [];
    const share = reading.value && value.shareOf(reading.value);
    const name = escapeMarkdown(columnName(vocabulary, source));
    return [[name, value.toAmount(), share === undefined ? '' : percent(share)]];
  });
  const heads = [say(MESSAGES.source, language), moneyUnit.name, say(MESSAGES.share, language)];
  return rows.length > 0 ? table([heads, ...rows], ['left', 'right', 'right']) : undefined;
}

function sumLine({ by, sum, addends, comparison, above }: Expected, language: Language): string {
  const compared = say(MESSAGES[comparison], language, { difference: above.abs().toAmount() });
  return say(MESSAGES[by], language, { sum: sum.toAmount(), count: String(addends), comparison: compared });
}

/** What share an amount is of its row's total, of its unit's column and of the whole table's. */
export function sharesText(
  value: Decimal,
  column: number,
  row: Row,
  block: Block,
  document: TableDocument,
  language: Language,
): string {
  const { vocabulary } = document.context;
  const total = vocabulary.profile.columns.findIndex((_, i) => sourcesOf(vocabulary, i).includes(column));
  const whole = total < 0 ? undefined : amountOf(row, total)?.reading.value;
  const { ofUnit, ofWhole } = sharesOf(value, column, block, document);
  const unit = document.checker.unitOf(block);
  const unitName = escapeMarkdown((unit && document.row(unit).name) || say(MESSAGES.thisUnit, language));
  const name = escapeMarkdown(columnName(vocabulary, column));
  const told = (message: Bilingual, share: number | undefined, args: Record<string, string>) =>
    share === undefined ? [] : [say(message, language, { ...args, share: percent(share) })];
  return beside(
    ...told(MESSAGES.ofRow, whole && value.shareOf(whole), { total: escapeMarkdown(columnName(vocabulary, total)) }),
    ...told(MESSAGES.ofUnit, ofUnit, { unit: unitName, column: name }),
    ...told(MESSAGES.ofWhole, ofWhole, { column: name }),
  );
}

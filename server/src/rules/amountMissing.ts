import { squeeze } from '../syntax/characters.ts';
import { isAmountText } from '../syntax/labels.ts';
import type { Field } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { sum } from '../table/decimal.ts';
import { amountOf, columnName, type Row, sourceAmounts, sourcesReadable, totalColumn } from '../table/row.ts';
import { RULES_ON_TOTALS } from './amountRules.ts';
import { isBare } from './bare.ts';
import { lineBehind, lineEndFrom } from './edits.ts';
import { slipFor } from './labelSlips.ts';
import { mayStandIn } from './placement.ts';
import { putBehind } from './putAmount.ts';
import type { BlockRule, RuleExplanation, TextEdit } from './rule.ts';

export const amountMissingExplained: RuleExplanation = {
  explanation: {
    zh: '合计、每个资金使用单位、每个项目都要写出总计。没有写或者空着的,算作各资金来源之和。',
    en: '合计, every unit and every project states its total. Where it is absent or empty, the sum of the sources counts for it.',
  },
  reason: {
    zh: '总计是批复的依据,没有总计,审核的人不知道这个项目要多少钱。',
    en: 'Money is granted by the total; without it a reviewer does not know what the project asks for.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
财政拨款: 30.00
其他资金: 5.00
`,
    right: `
项目名称: 科普活动经费
总计: 35.00
财政拨款: 30.00
其他资金: 5.00
`,
  },
};

export const amountMissing: BlockRule = {
  id: 'amount-missing',
  scope: 'block',
  severity: 'error',
  review: 'complete',
  title: { zh: '没有总计', en: 'No total' },
  messages: {
    absent: { zh: '没有写{column}', en: '{column} is not stated' },
    empty: { zh: '{column}是空的', en: '{column} is empty' },
    fill: { zh: '补上{column} {sum}', en: 'Put in {column} {sum}' },
  },
  // Then the total is there to be compared.
  fixesMayAdd: RULES_ON_TOTALS,

  check(row, text, { vocabulary }, report) {
    if (!mayStandIn(row.kind, 'amount') || isBare(row)) return;
    const total = totalColumn(vocabulary);
    let empty: Row['amounts'][number] | undefined;
    for (const amount of row.amounts) {
      if (amount.column !== total) continue;
      if (amount.reading.value || amount.reading.problem) return;
      empty ??= amount;
    }
    if (isWrittenElsewhere(row, text, total, vocabulary)) return;
    const column = columnName(vocabulary, total);
    const place = empty ? { span: empty.node.label, message: 'empty' } : { span: row.nameSpan, message: 'absent' };
    report({ ...place, args: { column } });
  },

  fixes(_finding, row, text, { vocabulary }) {
    const total = totalColumn(vocabulary);
    if (!sourcesReadable(row, total, vocabulary)) return [];
    const sources = sourceAmounts(row, total, vocabulary);
    if (sources.length === 0) return [];
    const column = columnName(vocabulary, total);
    const amount = sum(sources).toAmount();
    const label = amountOf(row, total)?.node.label;
    const edit = label ? putBehind(label, amount, text) : insertLine(row, `${column}: ${amount}`, text);
    return edit ? [{ message: 'fill', args: { column, sum: amount }, edits: [edit], preferred: true }] : [];
  },
};

/** The first line below the row's name: what a comment there says of the next line must not come to mean this one. */
function insertLine(row: Row, line: string, text: string): TextEdit | undefined {
  const title = titleOf(row);
  if (!title) return undefined;
  return lineBehind(text, lineEndFrom(text, title.end), row.amounts[0]?.node.start ?? title.start, line);
}

function titleOf({ kind, tree }: Row): Field | undefined {
  return tree.parts.find((part): part is Field => part.type === 'field' && part.role === kind);
}

/** Whether the total is there under a name that cannot be read, or beside 合计: those are findings of their own. */
function isWrittenElsewhere(row: Row, text: string, column: number, vocabulary: Vocabulary): boolean {
  const title = row.kind === 'total' ? titleOf(row) : undefined;
  if (title && isAmountText(text, title.text.start, title.text.end)) return true;
  if (slipFor('column', column, row, text, vocabulary)) return true;
  const { name = '', aliases = [] } = vocabulary.profile.columns[column] ?? {};
  const words = [name, ...aliases].map(squeeze);
  return row.tree.parts.some((part) => {
    if (part.type !== 'stray') return false;
    const line = squeeze(text.slice(part.start, part.end));
    return words.some((word) => line.startsWith(word) && /^\d/.test(line.slice(word.length)));
  });
}

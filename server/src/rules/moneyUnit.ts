import type { Field, Part, Span } from '../syntax/nodes.ts';
import { lineText } from '../syntax/text.ts';
import { MONEY_UNITS, readMoneyUnit } from '../table/moneyUnit.ts';
import type { Row } from '../table/row.ts';
import { RULES_ON_TOTALS } from './amountRules.ts';
import { lineInHead } from './headLine.ts';
import { slipFor } from './labelSlips.ts';
import type { RuleExplanation, StartRule, TextEdit } from './rule.ts';

export const moneyUnitExplained: RuleExplanation = {
  explanation: {
    zh: '表头要写"单位: 万元"一类的金额单位,只认元、千元、万元、亿元。没有写或写了别的,金额按万元读。',
    en: 'The head states the unit of money as 单位: 万元: one of 元, 千元, 万元, 亿元. Without one of these the amounts are read in 万元.',
  },
  reason: {
    zh: '不写单位,同一个数可以差一万倍,汇总时无从核对。',
    en: 'Without it the same figure may mean ten thousand times as much, and no sum can be checked.',
  },
  examples: {
    wrong: `
项目支出绩效目标表
部门名称: 示范市科技局
`,
    right: `
项目支出绩效目标表
部门名称: 示范市科技局
单位: 万元
`,
  },
};

export const moneyUnit: StartRule = {
  id: 'money-unit',
  scope: 'table',
  looksAt: 'start',
  severity: 'warning',
  review: 'complete',
  title: { zh: '金额单位没有写明', en: 'The unit of money is not stated' },
  messages: {
    missing: {
      zh: '没有写金额单位,金额按{unit}读',
      en: 'The unit of money is not stated; the amounts are read in {unit}',
    },
    unknown: {
      zh: '"{text}"不是金额单位,金额按{unit}读',
      en: '“{text}” is no unit of money; the amounts are read in {unit}',
    },
    add: { zh: '补上 单位: {unit}', en: 'Add 单位: {unit}' },
    replace: { zh: '改为 {unit}', en: 'Change to {unit}' },
  },
  // In another unit, amounts read otherwise.
  fixesMayAdd: ['amount-invalid', 'amount-style', 'total-mismatch', ...RULES_ON_TOTALS, 'include'],

  check(first, text, { moneyUnit: read, vocabulary }, report, behind) {
    const fields = first.kind === 'head' ? moneyUnitFields(first) : [];
    const written = fields.map((field) => lineText(text, field.text));
    if (written.some((word) => readMoneyUnit(word))) return;
    const args = { unit: read.name };
    const field = fields.find((_, i) => written[i] !== '');
    if (field) {
      report({ span: field.text, message: 'unknown', args: { ...args, text: lineText(text, field.text) } });
      return;
    }
    // One slip, one finding: `unknown-label` speaks.
    const begins = behind ?? { row: first, text };
    if (slipFor('moneyUnit', 0, begins.row, begins.text, vocabulary) || isUnitAsMoneyUnit(begins.row)) return;
    report({ span: fields[0]?.label ?? startOf(first), message: 'missing', args });
  },

  fixes({ message, span }, row, text, { moneyUnit: read }) {
    const units = [read, ...MONEY_UNITS.filter((unit) => unit !== read)];
    return units.map(({ name }, i) => ({
      message: message === 'unknown' ? 'replace' : 'add',
      args: { unit: name },
      edits: [message === 'unknown' ? { ...span, text: name } : insertion(name, row, text)],
      ...(i === 0 && { preferred: true as const }),
    }));
  },
};

function moneyUnitFields({ tree }: Row): Field[] {
  return tree.parts.filter((part) => part.type === 'field' && part.role === 'moneyUnit') as Field[];
}

/** `单位: 示范市科学馆` as the table's first line. */
function isUnitAsMoneyUnit({ kind, tree }: Row): boolean {
  return kind === 'unit' && tree.parts.some((part) => part.type === 'field' && part.asMoneyUnit);
}

/** What stands for the table's start: its title or first label, else its first comment; without head the first row's name. */
function startOf({ kind, tree, nameSpan }: Row): Span {
  const first = tree.parts.find(says) ?? tree.parts[0];
  if (kind !== 'head' || !first) return nameSpan;
  return 'label' in first ? first.label : { start: first.start, end: first.end };
}

function says({ type }: Part): boolean {
  return type !== 'comment' && type !== 'marker';
}

/** Puts the unit behind its label, else behind the other labels of the head, else above everything. */
function insertion(unit: string, row: Row, text: string): TextEdit {
  const [empty] = row.kind === 'head' ? moneyUnitFields(row) : [];
  if (empty) {
    const at = empty.label.colon + 1;
    return { start: at, end: Math.max(at, empty.text.end), text: `${text[at - 1] === ':' ? ' ' : ''}${unit}` };
  }
  return lineInHead(`单位: ${unit}`, row, text);
}

import { squeeze } from '../syntax/characters.ts';
import { isAmountText } from '../syntax/labels.ts';
import type { Amount as AmountNode, Field, Goal, Part } from '../syntax/nodes.ts';
import type { Row } from '../table/row.ts';
import { RULES_ON_CONTENT } from './content.ts';
import { removeLines } from './edits.ts';
import { blockBegunBy, labelSlips } from './labelSlips.ts';
import { mayStandIn } from './placement.ts';
import type { BlockRule, Fix, RuleExplanation } from './rule.ts';

type Labelled = AmountNode | Field | Goal;

interface Data {
  readonly first: Labelled;
  readonly second: Labelled;
  /** The one that can go without loss. */
  readonly spare: Labelled | undefined;
}

export const duplicateFieldExplained: RuleExplanation = {
  explanation: {
    zh: '一个项目、一个单位或表头里,同一栏(金额、目标、其他栏目)写了不止一次。内容相同或有一次空着的,删去多余的一次;内容不同的,留下对的一次。绩效指标分几段写不算。',
    en: 'A project, a unit or the head has the same field (an amount, a goal, any other) more than once. Where both say the same, or one nothing, one can go; where they differ, one is wrong. Indicators in several parts are no repetition.',
  },
  reason: {
    zh: '同一栏两个数,审核时不知道以哪个为准;只有第一个参加合计。',
    en: 'With two of them nobody knows which counts; only the first takes part in sums.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
总计: 30.00
财政拨款: 30.00
财政拨款: 30.00
`,
    right: `
项目名称: 科普活动经费
总计: 30.00
财政拨款: 30.00
`,
  },
};

export const duplicateField: BlockRule = {
  id: 'duplicate-field',
  scope: 'block',
  severity: 'error',
  review: 'form',
  compares: true,
  title: { zh: '同一栏写了两次', en: 'A field given twice' },
  messages: {
    same: { zh: '{label}写了两次,内容相同', en: '{label} is given twice, with the same content' },
    empty: { zh: '{label}写了两次,有一次是空的', en: '{label} is given twice, once without content' },
    differs: { zh: '{label}写了两次,内容不同', en: '{label} is given twice, with different content' },
    first: { zh: '第一次写在这里', en: 'first given here' },
    remove: { zh: '删去重复的{label}', en: 'Remove the repeated {label}' },
    removeEmpty: { zh: '删去空的{label}', en: 'Remove the empty {label}' },
    keepFirst: { zh: '保留前面的{label}', en: 'Keep the first {label}' },
    keepSecond: { zh: '保留这里的{label}', en: 'Keep this {label}' },
  },
  // Where the second stays, or one that was not read, amounts may be others, and by another 版式 all may read otherwise.
  fixesMayAdd: RULES_ON_CONTENT,

  check(row, text, { vocabulary }, report) {
    const seen = new Map<string, Labelled>();
    for (const part of row.tree.parts) {
      const key = keyOf(part, row);
      if (key === undefined) continue;
      const second = part as Labelled;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, second);
        continue;
      }
      // Behind a misspelt 项目名称 or 资金使用单位 another row begins.
      const another = labelSlips(row, text, vocabulary).find((slip) => blockBegunBy(slip));
      if (another && another.span.start < second.start) return;
      const texts = [first, second].map((one) => contentOf(one, text));
      if (second.type === 'field' && second.role === 'department' && areTwo(first, second, text)) continue;
      const message = isSame(first, second, row, texts) ? 'same' : texts.includes('') ? 'empty' : 'differs';
      const spare = message === 'same' || texts[1] === '' ? second : message === 'empty' ? first : undefined;
      report({
        span: { start: second.label.start, end: second.end },
        message,
        args: { label: labelOf(second, text) },
        related: () => [{ span: { start: first.label.start, end: first.end }, message: 'first' }],
        ...(spare === second && { unnecessary: true as const }),
        data: { first, second, spare } satisfies Data,
      });
    }
  },

  fixes(finding, row, text) {
    const { first, second, spare } = finding.data as Data;
    const without = (message: string, gone: Labelled, more: Partial<Fix>): Fix[] => {
      if (holdsApart(gone, row, text)) return [];
      const inserts = gone.type === 'goal' ? gone.inserts : [];
      const edits = removeLines(text, gone, inserts);
      return [{ message, args: { label: labelOf(second, text) }, edits, ...more }];
    };
    if (spare) {
      return without(finding.message === 'same' ? 'remove' : 'removeEmpty', spare, { preferred: true, sure: true });
    }
    return [...without('keepFirst', second, {}), ...without('keepSecond', first, {})];
  },
};

/** What may stand in a row only once. */
function keyOf(part: Part, { kind }: Row): string | undefined {
  switch (part.type) {
    case 'amount':
      return mayStandIn(kind, 'amount') ? `amount ${part.column}` : undefined;
    case 'goal':
      return mayStandIn(kind, 'goal') ? `goal ${part.index}` : undefined;
    case 'field':
      return part.role !== kind && mayStandIn(kind, part.role) ? `${part.role} ${part.index}` : undefined;
    default:
      return undefined;
  }
}

/** 部门名称 and 主管部门 mean the same in a head, but with two names they are two departments. */
function areTwo(first: Labelled, second: Labelled, text: string): boolean {
  return labelOf(first, text) !== labelOf(second, text) && contentOf(first, text) !== contentOf(second, text);
}

function labelOf({ label }: Labelled, text: string): string {
  return squeeze(text.slice(label.start, label.end));
}

function contentOf(one: Labelled, text: string): string {
  const inserts = one.type === 'goal' ? one.inserts : [];
  let content = '';
  let from = one.text.start;
  for (const insert of inserts) {
    content += text.slice(from, Math.max(from, insert.start));
    from = Math.max(from, insert.end);
  }
  return squeeze(content + text.slice(from, Math.max(from, one.text.end)));
}

function isSame(first: Labelled, second: Labelled, row: Row, [one, other]: readonly string[]): boolean {
  if (one === other) return true;
  const [a, b] = [first, second].map((node) => row.amounts.find((amount) => amount.node === node)?.reading.value);
  return a !== undefined && b !== undefined && a.compare(b) === 0;
}

/** Whether a label ends a text that would go on behind it if it went. */
function holdsApart(part: Part, row: Row, text: string): boolean {
  const parts = row.tree.parts.filter(({ type }) => type !== 'comment' && type !== 'marker');
  // The finding may be of an earlier reading of the row.
  const at = parts.findIndex(({ start }) => start === part.start);
  const before = parts[at - 1];
  const after = parts[at + 1];
  if (before?.type === 'indicators') return after?.type === 'stray' || after?.type === 'lead';
  if (before?.type !== 'goal') return false;
  switch (after?.type) {
    case 'indicators':
      return false;
    case 'goal':
      return after.index === before.index;
    case 'amount':
      return !isAmountText(text, after.text.start, after.text.end);
    default:
      return true;
  }
}

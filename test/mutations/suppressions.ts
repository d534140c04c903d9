import type { Mutation } from './mutation.ts';

export const suppressions: readonly Mutation[] = [
  {
    rule: 'unused-suppression',
    name: 'a comment that suppresses what is not there',
    slip(table, pick) {
      const one = pick(table.amounts);
      if (!one) return undefined;
      const { start } = table.linesOf(table.spanIn(one.in, one.amount.node));
      const text = '// jxmb-disable-next-line total-mismatch: 赞助尚未到账\n';
      const at = { start, end: start };
      return { edits: [{ ...at, text }], expected: [{ rule: 'unused-suppression', at }], restored: true };
    },
  },
  {
    rule: 'unknown-rule',
    name: 'a comment with a letter of the rule wrong',
    slip(table, pick) {
      const one = pick(table.amounts);
      const id = pick(['total-mismatsh', 'sum-mismatches', 'amount-invald']);
      if (!one || !id) return undefined;
      const { start } = table.linesOf(table.spanIn(one.in, one.amount.node));
      const at = { start, end: start };
      const text = `// jxmb-disable-next-line ${id}: 赞助尚未到账\n`;
      return { edits: [{ ...at, text }], expected: [{ rule: 'unknown-rule', at }], restored: false };
    },
  },
];

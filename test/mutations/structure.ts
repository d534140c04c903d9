import type { Span } from '../../server/src/syntax/nodes.ts';
import type { Mutation, Pick, PlacedRow, Slip, Table } from './mutation.ts';

/** Letters that no label is written with. */
const LETTERS = ['甲', '册', '旱', '汁', '拔', '己'];

/** Another letter in the place of one of a label's, which the finding's fix takes back. */
function misspelt(label: Span, pick: Pick): Slip | undefined {
  const text = pick(LETTERS);
  const start = pick(Array.from({ length: label.end - label.start }, (_, i) => label.start + i));
  if (text === undefined || start === undefined) return undefined;
  return {
    edits: [{ start, end: start + 1, text }],
    expected: [{ rule: 'unknown-label', at: label }],
    restored: true,
  };
}

function headOf(table: Table): PlacedRow | undefined {
  return table.rows.find(({ row }) => row.kind === 'head');
}

function headField(table: Table, role: string) {
  const head = headOf(table);
  const part = head?.row.fields.find((field) => field.role === role);
  return head && part && { head, part, whole: table.spanIn(head, part), text: table.spanIn(head, part.text) };
}

/** The sums of a unit's columns that a project has an amount in: where it comes twice, they no longer add up. */
function sumsOver(table: Table, project: PlacedRow, unit: PlacedRow): Slip['expected'] {
  return unit.row.amounts
    .filter(({ column, reading }) => {
      const added = project.row.amounts.find((amount) => amount.column === column)?.reading.value;
      return reading.value && added && !added.isZero;
    })
    .map(({ node }) => ({ rule: 'sum-mismatch', at: table.spanIn(unit, node.text) }));
}

export const structure: readonly Mutation[] = [
  {
    rule: 'money-unit',
    name: 'the line of the money unit is lost',
    slip(table) {
      const unit = headField(table, 'moneyUnit');
      const first = unit?.head.row.tree.parts.find(({ type }) => type === 'title');
      if (!unit || !first) return undefined;
      const edits = [{ ...table.linesOf(unit.whole), text: '' }];
      return { edits, expected: [{ rule: 'money-unit', at: table.spanIn(unit.head, first) }], restored: true };
    },
  },
  {
    rule: 'money-unit',
    name: 'a unit that is none, or nothing, stands in its place',
    slip(table, pick) {
      const unit = headField(table, 'moneyUnit');
      const text = pick(['百元', '美元', '亿万元', '十万元', '斤', '']);
      if (!unit || text === undefined) return undefined;
      const at = text === '' ? unit.whole : unit.text;
      return { edits: [{ ...unit.text, text }], expected: [{ rule: 'money-unit', at }], restored: text !== '' };
    },
  },
  {
    rule: 'unknown-profile',
    name: 'a profile that there is not',
    slip(table, pick) {
      const unit = headField(table, 'moneyUnit');
      const name = pick(['guangzhuo', 'Guangzhou', '广州', 'guangzhou2025', 'panyu']);
      if (!unit || name === undefined) return undefined;
      const { end } = unit.whole;
      const edits = [{ start: end, end, text: `\n版式: ${name}` }];
      return { edits, expected: [{ rule: 'unknown-profile', at: { start: end, end } }], restored: false };
    },
  },
  {
    rule: 'unknown-label',
    name: 'a letter of a value label',
    slip(table, pick) {
      const chosen = pick(table.values);
      const label = chosen?.value.node.label;
      return chosen && label && misspelt(table.spanIn(chosen.in, label), pick);
    },
  },
  {
    rule: 'unknown-label',
    name: 'a letter of the only source’s label',
    slip(table, pick) {
      // With others beside it, the total would be missing it.
      const rows = table.rows.filter(({ row }) => row.amounts.length === 2);
      const chosen = pick(rows);
      const source = chosen?.row.amounts.find(({ column }) => column === 1);
      return chosen && source && misspelt(table.spanIn(chosen, source.node.label), pick);
    },
  },
  {
    rule: 'unknown-label',
    name: 'a letter of the department’s label',
    slip(table, pick) {
      const department = headField(table, 'department');
      return department && misspelt(table.spanIn(department.head, department.part.label), pick);
    },
  },
  {
    rule: 'unknown-label',
    name: '单位 where 资金使用单位 is meant',
    slip(table, pick) {
      const unit = pick(table.units);
      const label = unit?.row.tree.parts.flatMap((part) => (part.type === 'field' ? [part.label] : []))[0];
      if (!unit || !label) return undefined;
      const at = table.spanIn(unit, label);
      return { edits: [{ ...at, text: '单位' }], expected: [{ rule: 'unknown-label', at }], restored: true };
    },
  },
  {
    rule: 'unexpected-text',
    name: 'a remark among the amounts of a unit or of 合计',
    slip(table, pick) {
      const chosen = pick(table.rows.filter(({ row }) => row.kind === 'unit' || row.kind === 'total'));
      const amount = chosen && pick(chosen.row.amounts);
      const remark = pick(['以上为本级', '另见附件', '经办人: 张三', '(不含结转)']);
      if (!chosen || !amount || remark === undefined) return undefined;
      const { end } = table.spanIn(chosen, amount.node);
      const edits = [{ start: end, end, text: `\n${remark}` }];
      return { edits, expected: [{ rule: 'unexpected-text', at: { start: end, end } }], restored: false };
    },
  },
  {
    rule: 'duplicate-field',
    name: 'a line of an amount twice',
    slip(table, pick) {
      const chosen = pick(table.amounts);
      if (!chosen) return undefined;
      const line = table.linesOf(table.spanIn(chosen.in, chosen.amount.node));
      const edits = [{ start: line.end, end: line.end, text: table.at(line) }];
      return { edits, expected: [{ rule: 'duplicate-field', at: { start: line.end, end: line.end } }], restored: true };
    },
  },
  {
    rule: 'duplicate-field',
    name: 'a line of the head twice, or again with another text',
    slip(table, pick) {
      const role = pick(['department', 'year', 'moneyUnit']);
      const field = role === undefined ? undefined : headField(table, role);
      if (!field) return undefined;
      const line = table.linesOf(field.whole);
      const again = pick([table.at(line), table.at(line).replace(/: .*/, ': 2031')]) as string;
      const edits = [{ start: line.end, end: line.end, text: again }];
      return { edits, expected: [{ rule: 'duplicate-field', at: { start: line.end, end: line.end } }], restored: true };
    },
  },
  {
    rule: 'duplicate-project',
    name: 'a project twice under its unit',
    slip(table, pick) {
      const index = pick(table.rows.flatMap(({ row }, i) => (row.kind === 'project' ? [i] : [])));
      if (index === undefined) return undefined;
      const project = table.rows[index] as PlacedRow;
      const unit = table.rows.slice(0, index).findLast(({ row }) => row.kind === 'unit');
      const end = project.place.offset + project.text.length;
      if (!unit || !project.text.endsWith('\n')) return undefined;
      return {
        edits: [{ start: end, end, text: project.text }],
        expected: [{ rule: 'duplicate-project', at: { start: end, end } }, ...sumsOver(table, project, unit)],
        restored: false,
      };
    },
  },
  {
    rule: 'merge-conflict',
    name: 'two versions of an amount side by side',
    slip(table, pick) {
      const chosen = pick(table.amounts);
      if (!chosen) return undefined;
      const line = table.linesOf(table.spanIn(chosen.in, chosen.amount.node));
      const text = table.at(line);
      const other = pick([text, text.replace(/: .*/, ': 1.00')]) as string;
      const before = { start: line.start, end: line.start };
      const behind = { start: line.end, end: line.end };
      return {
        edits: [
          { ...before, text: '<<<<<<< 我的\n' },
          { ...behind, text: `=======\n${other}>>>>>>> 同事的\n` },
        ],
        expected: [before, behind, behind].map((at) => ({ rule: 'merge-conflict', at })),
        restored: false,
      };
    },
  },
  {
    rule: 'include',
    name: 'a table taken in that is not there',
    settings: { readTable: () => undefined },
    slip: (table, pick) => included(table, pick(['区科协.jxmb', '各单位/区科协.jxmb', '各单位\\区科协.jxmb']), pick),
  },
  {
    rule: 'include',
    name: 'a table taken in from elsewhere, or from nowhere',
    slip: (table, pick) =>
      included(table, pick(['D:\\预算\\区科协.jxmb', '/预算/区科协.jxmb', '../区科协.jxmb', '']), pick),
  },
];

/** A line that takes in a table, before a unit. */
function included(table: Table, path: string | undefined, pick: Pick): Slip | undefined {
  const unit = pick(table.units);
  if (!unit || path === undefined) return undefined;
  const at = { start: unit.place.offset, end: unit.place.offset };
  return { edits: [{ ...at, text: `引用: ${path}\n\n` }], expected: [{ rule: 'include', at }], restored: false };
}

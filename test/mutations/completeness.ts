import { isCost, speaksOfCost } from '../../server/src/rules/demandedClasses.ts';
import { isHandedDown } from '../../server/src/rules/handedDown.ts';
import type { Span } from '../../server/src/syntax/nodes.ts';
import { isOpen } from '../../server/src/table/cuts.ts';
import type { Goal, Indicator } from '../../server/src/table/row.ts';
import type { Edit, Mutation, Pick, PlacedRow, Slip, Table } from './mutation.ts';

/** Slips that leave something out of a table: goals, indicators, classes, weights. */

const CENTRAL = '中央部门-2021.jxmb';

/** A project with the label of its indicators. */
function pickProject(table: Table, pick: Pick): { placed: PlacedRow; label: Span } | undefined {
  const placed = pick(table.projects);
  const part = placed?.row.tree.parts.find(({ type }) => type === 'indicators');
  return placed && part && 'label' in part ? { placed, label: table.spanIn(placed, part.label) } : undefined;
}

function pickGoal(table: Table, pick: Pick): { placed: PlacedRow; goal: Goal; text: Span; label: Span } | undefined {
  const placed = pick(table.projects);
  const goal = placed && pick(placed.row.goals);
  if (!placed || !goal || goal.text === '' || goal.node.inserts.length > 0) return undefined;
  const { text, label } = goal.node;
  return { placed, goal, text: table.spanIn(placed, text), label: table.spanIn(placed, label) };
}

function handedDown(table: Table, { row, text }: PlacedRow): boolean {
  return isHandedDown(row, text, table.document.context);
}

/** Takes out indicators, each with its line; those behind them move up. */
function without(table: Table, placed: PlacedRow, isGone: (indicator: Indicator) => boolean): Edit[] {
  let number = 0;
  return placed.row.indicators.flatMap((indicator): Edit[] => {
    const { node } = indicator;
    if (isGone(indicator)) return [{ ...table.linesOf(table.spanIn(placed, node)), text: '' }];
    number++;
    return node.number ? [{ ...table.spanIn(placed, node.number), text: String(number) }] : [];
  });
}

function classRemoved(code: string, name: string): Mutation {
  return {
    rule: 'missing-class',
    name,
    slip(table, pick): Slip | undefined {
      const project = pickProject(table, pick);
      if (!project || (code === '3' && handedDown(table, project.placed))) return undefined;
      const isGone = ({ level1 }: Indicator) => level1?.code === code;
      const { indicators } = project.placed.row;
      if (!indicators.some(isGone) || indicators.every(isGone)) return undefined;
      return {
        edits: without(table, project.placed, isGone),
        expected: [{ rule: 'missing-class', at: project.label }],
        restored: false,
      };
    },
  };
}

/** A weight of a random indicator of the example that has some. */
function pickWeight(
  table: Table,
  pick: Pick,
): { label: Span; text: Span; value: Span; name: Span; before: Span } | undefined {
  const project = pickProject(table, pick);
  const indicator = project && pick(project.placed.row.indicators);
  const i = indicator?.values.findIndex((value) => value.label?.span === 'weight') ?? -1;
  const weight = indicator?.values[i];
  const before = indicator?.values[i - 1];
  if (!project || !weight || !before || !indicator?.node.name) return undefined;
  const at = (span: Span) => table.spanIn(project.placed, span);
  return {
    label: project.label,
    text: at(weight.node.text),
    value: at(weight.node),
    name: at(indicator.node.name),
    before: at(before.node),
  };
}

export const completeness: readonly Mutation[] = [
  {
    rule: 'missing-goal',
    name: 'the goal is not filled in',
    slip(table, pick) {
      const found = pickGoal(table, pick);
      if (!found) return undefined;
      return {
        edits: [{ ...found.text, text: '' }],
        expected: [{ rule: 'missing-goal', at: found.label }],
        restored: false,
      };
    },
  },
  {
    rule: 'missing-goal',
    name: 'of two goals the only one is left out, label and all',
    example: CENTRAL,
    slip(table, pick) {
      const found = pickGoal(table, pick);
      if (!found || found.placed.row.goals.length > 1) return undefined;
      return {
        edits: [{ ...table.linesOf({ start: found.label.start, end: found.text.end }), text: '' }],
        expected: [{ rule: 'missing-goal', at: table.spanIn(found.placed, found.placed.row.nameSpan) }],
        restored: false,
      };
    },
  },
  {
    rule: 'truncated-text',
    name: 'the end of a goal is lost',
    slip(table, pick) {
      const found = pickGoal(table, pick);
      if (!found || found.goal.text.includes('\n') || found.goal.text.length < 50) return undefined;
      const length = pick(Array.from({ length: found.goal.text.length - 45 }, (_, i) => 45 + i)) ?? 0;
      const kept = found.goal.text.slice(0, length);
      // What ends in a mark, or has no clauses, looks whole.
      if (!isOpen(kept) || kept.endsWith(',') || kept.endsWith(' ')) return undefined;
      const at = { start: found.text.start + length, end: found.text.end };
      return { edits: [{ ...at, text: '' }], expected: [{ rule: 'truncated-text', at }], restored: false };
    },
  },
  {
    rule: 'truncated-text',
    name: 'the first point of a goal is lost',
    slip(table, pick) {
      const found = pickGoal(table, pick);
      const lines = found && table.at(found.text).split('\n');
      if (!found || !lines || lines.length < 2 || !lines[0]?.startsWith('1.')) return undefined;
      const end = found.text.start + lines[0].length + 1;
      const at = { start: end, end: end + 4 };
      return {
        edits: [{ start: found.text.start, end, text: '' }],
        expected: [{ rule: 'truncated-text', at }],
        restored: false,
      };
    },
  },
  {
    rule: 'missing-indicators',
    name: 'the indicators are not filled in',
    slip(table, pick) {
      const project = pickProject(table, pick);
      const last = project?.placed.row.indicators.at(-1);
      if (!project || !last) return undefined;
      const { end } = table.spanIn(project.placed, last.node);
      return {
        edits: [{ start: project.label.end + 1, end, text: '' }],
        expected: [{ rule: 'missing-indicators', at: project.label }],
        restored: false,
      };
    },
  },
  classRemoved('1', 'the outputs are left out'),
  classRemoved('2', 'the benefits are left out'),
  classRemoved('3', 'satisfaction is left out'),
  {
    rule: 'cost-indicator',
    name: 'a purchase loses its cost',
    slip(table, pick) {
      const project = pickProject(table, pick);
      if (!project) return undefined;
      const { row } = project.placed;
      const { context } = table.document;
      const { judging } = context.vocabulary;
      if (!judging.costProjects.in(row.name) || judging.notCostProjects.in(row.name)) return undefined;
      if (handedDown(table, project.placed)) return undefined;
      const isGone = ({ level1, level2 }: Indicator) => isCost(level2?.code ?? level1?.code ?? '');
      if (!row.indicators.some(isGone)) return undefined;
      if (row.indicators.some((indicator) => !isGone(indicator) && speaksOfCost(indicator, context))) return undefined;
      return {
        edits: without(table, project.placed, isGone),
        expected: [{ rule: 'cost-indicator', at: project.label }],
        restored: false,
      };
    },
  },
  {
    rule: 'repeated-goal',
    name: 'the goal of another project is copied',
    slip(table, pick) {
      const from = pickGoal(table, pick);
      const to = pickGoal(table, pick);
      if (!from || !to || from.label.start >= to.label.start) return undefined;
      if (handedDown(table, from.placed) || handedDown(table, to.placed)) return undefined;
      return {
        edits: [{ ...to.text, text: table.at(from.text) }],
        expected: [{ rule: 'repeated-goal', at: to.label }],
        restored: false,
      };
    },
  },
  {
    rule: 'weights',
    name: 'a weight is a point too high',
    example: CENTRAL,
    slip(table, pick) {
      const found = pickWeight(table, pick);
      if (!found) return undefined;
      return {
        edits: [{ ...found.text, text: String(Number(table.at(found.text)) + 1) }],
        expected: [{ rule: 'weights', at: found.label }],
        restored: false,
      };
    },
  },
  {
    rule: 'weights',
    name: 'a weight is left out',
    example: CENTRAL,
    slip(table, pick) {
      const found = pickWeight(table, pick);
      if (!found) return undefined;
      return {
        edits: [{ start: found.before.end, end: found.value.end, text: '' }],
        expected: [{ rule: 'weights', at: found.name }],
        restored: true,
      };
    },
  },
  {
    rule: 'weights',
    name: 'a weight is written in words',
    example: CENTRAL,
    slip(table, pick) {
      const found = pickWeight(table, pick);
      if (!found) return undefined;
      return {
        edits: [{ ...found.text, text: '十' }],
        expected: [{ rule: 'weights', at: found.text }],
        restored: false,
      };
    },
  },
  {
    rule: 'stale-year',
    name: 'a name speaks of the year before',
    slip(table, pick) {
      const found = pick(table.indicators);
      const node = found?.indicator.node.name;
      if (!found || !node) return undefined;
      const { judging } = table.document.context.vocabulary;
      // Behind the code of the third level a number is read as more of it.
      if (judging.behindFairYears.in(found.indicator.name) || found.indicator.code3) return undefined;
      // What was paid in a year before is what the indicator is about.
      if (found.indicator.name.includes('支付')) return undefined;
      const { start } = table.spanIn(found.in, node);
      const at = { start, end: start };
      return { edits: [{ ...at, text: '2024年' }], expected: [{ rule: 'stale-year', at }], restored: false };
    },
  },
];

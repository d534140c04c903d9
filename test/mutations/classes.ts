import type { LevelTwoClass } from '../../server/src/profile/profile.ts';
import type { Span } from '../../server/src/syntax/nodes.ts';
import type { Indicator } from '../../server/src/table/row.ts';
import { profile } from '../tables.ts';
import type { Mutation, Pick, PlacedRow, Slip, Table } from './mutation.ts';

/** Slips in the classes of indicators. */

interface Placed {
  readonly in: PlacedRow;
  readonly indicator: Indicator;
}

/** An indicator whose classes are written in full: the spans of both, and of the parts they are made of. */
interface Written extends Placed {
  readonly one: Span;
  readonly two: Span;
  readonly code1: Span;
  readonly name1: Span;
  readonly code2: Span;
  readonly name2: Span;
  readonly name: Span;
}

function written(table: Table, { in: placed, indicator }: Placed): Written | undefined {
  const { class1, class2, node } = indicator;
  if (!class1?.node.code || !class1.node.name || !class2?.node.code || !class2.node.name || !node.name)
    return undefined;
  const at = (span: Span) => table.spanIn(placed, span);
  return {
    in: placed,
    indicator,
    one: at(class1.node),
    two: at(class2.node),
    code1: at(class1.node.code),
    name1: at(class1.node.name),
    code2: at(class2.node.code),
    name2: at(class2.node.name),
    name: at(node.name),
  };
}

/** An indicator of some kind, with its classes in full. */
function pickWritten(table: Table, pick: Pick, fits: (placed: Placed) => boolean): Written | undefined {
  const chosen = pick(table.indicators.filter(fits));
  return chosen && written(table, chosen);
}

/** Whether the project has another indicator of the same level-1 class, so that the class does not go missing. */
function hasAnother({ in: { row }, indicator }: Placed): boolean {
  return row.indicators.some((other) => other !== indicator && other.level1?.code === indicator.level1?.code);
}

const isOutput = ({ indicator }: Placed) => indicator.level1?.code === '1';

function otherLevelTwo(indicator: Indicator): readonly LevelTwoClass[] {
  return (indicator.level1?.children ?? []).filter(({ code }) => code !== indicator.level2?.code);
}

const slip = (edits: Slip['edits'], rule: string, at: Span, restored: boolean): Slip => ({
  edits,
  expected: [{ rule, at }],
  restored,
});

export const classes: readonly Mutation[] = [
  {
    rule: 'unknown-class',
    name: 'a character of a level-2 class’s name is misread',
    slip(table, pick) {
      const found = pickWritten(table, pick, () => true);
      if (!found) return undefined;
      const at = found.name2.start + (pick([0, 1]) ?? 0);
      return slip([{ start: at, end: at + 1, text: '灰' }], 'unknown-class', found.name2, true);
    },
  },
  {
    rule: 'unknown-class',
    name: 'a level-1 code that does not exist',
    slip(table, pick) {
      const found = pickWritten(table, pick, () => true);
      const code = pick(['5', '6', '7', '8', '9']);
      return found && code ? slip([{ ...found.code1, text: code }], 'unknown-class', found.code1, true) : undefined;
    },
  },
  {
    rule: 'class-name',
    name: 'the name of another level-2 class behind the code',
    slip(table, pick) {
      const found = pickWritten(table, pick, isOutput);
      const other = found && pick(otherLevelTwo(found.indicator));
      return found && other ? slip([{ ...found.name2, text: other.name }], 'class-name', found.two, true) : undefined;
    },
  },
  {
    rule: 'class-name',
    name: 'the digit of another level-1 class',
    slip(table, pick) {
      const found = pickWritten(table, pick, () => true);
      const other = found && pick(profile.classes.filter(({ code }) => code !== found.indicator.level1?.code));
      return found && other ? slip([{ ...found.code1, text: other.code }], 'class-name', found.one, true) : undefined;
    },
  },
  {
    rule: 'class-parent',
    name: 'level 2 under another level 1',
    slip(table, pick) {
      const found = pickWritten(table, pick, () => true);
      const other = found && pick(profile.classes.filter(({ code }) => code !== found.indicator.level1?.code));
      return found && other
        ? slip([{ ...found.one, text: `${other.code}-${other.name}` }], 'class-parent', found.one, true)
        : undefined;
    },
  },
  {
    rule: 'class-missing',
    name: 'an indicator without its classes',
    slip(table, pick) {
      const found = pickWritten(table, pick, (placed) => isOutput(placed) && hasAnother(placed));
      return (
        found && slip([{ start: found.one.start, end: found.name.start, text: '' }], 'class-missing', found.name, false)
      );
    },
  },
  {
    rule: 'class-missing',
    name: 'a satisfaction without its level 2',
    slip(table, pick) {
      const found = pickWritten(table, pick, ({ indicator }) => indicator.level1?.code === '3');
      return found && slip([{ start: found.one.end, end: found.two.end, text: '' }], 'class-missing', found.name, true);
    },
  },
  {
    rule: 'satisfaction-class',
    name: 'a satisfaction among the benefits, where the project has another',
    slip(table, pick) {
      const found = pickWritten(table, pick, (placed) => placed.indicator.level2?.code === '31' && hasAnother(placed));
      return (
        found &&
        slip(
          [
            { ...found.one, text: '2-效益指标' },
            { ...found.two, text: '22-社会效益' },
          ],
          'satisfaction-class',
          found.two,
          true,
        )
      );
    },
  },
  {
    rule: 'class-content',
    name: 'timeliness among the quantities',
    slip(table, pick) {
      const found = pickWritten(
        table,
        pick,
        ({ indicator }) => indicator.level2?.code === '13' && /(?:及时|按时|按期).*率$/.test(indicator.name),
      );
      return found && slip([{ ...found.two, text: '11-数量指标' }], 'class-content', found.two, true);
    },
  },
  {
    rule: 'class-content',
    name: 'quality among the quantities',
    slip(table, pick) {
      const found = pickWritten(
        table,
        pick,
        ({ indicator }) => indicator.level2?.code === '12' && /(?:合格|达标|准确)率$/.test(indicator.name),
      );
      return found && slip([{ ...found.two, text: '11-数量指标' }], 'class-content', found.two, true);
    },
  },
  {
    rule: 'routine-indicator',
    name: 'orderly procurement as a benefit',
    slip(table, pick) {
      const found = pickWritten(table, pick, ({ indicator }) => /采购(?:程序合规)?率$/.test(indicator.name));
      return (
        found &&
        slip(
          [
            { ...found.one, text: '2-效益指标' },
            { ...found.two, text: '22-社会效益' },
          ],
          'routine-indicator',
          found.name,
          false,
        )
      );
    },
  },
];

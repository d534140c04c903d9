import type { Bilingual } from '../../profile/profile.ts';
import type { Language } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { Decimal } from '../../table/decimal.ts';
import { columnName, type Row, sourcesOf, totalColumn } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { type Expected, expectedOf } from '../sums.ts';
import { sharesText } from './amounts.ts';
import { describeClasses } from './classCounts.ts';
import { beside, bold, enumerated, escapeMarkdown, list, paragraphs, say } from './markdown.ts';
import { findingsOfRow, findingsOfTable } from './severities.ts';

const MESSAGES = {
  projects: { zh: '{count} 个项目', en: 'projects: {count}' },
  units: { zh: '{count} 个预算单位', en: 'units: {count}' },
  included: { zh: '引用 {count} 个表', en: 'tables taken in: {count}' },
  year: { zh: '{year} 年', en: '{year}' },
  money: { zh: '{column} {amount} {unit}', en: '{column} {amount} {unit}' },
  composed: { zh: '{total}: {sources}', en: '{total}: {sources}' },
  sources: { zh: '{column}与各资金来源之和{compared}', en: '{column} and its sources: {compared}' },
  below: { zh: '{column}与{rows}之和{compared}', en: '{column} and the sum of {rows}: {compared}' },
  allEqual: { zh: '各栏与{rows}之和一致', en: 'All columns are the sums of {rows}' },
  byProjects: { zh: '各项目', en: 'the projects' },
  byUnits: { zh: '各预算单位', en: 'the units' },
  rounding: { zh: '相差 {by}(可能是四舍五入)', en: 'a difference of {by}, maybe from rounding' },
  mismatch: { zh: '相差 {by}', en: 'a difference of {by}' },
} satisfies Record<string, Bilingual>;

/** Of a unit with more projects the indicators are not counted: each has to be read. */
const MOST_PROJECTS_COUNTED = 300;

/**
 * What a project comes to: its money, its share, its indicators by class, what is found in it. Reads the project and
 * its unit, and looks at the findings of the table.
 */
export function describeProject(block: Block, row: Row, document: TableDocument, language: Language): string {
  const unit = document.checker.unitOf(block);
  const { vocabulary } = document.context;
  return paragraphs(
    beside(row.name !== '' && bold(row.name), unit && escapeMarkdown(document.row(unit).name)),
    list([...moneyOf(block, row, document, language), findingsOfRow(block, document, language)]),
    describeClasses([block], vocabulary, language),
  );
}

/** What a unit comes to. Reads its projects once, unless there are too many. */
export function describeUnit(block: Block, row: Row, document: TableDocument, language: Language): string {
  const { checker, context } = document;
  const count = checker.projectsOf(block);
  const projects = count > 0 && count <= MOST_PROJECTS_COUNTED ? [...checker.projectsBelow(block)] : [];
  return paragraphs(
    beside(row.name !== '' && bold(row.name), say(MESSAGES.projects, language, { count: String(count) })),
    list([...moneyOf(block, row, document, language), findingsOfRow(block, document, language)]),
    projects.length > 0 && describeClasses(projects, context.vocabulary, language),
  );
}

/** What a whole table comes to, those that it takes in with it. Costs no more than the findings that are kept. */
export function describeTable(document: TableDocument, language: Language): string {
  const { checker, context, head, includeBlocks } = document;
  const told = (message: Bilingual, count: number) => count > 0 && say(message, language, { count: String(count) });
  const column = totalColumn(context.vocabulary);
  const { total } = checker;
  const stated = total && checker.comesTo(total, column) ? total : undefined;
  const comesTo = (at: number) => (stated ? checker.comesTo(stated, at) : checker.wholeOf(at));
  return paragraphs(
    beside(
      head.department !== '' && bold(head.department),
      head.year !== undefined && say(MESSAGES.year, language, { year: String(head.year) }),
      told(MESSAGES.units, checker.units),
      told(MESSAGES.projects, checker.projects),
      told(MESSAGES.included, includeBlocks.size),
    ),
    list([
      composition(comesTo, column, document, language),
      ...(total ? comparisons(total, document.row(total), document, language) : []),
      findingsOfTable(document, language),
    ]),
  );
}

/** A row's money, what it should be, and its share of what it is part of. */
function moneyOf(block: Block, row: Row, document: TableDocument, language: Language): (string | undefined)[] {
  const column = totalColumn(document.context.vocabulary);
  const total = document.checker.comesTo(block, column);
  return [
    composition((at) => document.checker.comesTo(block, at), column, document, language),
    ...comparisons(block, row, document, language),
    total && sharesText(total, column, row, block, document, language),
  ];
}

/** `总计 120.00 万元: 财政拨款 100.00、其他资金 20.00`; sources that come to nothing are left out. */
function composition(
  comesTo: (column: number) => Decimal | undefined,
  column: number,
  { context: { vocabulary, moneyUnit } }: TableDocument,
  language: Language,
): string | undefined {
  const total = comesTo(column);
  if (!total) return undefined;
  const args = { column: columnName(vocabulary, column), amount: total.toAmount(), unit: moneyUnit.name };
  const sources = sourcesOf(vocabulary, column).flatMap((source) => {
    const amount = comesTo(source);
    return amount && !amount.isZero ? [`${escapeMarkdown(columnName(vocabulary, source))} ${amount.toAmount()}`] : [];
  });
  const text = bold(say(MESSAGES.money, language, args));
  return sources.length > 0
    ? say(MESSAGES.composed, language, { total: text, sources: enumerated(sources, language) })
    : text;
}

/** Which amounts are not what they should add up to; where those below are compared and all are, that they are. */
function comparisons(block: Block, row: Row, document: TableDocument, language: Language): string[] {
  const all = row.amounts.flatMap((amount) =>
    expectedOf(amount, row, block, document).map((expected) => ({ column: amount.column, expected })),
  );
  const wrong = all.filter(({ expected }) => expected.comparison !== 'equal');
  if (wrong.length === 0) {
    const below = all.find(({ expected }) => expected.by !== 'sources');
    return below ? [say(MESSAGES.allEqual, language, { rows: say(rowsOf(below.expected), language) })] : [];
  }
  return wrong.map(({ column, expected }) =>
    say(expected.by === 'sources' ? MESSAGES.sources : MESSAGES.below, language, {
      column: escapeMarkdown(columnName(document.context.vocabulary, column)),
      rows: say(rowsOf(expected), language),
      compared: say(expected.comparison === 'rounding' ? MESSAGES.rounding : MESSAGES.mismatch, language, {
        by: expected.above.abs().toAmount(),
      }),
    }),
  );
}

function rowsOf({ by }: Expected): Bilingual {
  return by === 'units' ? MESSAGES.byUnits : MESSAGES.byProjects;
}

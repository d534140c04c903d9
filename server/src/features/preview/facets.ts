import { REVIEW_TESTS, type ReviewTest, SEVERITIES, type Severity } from '../../rules/rule.ts';
import { totalColumn } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { nameOfBlock } from '../blockName.ts';
import type { PageBlocks } from './pageBlocks.ts';

/** What a page tells of the table as a whole, and what there is to choose from. */
export interface PreviewFacets {
  readonly severities: Readonly<Record<Severity, number>>;
  readonly tests: Readonly<Record<ReviewTest, number>>;
  /** The names of the units, in the order of the text. */
  readonly units: readonly string[];
  /** The level-2 classes of the profile. */
  readonly classes: readonly { readonly code: string; readonly name: string }[];
  readonly projects: number;
  /** What the whole comes to, with its money unit; empty while not known. */
  readonly total: string;
}

/** Costs the findings and the units. */
export function facetsOf(table: TableDocument, { blocks, tables, tableOf }: PageBlocks): PreviewFacets {
  const severities = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  const tests = Object.fromEntries(REVIEW_TESTS.map((test) => [test, 0])) as Record<ReviewTest, number>;
  let projects = 0;
  for (const { checker } of tables) {
    projects += checker.projects;
    for (const { finding } of checker.findings()) {
      severities[finding.severity]++;
      tests[finding.rule.review]++;
    }
  }
  const units = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'unit') units.add(nameOfBlock(block, tableOf(block).context.vocabulary));
  }
  units.delete('');
  const { vocabulary, moneyUnit } = table.context;
  const total = table.checker.wholeOf(totalColumn(vocabulary));
  return {
    severities,
    tests,
    units: [...units],
    classes: vocabulary.profile.classes.flatMap(({ children }) => children.map(({ code, name }) => ({ code, name }))),
    projects,
    total: total ? `${total.toAmount()} ${moneyUnit.name}` : '',
  };
}

/** Whether two come to the same; their classes are those of their profiles. */
export function areSameFacets(a: PreviewFacets, b: PreviewFacets): boolean {
  return (
    a.projects === b.projects &&
    a.total === b.total &&
    a.units.length === b.units.length &&
    a.units.every((name, i) => name === b.units[i]) &&
    a.classes.length === b.classes.length &&
    a.classes.every(({ code, name }, i) => code === b.classes[i]?.code && name === b.classes[i]?.name) &&
    SEVERITIES.every((severity) => a.severities[severity] === b.severities[severity]) &&
    REVIEW_TESTS.every((test) => a.tests[test] === b.tests[test])
  );
}

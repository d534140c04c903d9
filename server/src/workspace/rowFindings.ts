import { indicatorsOf } from '../rules/placement.ts';
import { blockRules } from '../rules/registry.ts';
import type { BlockRule, Finding, Report, Rule, RuleContext } from '../rules/rule.ts';
import type { Indicator, Row } from '../table/row.ts';
import type { Silence } from './silence.ts';

const NO_FINDINGS: readonly Finding[] = [];
const NO_INDICATORS: readonly Indicator[] = [];

/** What rules look at, in objects that are all alike: what these have is found faster than what the rules have, which differ. */
const looks = blockRules.map((rule) => ({ rule, check: rule.check, checkIndicator: rule.checkIndicator }));
/** Those that look at rows: the others have nothing to look at where no indicator is to be looked at. */
const looksAtRows = looks.filter(({ check }) => check);

/** What the rules find that look at one row. `text` is the block's. */
export function findInRow(row: Row, text: string, context: RuleContext, silence: Silence): readonly Finding[] {
  let findings: Finding[] | undefined;
  let rule: BlockRule;
  const report = (found: Report) => {
    findings ??= [];
    findings.push(findingOf(rule, found));
  };
  const indicators = silence.others(indicatorsOf(row));
  let loud: Set<Indicator> | undefined;
  for (const look of indicators.length > 0 ? looks : looksAtRows) {
    const { check, checkIndicator } = look;
    rule = look.rule;
    for (const indicator of checkIndicator ? indicators : NO_INDICATORS) {
      const before = findings?.length;
      checkIndicator?.(indicator, text, context, report);
      if (findings?.length === before) continue;
      loud ??= new Set();
      loud.add(indicator);
    }
    check?.(row, text, context, report);
  }
  for (const indicator of indicators) if (!loud?.has(indicator)) silence.add(indicator);
  return findings ?? NO_FINDINGS;
}

/** What a rule reports, as grave as it says or else as the rule is. */
export function findingOf(rule: Rule, report: Report): Finding {
  return { ...report, rule, severity: report.severity ?? rule.severity };
}

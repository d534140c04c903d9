import type { Bilingual } from '../profile/profile.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Span } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Decimal } from '../table/decimal.ts';
import type { Comparison } from '../table/ledger.ts';
import type { MoneyUnit } from '../table/moneyUnit.ts';
import type { Amount, Row } from '../table/row.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The review test (四性) a rule serves: 完整性, 相关性, 适当性, or 规范性(勾稽), the form. */
export type ReviewTest = 'complete' | 'relevant' | 'reasonable' | 'form';

/** What a rule may know besides the row: nothing of other rows. */
export interface RuleContext {
  readonly vocabulary: Vocabulary;
  readonly moneyUnit: MoneyUnit;
}

export type Args = Readonly<Record<string, string>>;

/** A message by its name in the rule's `messages`, and what is put in for the `{words}` in braces. */
export interface MessageRef {
  readonly message: string;
  readonly args?: Args;
}

/** A second place that is part of the story, in the same block unless another is named. */
export interface Related extends MessageRef {
  readonly block?: Block;
  readonly span: Span;
}

/** What a rule reports. The span is relative to the block and as narrow as can be. */
export interface Report extends MessageRef {
  readonly span: Span;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** The number of the indicator it is about, as written; null for one without number. */
  readonly indicator?: string | null;
  /** Found when it is asked for: it may mean reading other rows. */
  readonly related?: () => readonly Related[];
  /** The text could go without loss. */
  readonly unnecessary?: true;
  /** What the rule's own `fixes` needs to know. */
  readonly data?: unknown;
}

export interface Finding extends Report {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** A replacement within the finding's block; offsets relative to the block. */
export interface TextEdit extends Span {
  readonly text: string;
}

export interface Fix extends MessageRef {
  readonly edits: readonly TextEdit[];
  /** The fix that is most likely meant. */
  readonly preferred?: true;
}

interface RuleBase {
  /** Stable for ever: it stands in documents' suppressions and in settings. */
  readonly id: string;
  readonly severity: Severity;
  readonly review: ReviewTest;
  readonly title: Bilingual;
  /** What is wrong and why it matters to a reviewer. */
  readonly explanation: Bilingual;
  readonly messages: Readonly<Record<string, Bilingual>>;
  /** It compares amounts or looks for repetitions: silent where a merge conflict leaves two versions side by side. */
  readonly compares?: true;
  /** Rules that may speak once a finding of this one is mended; none where it is absent. */
  readonly fixesMayAdd?: readonly string[];
  /** The ways to mend a finding, best first. `text` is the block's. */
  fixes?(finding: Finding, row: Row, text: string, context: RuleContext): readonly Fix[];
}

/** A rule that looks at one row: its findings are kept until the row or the context changes. */
export interface BlockRule extends RuleBase {
  readonly scope: 'block';
  check(row: Row, text: string, context: RuleContext, report: (finding: Report) => void): void;
}

/** A stated sum (a unit's or 合计's column) beside what it should add up to. */
export interface StatedSum {
  /** Whose sum it is: a unit's, 合计 over units, or 合计 over projects where the table has no units. */
  readonly of: 'unit' | 'total' | 'projects';
  readonly column: number;
  readonly amount: Amount;
  readonly stated: Decimal;
  readonly computed: Decimal;
  /** How many rows it is the sum of. */
  readonly rows: number;
  readonly comparison: Comparison;
  /** Some of the amounts it should add up to, in order. */
  readonly listed: () => readonly Related[];
}

/** A rule that looks at sums over rows; it is asked again when one of the sums changes. */
export interface SumRule extends RuleBase {
  readonly scope: 'table';
  check(sum: StatedSum, context: RuleContext, report: (finding: Report) => void): void;
}

export type Rule = BlockRule | SumRule;

export type Language = 'zh' | 'en';

/** A rule's message in a language, its words in braces put in. */
export function formatMessage(rule: Rule, ref: MessageRef, language: Language): string {
  return fillIn(rule.messages[ref.message]?.[language] ?? ref.message, ref.args);
}

/** A text with the words in braces put in that are given. */
export function fillIn(template: string, args: Args = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}

import type { Bilingual, Profile } from '../profile/profile.ts';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Directive } from '../syntax/directives.ts';
import type { Span } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Comparison } from '../table/comparison.ts';
import type { Decimal } from '../table/decimal.ts';
import type { MoneyUnit } from '../table/moneyUnit.ts';
import type { Amount, Indicator, Row } from '../table/row.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Whether a severity is as grave as another or graver. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** The review test (四性) a rule serves: 完整性, 相关性, 适当性, or 规范性(勾稽), the form. */
export type ReviewTest = (typeof REVIEW_TESTS)[number];
export const REVIEW_TESTS = ['complete', 'relevant', 'reasonable', 'form'] as const;

/** What a rule may know besides the row: nothing of other rows. */
export interface RuleContext {
  /** The words of the table's profile, and what it judges by. */
  readonly vocabulary: Vocabulary;
  readonly moneyUnit: MoneyUnit;
  /** The table's year (年度), where it says one. */
  readonly year: number | undefined;
  /** Whether to find also what is off by default. */
  readonly strict: boolean;
  /** Ids of all rules. */
  readonly ruleIds: ReadonlySet<string>;
  /** The profiles that 版式 may name, by their ids. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Why profiles that somebody brings cannot be read, by the names that tables call them. */
  readonly failedProfiles: ReadonlyMap<string, Bilingual>;
  /** What is wrong with a table that is taken in by a path beside or below this one; undefined where nothing is, or nobody can tell. */
  readonly included?: ((path: string) => IncludeProblem | undefined) | undefined;
}

/** What a rule may know besides an indicator that it looks at by itself. */
export type IndicatorContext = Pick<RuleContext, 'vocabulary' | 'moneyUnit' | 'year' | 'strict'>;

/** Why another table cannot be taken in. */
export interface IncludeProblem {
  readonly kind: 'missing' | 'cycle' | 'money-unit' | 'encoding';
  /** The other table's money unit, where that is what is wrong. */
  readonly unit?: string;
}

export type Args = Readonly<Record<string, string>>;

/** A message by its name in the rule's `messages`, and what is put in for the `{words}` in braces. */
export interface MessageRef {
  readonly message: string;
  readonly args?: Args;
}

/** Another table, as far as saying where something stands in it goes. */
export interface OtherTable {
  readonly uri: string;
  placeOf(block: Block): BlockPlace;
}

/** A second place that is part of the story, in the same block unless another is named. */
export interface Related extends MessageRef {
  readonly block?: Block;
  /** The table that the block is of, where it is not the finding's own. */
  readonly table?: OtherTable;
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
  /**
   * Nobody needs to look: it inserts nothing and chooses between no readings. Such fixes are applied all at once, on
   * save too. `asked`: where somebody asks for all of the rule, and not else; amounts of money are never changed unasked.
   */
  readonly sure?: true | 'asked';
}

/** What a person reads of a rule who wants to know more: beside the rule in its file, and loaded when somebody asks (`explanations.ts`). */
export interface RuleExplanation {
  /** What it finds, and where it is silent. */
  readonly explanation: Bilingual;
  /** Why it matters to a reviewer. */
  readonly reason: Bilingual;
  /** Pieces of a table, of the default profile unless they name another: one with a finding, and how it should be. */
  readonly examples: { readonly wrong: string; readonly right: string };
}

interface RuleBase {
  /** Stable for ever: it stands in documents' suppressions and in settings. */
  readonly id: string;
  readonly severity: Severity;
  readonly review: ReviewTest;
  readonly title: Bilingual;
  readonly messages: Readonly<Record<string, Bilingual>>;
  /** It compares amounts or looks for repetitions: silent where a merge conflict leaves two versions side by side. */
  readonly compares?: true;
  /** It finds more where all that is off by default is found too. */
  readonly strictFindsMore?: true;
  /** Rules that may speak once a finding of this one is mended; none where it is absent. */
  readonly fixesMayAdd?: readonly string[];
  /** The ways to mend a finding, best first. `text` is the block's. */
  fixes?(finding: Finding, row: Row, text: string, context: RuleContext): readonly Fix[];
}

/** A rule that looks at one row: its findings are kept until the row or the context changes. */
export interface BlockRule extends RuleBase {
  readonly scope: 'block';
  check?(row: Row, text: string, context: RuleContext, report: (finding: Report) => void): void;
  /**
   * Looks at an indicator by itself. Whether anything is found may depend on nothing but the indicator as it is written,
   * its number aside, and the context: an indicator in which no rule found anything is not looked at again where it
   * comes once more.
   */
  checkIndicator?(
    indicator: Indicator,
    text: string,
    context: IndicatorContext,
    report: (finding: Report) => void,
  ): void;
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
  readonly looksAt: 'sums';
  check(sum: StatedSum, context: RuleContext, report: (finding: Report) => void): void;
}

/** What may stand in a table only once, and where a row has it. Spaces and width make no other key. */
export interface Key {
  readonly key: string;
  readonly span: Span;
}

/** Something that may stand in a table only once, in its place. */
export interface PlacedKey extends Key {
  readonly block: Block;
  /** Where that is another table, which is taken in. */
  readonly table?: OtherTable;
}

/**
 * A rule that looks for what several rows have in common; every row but the first of them is reported. Where a row takes
 * in a table that has such rows, the messages `taken` (of one) and `takenMore` (of several) are reported at it.
 */
export interface RepetitionRule extends RuleBase {
  readonly scope: 'table';
  readonly looksAt: 'repetitions';
  /** Whether the same in another unit counts. */
  readonly within: 'unit' | 'table';
  keyOf(row: Row, text: string, context: RuleContext): Key | undefined;
  /** @param first the first row that has it, in another block */
  report(key: Key, first: PlacedKey): Report;
}

/** A rule that looks at how a table begins: at its first row, be it a head or not; a text of comments has none. */
export interface StartRule extends RuleBase {
  readonly scope: 'table';
  readonly looksAt: 'start';
  /** @param behind the row that follows where the first is a head of comments: there the table itself begins */
  check(
    first: Row,
    text: string,
    context: RuleContext,
    report: (finding: Report) => void,
    behind?: { readonly row: Row; readonly text: string },
  ): void;
}

/** A rule that is told which suppressions suppressed nothing. */
export interface SuppressionRule extends RuleBase {
  readonly scope: 'table';
  readonly looksAt: 'suppressions';
  /** @param index of the id in the directive */
  report(directive: Directive, index: number): Report;
}

export type Rule = BlockRule | SumRule | RepetitionRule | StartRule | SuppressionRule;

export type Language = 'zh' | 'en';

/** A rule's message in a language, its words in braces put in. */
export function formatMessage(rule: Rule, ref: MessageRef, language: Language): string {
  return fillIn(rule.messages[ref.message]?.[language] ?? ref.message, ref.args);
}

/** A text with the words in braces put in that are given. */
export function fillIn(template: string, args: Args = {}): string {
  let text = '';
  let from = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    const word = args[template.slice(open + 1, close)];
    if (word === undefined) continue;
    text += template.slice(from, open) + word;
    from = close + 1;
  }
  return text + template.slice(from);
}

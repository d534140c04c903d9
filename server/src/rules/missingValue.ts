import type { ValueLabel } from '../profile/profile.ts';
import { isHan, squeeze } from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import { separatorFrom, skipSeparators } from '../syntax/separators.ts';
import { STYLE } from '../syntax/style.ts';
import { isForValue, type Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';
import { isPlainQuantity, partsOf, readValue } from '../table/value.ts';
import { isOfPeriodOrYear } from './judged.ts';
import { realText } from './realText.ts';
import { reread, saySame } from './reread.ts';
import type { BlockRule, RuleExplanation, TextEdit } from './rule.ts';
import { isCutLabel } from './unfinished.ts';
import { RULES_ON_VALUES } from './valueRules.ts';

/** Shorter labels (指标值) may be words of a value. */
const SHORTEST = 4;

interface Data {
  /** Offset of the indicator. */
  readonly start: number;
  readonly label: ValueLabel;
}

export const missingValueExplained: RuleExplanation = {
  explanation: {
    zh: '指标少写了一个指标值标签,或者标签后面是空的、漏了冒号,或者指标值紧跟着名称、漏了分号;两个指标值都没有的,合为一处提示。不写标签的指标值对各个标签都算数。',
    en: 'An indicator lacks a value label, or nothing stands behind it, or its colon is missing, or the value follows the name with nothing between; where it has no value at all that is one finding. A value without label is every label’s.',
  },
  reason: {
    zh: '没有年度指标值,年底就没有评价的依据;没有实施周期指标值,看不出项目最终要达到什么。',
    en: 'Without a value for the year there is nothing to evaluate by; without one for the period nobody sees what the project is to reach.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场; 年度指标值:20场。
`,
  },
};

export const missingValue: BlockRule = {
  id: 'missing-value',
  scope: 'block',
  severity: 'warning',
  review: 'complete',
  title: { zh: '缺少指标值', en: 'A value is missing' },
  messages: {
    absent: { zh: '缺少{label}', en: '{label} is missing' },
    empty: { zh: '{label}是空的', en: '{label} is empty' },
    colon: { zh: '{label}后面少了冒号', en: 'The colon behind {label} is missing' },
    joined: {
      zh: '指标值"{value}"和名称之间少了"{mark}"',
      en: '“{mark}” is missing between the name and the value “{value}”',
    },
    none: { zh: '没有填指标值', en: 'No value is given' },
    addMark: { zh: '补上"{mark}"', en: 'Put “{mark}” in' },
    addColon: { zh: '补上冒号', en: 'Add the colon' },
    add: { zh: '补上{label}:{value}', en: 'Add {label}:{value}' },
  },
  // A ceiling is judged by the year's value; the mark at the end, and whether the list is cut, by whether the values are all
  // there; a value that stood in the name is judged only once it is one, and so is the name.
  fixesMayAdd: [
    ...['amount-ceiling', 'quantity-times-price', 'indicator-punctuation', 'cost-indicator', ...RULES_ON_VALUES],
    ...['satisfaction-class', 'class-content', 'routine-indicator', 'duplicate-indicator'],
  ],

  checkIndicator(indicator, text, { vocabulary }, report) {
    const missing = missingLabel(indicator, vocabulary);
    const mayBeBare = missing || indicator.values.some(({ label }) => !label);
    const bare = mayBeBare ? labelWithoutColon(indicator, text, vocabulary) : undefined;
    if (bare) {
      const args = { label: bare.label.name };
      report({ span: bare.span, message: 'colon', args, indicator: indicator.number ?? null });
      return;
    }
    if (!missing || isNoIndicator(indicator)) return;
    const { node, values, number } = indicator;
    const { label, isOnly } = missing;
    const joined = values.length === 0 ? valueInName(indicator, text) : undefined;
    if (joined) {
      const args = { value: text.slice(joined.start, joined.end), mark: STYLE.between };
      report({ span: joined, message: 'joined', args, indicator: number ?? null });
      return;
    }
    const empty = values.find((value) => (isOnly ? isOfPeriodOrYear(value) : value.label === label) && value.label);
    report({
      span: empty?.node.label ? withColon(empty.node.label) : nameOf(indicator),
      message: isOnly ? 'none' : empty ? 'empty' : 'absent',
      args: { label: label.name },
      indicator: number ?? null,
      data: { start: node.start, label } satisfies Data,
    });
  },

  fixes({ data, message, span }, row, text, context) {
    const { vocabulary } = context;
    if (message === 'colon') {
      const edit = { start: span.end, end: span.end, text: STYLE.afterLabel };
      return [{ message: 'addColon', edits: [edit], preferred: true }];
    }
    if (message === 'joined') {
      const edits = [{ start: span.start, end: span.start, text: `${STYLE.between} ` }];
      return [{ message: 'addMark', args: { mark: STYLE.between }, edits, preferred: true }];
    }
    const { start, label } = data as Data;
    const indicator = row.indicators.find(({ node }) => node.start === start);
    const other = indicator?.values.find(
      (value) => value.label !== label && isOfPeriodOrYear(value) && value.text !== '',
    );
    const value = other && realText(text, other, vocabulary.judging);
    if (!indicator || value === undefined || message === 'none') return [];
    const edit = putIn(indicator, label, value, vocabulary);
    if (!saySame(row, reread(row, text, [edit], context), 'values')) return [];
    return [{ message: 'add', args: { label: label.name, value }, edits: [edit], preferred: true }];
  },
};

/** A value label that was read as text, for its colon is not there: `…; 年度指标值≥5个`. */
function labelWithoutColon(indicator: Indicator, text: string, vocabulary: Vocabulary): Bare | undefined {
  const { name, values } = indicator.node;
  // At the start of a value without label it may stand too, of others only behind a separator.
  const inName = name && bareIn(name, false, indicator, text, vocabulary);
  if (inName) return inName;
  for (const { label, text: span } of values) {
    const found = bareIn(span, !label, indicator, text, vocabulary);
    if (found) return found;
  }
  return undefined;
}

/** The value that a name without value ends in, from the sign or word that compares it: `服务对象满意度≥90%`. */
function valueInName({ node: { name } }: Indicator, text: string): Span | undefined {
  const written = name ? text.slice(name.start, name.end) : '';
  const squeezed = squeeze(written);
  const reading = readValue(squeezed);
  if (!name || reading.kind !== 'quantity' || squeezed.length !== written.length) return undefined;
  const { operator, number } = partsOf(squeezed, reading) ?? {};
  if (!operator || !number || operator.start > number.start || !isHan(squeezed.charAt(operator.start - 1)))
    return undefined;
  const value = readValue(squeezed.slice(operator.start));
  const isWhole = value.kind === 'quantity' && isPlainQuantity(squeezed.slice(operator.start), value);
  return isWhole ? { start: name.start + operator.start, end: name.end } : undefined;
}

interface Bare {
  readonly span: Span;
  readonly label: ValueLabel;
}

function bareIn(
  { start, end }: Span,
  fromStart: boolean,
  { node, values }: Indicator,
  text: string,
  { valueWords, valueLabels }: Vocabulary,
): Bare | undefined {
  let at = fromStart ? start : separatorFrom(text, start, end);
  for (; at < end; at = separatorFrom(text, at, end)) {
    at = skipSeparators(text, at, end);
    const word = valueWords.find((candidate) => text.startsWith(candidate.word, at));
    const label = word && valueLabels[word.index];
    const behind = at + (word?.word.length ?? 0);
    if (!word || !label || word.word.length < SHORTEST || behind >= end) continue;
    if (values.some((other) => other.label === label) || isHan(text.charAt(behind))) continue;
    if (node.inserts.some((insert) => insert.start < behind && insert.end > at)) continue;
    return { span: { start: at, end: behind }, label };
  }
  return undefined;
}

/** The first label of a value that an indicator lacks, and whether it lacks them all. */
function missingLabel(
  indicator: Indicator,
  vocabulary: Vocabulary,
): { readonly label: ValueLabel; readonly isOnly: boolean } | undefined {
  const { values } = indicator;
  let first: ValueLabel | undefined;
  let hasOther = false;
  for (const label of vocabulary.valueLabels) {
    if (!isForValue(label)) continue;
    const isThere = values.some(
      (value) =>
        value.text !== '' && (value.label === label || (!value.label && !isCutLabel(value, indicator, vocabulary))),
    );
    if (isThere) hasOther = true;
    else first ??= label;
  }
  return first && { label: first, isOnly: !hasOther };
}

/** What was lost before its class and name, or stands where no class is written, is no indicator that lacks a value. */
function isNoIndicator({ node, level1, class1, class2, values }: Indicator): boolean {
  const hasClass = class1 !== undefined || class2 !== undefined;
  return !hasClass && (!node.name || (!level1 && values.length === 0));
}

function withColon({ start, colon }: { readonly start: number; readonly colon: number }): Span {
  return { start, end: colon + 1 };
}

function nameOf({ node }: Indicator): Span {
  return node.name ?? node.class2 ?? node.class1 ?? node;
}

/** Puts a value in behind its label, which goes to its place in the order of the profile where it is not there. */
function putIn({ values }: Indicator, label: ValueLabel, value: string, vocabulary: Vocabulary): TextEdit {
  const own = values.find((other) => other.label === label);
  if (own?.node.label) {
    const at = own.node.label.colon + 1;
    return { start: at, end: at, text: value };
  }
  const place = vocabulary.valueLabels.indexOf(label);
  const labelled = `${label.name}${STYLE.afterLabel}${value}`;
  const before = values.findLast((other) => other.node.index < place);
  if (before) return { start: before.node.end, end: before.node.end, text: `${STYLE.between} ${labelled}` };
  const { start } = (values[0] as IndicatorValue).node;
  return { start, end: start, text: `${labelled}${STYLE.between} ` };
}

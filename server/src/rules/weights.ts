import { squeeze } from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import { Decimal, sum } from '../table/decimal.ts';
import { headingOf, type Indicator, type IndicatorValue, type Row } from '../table/row.ts';
import { classText } from './classText.ts';
import { indicatorsSpan } from './demandedClasses.ts';
import { isOfPeriodOrYear } from './judged.ts';
import { indicatorsOf } from './placement.ts';
import type { BlockRule, Fix, Report, RuleContext, RuleExplanation } from './rule.ts';

export interface Weighed {
  readonly indicator: Indicator;
  /** As written; undefined where none is, or an empty one. */
  readonly value: IndicatorValue | undefined;
  readonly weight: Decimal | undefined;
}

/** What is missing of a sum, one for each sum that is right. */
interface Lacking {
  readonly type: 'lacking';
  readonly indicator: Indicator;
  readonly remainders: readonly Decimal[];
  /** Another weight of the project, whose label and sign are taken over. */
  readonly like: IndicatorValue;
}

interface InHeading {
  readonly type: 'heading';
  readonly sum: Decimal;
}

type Data = Lacking | InHeading;

export const weightsExplained: RuleExplanation = {
  explanation: {
    zh: '一个项目里各条指标的权重(分值)相加不等于表样规定的合计,类别规定了权重或标题写了分值的,其下相加也应相等;权重不是正数;有的指标有权重,有的没有。一处出错只报一处: 先看单个权重,再看标题,再看类别,最后看合计。整个项目都没有权重的不检查。',
    en: 'The weights of a project’s indicators do not add up to what the profile says, or those of a class to what is fixed for it or stands in its heading; one is no positive number; some indicators have one and others none. One slip is told once: single weights first, then headings, classes, and the whole. A project without any weight is not checked.',
  },
  reason: {
    zh: '权重合计不对,评价得分就不对;系统要求合计为规定的数,否则不能保存。',
    en: 'With wrong weights the score is wrong; the budget system refuses to save them.',
  },
  examples: {
    wrong: `
版式: central-2021
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场; 权重:50。
  2、2-效益指标; 22-社会效益; 听讲人次; 年度指标值:≥2000人次; 权重:30。
`,
    right: `
版式: central-2021
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场; 权重:50。
  2、2-效益指标; 22-社会效益; 听讲人次; 年度指标值:≥2000人次; 权重:40。
`,
  },
};

export const weights: BlockRule = {
  id: 'weights',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '权重不对', en: 'Weights that do not add up' },
  messages: {
    invalid: { zh: '"{weight}"不是权重,应写正数', en: '“{weight}” is no weight: write a positive number' },
    lacking: {
      zh: '这条指标没有权重;其余各条合计 {sum},应为 {sums}',
      en: 'This indicator has no weight; the others add up to {sum} and should make {sums}',
    },
    lackingOne: { zh: '这条指标没有权重,其他指标有', en: 'This indicator has no weight, though others have' },
    lackingSome: {
      zh: '有 {count} 条指标没有权重,这是第一条',
      en: '{count} indicators have no weight, this being the first',
    },
    heading: {
      zh: '标题写 {stated},其下各条权重合计 {sum}',
      en: 'The heading says {stated}, but the weights below it add up to {sum}',
    },
    class: {
      zh: '{class} 的权重合计 {sum},应为 {sums}',
      en: 'The weights of {class} add up to {sum} and should make {sums}',
    },
    sum: { zh: '权重合计 {sum},应为 {sums}', en: 'The weights add up to {sum} and should make {sums}' },
    fill: { zh: '补上权重 {weight}', en: 'Put in a weight of {weight}' },
    setHeading: { zh: '把标题改为 {sum}', en: 'Set the heading to {sum}' },
  },

  check(row, text, context, report) {
    if (!context.vocabulary.valueLabels.some(({ span }) => span === 'weight')) return;
    const all = indicatorsOf(row).map(weigh);
    const weighed = all.filter(({ value }) => value);
    if (weighed.length === 0) return;
    const invalid = weighed.filter(({ weight }) => !weight);
    for (const { value, indicator } of invalid) {
      report({
        span: (value as IndicatorValue).node.text,
        message: 'invalid',
        args: { weight: (value as IndicatorValue).text },
        indicator: indicator.number ?? null,
      });
    }
    if (invalid.length > 0) return;
    const lacking = all.filter(({ value }) => !value);
    if (lacking.length > 0) report(lackingReport(lacking, weighed, context));
    else for (const wrong of wrongSums(row, text, weighed, context)) report(wrong);
  },

  fixes(finding, row, text) {
    const data = finding.data as Data | undefined;
    if (data?.type === 'heading') {
      const figure = data.sum.toString();
      return [
        { message: 'setHeading', args: { sum: figure }, edits: [{ ...finding.span, text: figure }], preferred: true },
      ];
    }
    if (data?.type !== 'lacking') return [];
    // The row may have been read again since.
    const indicator = row.indicators.find(({ node }) => node.start === data.indicator.node.start);
    return indicator ? data.remainders.flatMap((remainder, i) => fill(indicator, remainder, data.like, text, i)) : [];
  },
};

/** The weight of an indicator. */
export function weigh(indicator: Indicator): Weighed {
  const value = indicator.values.find(({ label, text }) => label?.span === 'weight' && squeeze(text) !== '');
  const weight = value && Decimal.parse(squeeze(value.text).replace(/[分%]$/, ''));
  return { indicator, value, weight: weight && !weight.isNegative && !weight.isZero ? weight : undefined };
}

function sumOf(weighed: readonly Weighed[]): Decimal {
  return sum(weighed.map(({ weight }) => weight ?? Decimal.zero));
}

function lackingReport(lacking: readonly Weighed[], weighed: readonly Weighed[], { vocabulary }: RuleContext): Report {
  const { indicator } = lacking[0] as Weighed;
  const have = sumOf(weighed);
  const sums = vocabulary.profile.demands.weights?.sums ?? [];
  const remainders = sums.map((right) => decimal(right).minus(have)).filter((left) => left.compare(Decimal.zero) > 0);
  const like = (weighed[0] as Weighed).value as IndicatorValue;
  const isOne = lacking.length === 1;
  return {
    span: indicator.node.name ?? indicator.node,
    message: isOne ? (sums.length > 0 ? 'lacking' : 'lackingOne') : 'lackingSome',
    args: { sum: have.toString(), sums: either(sums), count: String(lacking.length) },
    indicator: indicator.number ?? null,
    ...(isOne && { data: { type: 'lacking', indicator, remainders, like } satisfies Data }),
  };
}

/** What does not add up: headings, else classes, else the whole. */
function wrongSums(row: Row, text: string, weighed: readonly Weighed[], { vocabulary }: RuleContext): Report[] {
  const demands = vocabulary.profile.demands.weights;
  const whole = sumOf(weighed);
  const isWholeRight = !demands || demands.sums.some((right) => decimal(right).equals(whole));
  const headings = headingSums(row, text, weighed, vocabulary).filter(
    ({ stated, computed }) => !stated.equals(computed),
  );
  if (headings.length > 0) {
    return headings.map(({ span, stated, computed }) => ({
      span,
      message: 'heading',
      args: { stated: stated.toString(), sum: computed.toString() },
      // Where all add up to the whole, it is the heading that is wrong.
      ...(isWholeRight && { data: { type: 'heading', sum: computed } satisfies Data }),
    }));
  }
  const span = indicatorsSpan(row);
  const classes = Object.entries(demands?.classes ?? {}).flatMap(([code, sums]): Report[] => {
    const entry = vocabulary.classByCode.get(code);
    const own = weighed.filter(({ indicator: { level1, level2 } }) => level1?.code === code || level2?.code === code);
    const computed = sumOf(own);
    if (!entry || own.length === 0 || sums.some((right) => decimal(right).equals(computed))) return [];
    const args = { class: classText(entry.class), sum: computed.toString(), sums: either(sums) };
    return [{ span: (own[0] as Weighed).value?.node.text ?? span, message: 'class', args }];
  });
  if (classes.length > 0 || isWholeRight) return classes;
  return [{ span, message: 'sum', args: { sum: whole.toString(), sums: either(demands.sums) } }];
}

interface HeadingSum {
  readonly span: Span;
  readonly stated: Decimal;
  readonly computed: Decimal;
}

/** The figures of headings, each with the sum of the weights below it, up to the next heading that is no part of it. */
function headingSums(
  row: Row,
  text: string,
  weighed: readonly Weighed[],
  vocabulary: RuleContext['vocabulary'],
): HeadingSum[] {
  const byNode = new Map(weighed.map(({ indicator, weight }) => [indicator.node, weight ?? Decimal.zero]));
  const sums: { span: Span; stated: Decimal | undefined; computed: Decimal; isOne: boolean; isOpen: boolean }[] = [];
  for (const part of row.tree.parts) {
    if (part.type !== 'indicators') continue;
    for (const item of part.items) {
      if (item.type === 'heading') {
        const isOne = headingOf(text, item.class, {}, vocabulary).level2 === undefined;
        for (const other of sums) if (isOne || !other.isOne) other.isOpen = false;
        const span = item.weight ?? item;
        const stated = item.weight && Decimal.parse(squeeze(text.slice(span.start, span.end)));
        sums.push({ span, stated, computed: Decimal.zero, isOne, isOpen: true });
      } else if (item.type === 'indicator') {
        const weight = byNode.get(item) ?? Decimal.zero;
        for (const open of sums) if (open.isOpen) open.computed = open.computed.plus(weight);
      }
    }
  }
  return sums.flatMap(({ span, stated, computed }) => (stated ? [{ span, stated, computed }] : []));
}

/** Puts a weight in where its label stands empty, else behind the values. */
function fill(indicator: Indicator, remainder: Decimal, like: IndicatorValue, text: string, i: number): Fix[] {
  const { node, values } = indicator;
  const written = text.slice(like.node.text.start, like.node.text.end);
  const weight = `${remainder.toString()}${signOf(written)}`;
  const empty = values.find(({ label }) => label?.span === 'weight')?.node;
  const before = values.findLast(isOfPeriodOrYear);
  const at = empty ? empty.end : (before?.node.end ?? node.name?.end);
  if (at === undefined) return [];
  const label = like.node.label ? text.slice(like.node.label.start, like.node.label.end) : '';
  const put = empty ? weight : `; ${label}:${weight}`;
  return [
    {
      message: 'fill',
      args: { weight: remainder.toString() },
      edits: [{ start: at, end: at, text: put }],
      ...(i === 0 && { preferred: true as const }),
    },
  ];
}

/** The sign that a weight is written with, and what parts it from the figure: none, `分` or `%`. */
function signOf(written: string): string {
  return /[分%％]$/.test(written) ? written.slice(written.slice(0, -1).trimEnd().length) : '';
}

/** The sums that are right, as a person reads them in either language. */
function either(sums: readonly number[]): string {
  return sums.join(' / ');
}

function decimal(number: number): Decimal {
  return Decimal.parse(String(number)) ?? Decimal.zero;
}

import type { Bilingual } from '../../profile/profile.ts';
import type { Language, RuleContext } from '../../rules/rule.ts';
import { weigh } from '../../rules/weights.ts';
import { Decimal, sum } from '../../table/decimal.ts';
import type { Indicator, Row } from '../../table/row.ts';
import { percent } from '../sums.ts';
import { beside, bold, enumerated, escapeMarkdown, list, paragraphs, say } from './markdown.ts';

const MESSAGES = {
  share: { zh: '占合计的 {share}', en: '{share} of the sum' },
  sum: { zh: '本项目权重合计 {sum}', en: 'The weights of the project add up to {sum}' },
  right: { zh: '本项目权重合计 {sum},符合要求', en: 'The weights of the project add up to {sum}, as they should' },
  less: {
    zh: '本项目权重合计 {sum},应为 {sums},还差 {by}',
    en: 'The weights of the project add up to {sum} and should make {sums}: {by} are missing',
  },
  more: {
    zh: '本项目权重合计 {sum},应为 {sums},多出 {by}',
    en: 'The weights of the project add up to {sum} and should make {sums}: {by} too many',
  },
  or: { zh: ' 或 ', en: ' or ' },
  lacking: { zh: '还有 {count} 条指标没有权重', en: 'Indicators without a weight: {count}' },
} satisfies Record<string, Bilingual>;

/** A weight beside those of the project's other indicators, class by class; undefined where it is no weight. */
export function describeWeight(
  indicator: Indicator,
  row: Row,
  { vocabulary }: RuleContext,
  language: Language,
): string | undefined {
  const { value, weight } = weigh(indicator);
  if (!value || !weight) return undefined;
  const all = row.indicators.map(weigh);
  const whole = sumOf(all);
  const lacking = all.filter((one) => !one.weight).length;
  const classes = vocabulary.profile.classes.flatMap(({ code, name }) => {
    const own = sumOf(all.filter((one) => one.indicator.level1?.code === code));
    return own.isZero ? [] : [`${escapeMarkdown(name)} ${own.toString()}`];
  });
  const share = weight.shareOf(whole);
  return paragraphs(
    beside(
      bold(`${value.label?.name ?? ''} ${weight.toString()}`),
      share !== undefined && say(MESSAGES.share, language, { share: percent(share) }),
    ),
    list([
      sumText(whole, vocabulary.profile.demands.weights?.sums ?? [], language),
      lacking > 0 && say(MESSAGES.lacking, language, { count: String(lacking) }),
      classes.length > 1 && enumerated(classes, language),
    ]),
  );
}

function sumOf(weighed: readonly ReturnType<typeof weigh>[]): Decimal {
  return sum(weighed.map(({ weight }) => weight ?? Decimal.zero));
}

/** The sum beside those that are right: what is missing to each, or what is too much for all. */
function sumText(whole: Decimal, sums: readonly number[], language: Language): string {
  const either = (figures: readonly string[]) => figures.join(say(MESSAGES.or, language));
  const args = { sum: whole.toString(), sums: either(sums.map(String)) };
  const left = sums.map((right) => (Decimal.parse(String(right)) as Decimal).minus(whole));
  if (left.length === 0) return say(MESSAGES.sum, language, args);
  if (left.some((rest) => rest.isZero)) return say(MESSAGES.right, language, args);
  const missing = left.filter((rest) => !rest.isNegative);
  const by = either((missing.length > 0 ? missing : left.slice(-1)).map((rest) => rest.abs().toString()));
  return say(missing.length > 0 ? MESSAGES.less : MESSAGES.more, language, { ...args, by });
}

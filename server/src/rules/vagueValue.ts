import type { Judging } from '../profile/judging.ts';
import type { Indicator } from '../table/row.ts';
import { isHandedDown } from './handedDown.ts';
import { type JudgedValue, judgedValue } from './judged.ts';
import { isBenefit } from './levels.ts';
import { isMeasured } from './measured.ts';
import { indicatorsOf } from './placement.ts';
import { rateName } from './rateName.ts';
import type { BlockRule, Related, RuleExplanation } from './rule.ts';
import { isValueAsName } from './valueAsName.ts';
import { isUnfilled, saysHowMuch } from './wordsOfValue.ts';

export const vagueValueExplained: RuleExplanation = {
  explanation: {
    zh: '数量、成本和满意度指标的值应当是数,写成"提升""满意""按计划购置"就无法对照。效益指标可以定性,平时只在一个项目的效益指标全部是文字时提示一次(上级下达的项目不提示);打开严格检查后,写成"提升""促进""正常开展"的效益指标逐条提示。文字里有数的(1-2次、三场、不低于上年、无事故)不提示。',
    en: 'Values of quantity, cost and satisfaction are numbers; 提升 (improved), 满意 (satisfied) or 按计划购置 (bought as planned) cannot be measured. Benefits may be in words: there is one hint where all benefits of a project are, none where targets come from above; strict checking finds each benefit given as 提升, 促进, 正常开展. Silent where the words say how much (1-2次, 三场, 不低于上年, 无事故).',
  },
  reason: {
    zh: '没有数,年底怎么评都算完成;审核时会要求量化。',
    en: 'Without a number any result meets the target; reviewers ask for one.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:满意。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
  },
};

export const vagueValue: BlockRule = {
  id: 'vague-value',
  scope: 'block',
  severity: 'warning',
  review: 'relevant',
  strictFindsMore: true,
  title: { zh: '指标值未量化', en: 'A value that gives no number' },
  messages: {
    vague: {
      zh: '{class}的值应当是数,"{value}"没有量化: 写出多少',
      en: 'Values of {class} are numbers, “{value}” is none: say how much',
    },
    benefit: {
      zh: '"{value}"没有量化,能写成数的尽量写成数',
      en: '“{value}” is no number; give one where there can be one',
    },
    allBenefits: {
      zh: '这个项目的 {count} 条效益指标都是文字,至少量化一条',
      en: 'None of the {count} benefits of this project is a number; give one at least',
    },
    onlyBenefit: {
      zh: '这个项目的效益指标只有一条,写的是文字,能写成数的尽量写成数',
      en: 'The only benefit of this project is no number; give one where there can be one',
    },
    other: { zh: '效益指标,也是文字', en: 'a benefit, in words too' },
  },

  check(row, blockText, context, report) {
    const { strict, vocabulary } = context;
    const { judging } = vocabulary;
    const benefits: JudgedValue[] = [];
    let isOpen = false;
    let first: Indicator | undefined;
    for (const indicator of indicatorsOf(row)) {
      const judged = judgedValue(indicator);
      if (isMeasured(indicator, judging)) {
        if (!judged || !isVague(indicator, judged, judging)) continue;
        report({
          span: judged.value.node.text,
          message: 'vague',
          args: { class: (indicator.level2 ?? indicator.level1)?.name ?? '', value: judged.text },
          indicator: indicator.number ?? null,
        });
        continue;
      }
      // Whatever is missing, cut off or reported elsewhere may yet become a number.
      if (!indicator.level1) isOpen = true;
      if (!isBenefit(indicator)) continue;
      if (!judged || rateName(indicator.named, judging) === 'rate' || !isVague(indicator, judged, judging)) {
        isOpen = true;
        continue;
      }
      benefits.push(judged);
      first ??= indicator;
      if (strict && judging.vague.in(judged.text))
        report({
          span: judged.value.node.text,
          severity: 'hint',
          message: 'benefit',
          args: { value: judged.text },
          indicator: indicator.number ?? null,
        });
    }
    const [one, ...others] = benefits;
    if (strict || isOpen || !one || isHandedDown(row, blockText, context)) return;
    report({
      span: one.value.node.text,
      severity: 'hint',
      message: others.length > 0 ? 'allBenefits' : 'onlyBenefit',
      args: { count: String(benefits.length) },
      indicator: first?.number ?? null,
      related: () => others.map(({ value }): Related => ({ span: value.node.text, message: 'other' })),
    });
  },
};

function isVague(indicator: Indicator, { value: { said }, reading }: JudgedValue, judging: Judging): boolean {
  if (reading.kind === 'quantity' || reading.hasNumber) return false;
  return !isUnfilled(said, judging) && !saysHowMuch(said, judging) && !isValueAsName(indicator, judging);
}

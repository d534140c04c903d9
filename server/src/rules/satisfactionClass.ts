import type { Indicator } from '../table/row.ts';
import { classText } from './classText.ts';
import { SATISFACTION } from './levels.ts';
import { hasIndicator, MOVING_MAY_ADD, movedText, moveToClass } from './moveToClass.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { classOfSatisfaction, speaksOfSatisfaction } from './satisfaction.ts';
import { settledClass } from './settledClass.ts';

export const satisfactionClassExplained: RuleExplanation = {
  explanation: {
    zh: '名称以"满意度"或"满意率"结尾(末尾的括号不算),却不在满意度指标里。"满意度调查完成率"这样的名称是产出,不提示;一级、二级指标本身对不上的,另有提示。',
    en: 'The name ends in 满意度 or 满意率 (brackets aside), but the class is not that of satisfaction. 满意度调查完成率 is an output and is left alone; classes that disagree with each other are another finding.',
  },
  reason: {
    zh: '满意度要单独考核、单独打分;写在效益里,满意度这一类就成了空白。',
    en: 'Satisfaction is assessed and scored by itself; filed as a benefit, it leaves its own class empty.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、2-效益指标; 22-社会效益; 听众满意度; 年度指标值:≥90%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
  },
};

export const satisfactionClass: BlockRule = {
  id: 'satisfaction-class',
  scope: 'block',
  severity: 'warning',
  review: 'relevant',
  title: { zh: '满意度写在了别的类别', en: 'Satisfaction filed in another class' },
  messages: {
    elsewhere: {
      zh: '"{name}"应当写在 {class},这里写在 {own}',
      en: '“{name}” belongs in {class}; it is filed under {own}',
    },
    name: { zh: '名称说的是满意度', en: 'the name speaks of satisfaction' },
    move: { zh: '改为 {class}', en: 'Change to {class}' },
  },
  fixesMayAdd: MOVING_MAY_ADD,

  checkIndicator(indicator, _text, { vocabulary }, report) {
    const target = classOfSatisfaction(vocabulary);
    if (!target) return;
    const { class2, name, named, node, number } = indicator;
    if (!node.name || !speaksOfSatisfaction(named, vocabulary.judging)) return;
    const own = settledClass(indicator, vocabulary);
    if (!own || own.parent.code === SATISFACTION) return;
    const nameSpan = node.name;
    report({
      span: class2?.node ?? nameSpan,
      message: 'elsewhere',
      args: { name, class: classText(target), own: classText(own) },
      indicator: number ?? null,
      ...(class2 && { related: () => [{ span: nameSpan, message: 'name' }] }),
      data: indicator,
    });
  },

  fixes(finding, row, _text, { vocabulary }) {
    const indicator = finding.data as Indicator;
    const target = classOfSatisfaction(vocabulary);
    const edits = target ? moveToClass(indicator, target) : [];
    if (!target || edits.length === 0) return [];
    // What a heading gives is written in; what is there already would be there twice.
    const isSure = indicator.class2 && !hasIndicator(row, indicator.name, target);
    return [
      {
        message: 'move',
        args: { class: movedText(indicator, target) },
        edits,
        preferred: true,
        ...(isSure && { sure: true as const }),
      },
    ];
  },
};

import type { LevelOneClass, LevelTwoClass } from '../profile/profile.ts';
import { type IndicatorClass, meaningOf } from '../table/row.ts';
import { classText } from './classText.ts';
import { MOVING_MAY_ADD } from './moveToClass.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { isAtOdds, SETTLING_MAY_ADD } from './settledClass.ts';

interface Data {
  readonly byCode: string;
  readonly byName: string;
  /** The class of the other level goes with the name and not with the code. */
  readonly nameFits: boolean;
}

export const classNameExplained: RuleExplanation = {
  explanation: {
    zh: '代码和名称各指一个类别,两者必有一个写错。',
    en: 'The code means one class and the name another: one of them is wrong.',
  },
  reason: {
    zh: '汇总系统只认代码,审核人员只看名称,同一条指标会被算到两个类别里。',
    en: 'Systems go by the code, reviewers by the name: the indicator is counted twice in different places.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-质量指标; 讲座验收合格率; 年度指标值:100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 讲座验收合格率; 年度指标值:100%。
`,
  },
};

export const className: BlockRule = {
  id: 'class-name',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '类别代码与名称对不上', en: 'Code and name of a class disagree' },
  messages: {
    disagree: { zh: '代码 {code} 是"{byCode}",与所写的"{name}"不一致', en: 'Code {code} is “{byCode}”, not “{name}”' },
    keepCode: { zh: '以代码为准,改为 {class}', en: 'Keep the code: {class}' },
    keepName: { zh: '以名称为准,改为 {class}', en: 'Keep the name: {class}' },
  },
  fixesMayAdd: ['class-parent', 'class-missing', ...MOVING_MAY_ADD, ...SETTLING_MAY_ADD],

  checkIndicator(indicator, _text, _context, report) {
    const { class1, class2, number } = indicator;
    if (!(class1 && isAtOdds(class1)) && !(class2 && isAtOdds(class2))) return;
    const one = meaningOf(class1);
    const two = meaningOf(class2);
    const reportOn = (written: IndicatorClass<LevelOneClass | LevelTwoClass>, fits: (code: string) => boolean) => {
      const { byCode, byName, node, code, name } = written;
      if (!byCode || !byName || !isAtOdds(written)) return;
      report({
        span: node,
        message: 'disagree',
        args: { code, byCode: byCode.name, name },
        indicator: number ?? null,
        data: {
          byCode: classText(byCode),
          byName: classText(byName),
          nameFits: fits(byName.code) && !fits(byCode.code),
        } satisfies Data,
      });
    };
    if (class1) reportOn(class1, (code) => code === two?.parent.code);
    if (class2) reportOn(class2, (code) => one !== undefined && code.startsWith(one.code));
  },

  fixes(finding) {
    const { byCode, byName, nameFits } = finding.data as Data;
    const keepCode = { message: 'keepCode', args: { class: byCode }, edits: [{ ...finding.span, text: byCode }] };
    const keepName = { message: 'keepName', args: { class: byName }, edits: [{ ...finding.span, text: byName }] };
    const [best, other] = nameFits ? [keepName, keepCode] : [keepCode, keepName];
    return [{ ...best, preferred: true }, other];
  },
};

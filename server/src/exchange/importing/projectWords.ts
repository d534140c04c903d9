import { squeeze } from '../../syntax/characters.ts';
import { PROJECT_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { totalColumn } from '../../table/row.ts';
import { withoutBrackets, wordOf } from './cellText.ts';
import type { Meaning } from './headingWords.ts';
import type { ValueSpan } from './indicatorWords.ts';
import { isMoneySection, isSumWord, type MoneyKind, moneyWord } from './moneyWords.ts';
import { wordSet } from './wordSet.ts';

/** What a word that stands over or before something of a project says of it. */
export type ProjectWord =
  | { readonly is: 'name' | 'unit' | 'ordinal' }
  | { readonly is: 'column'; readonly index: number }
  /** The money of the whole period, which is no column of the year. */
  | { readonly is: 'periodTotal' }
  | { readonly is: 'goal'; readonly span: ValueSpan }
  | { readonly is: 'field'; readonly index: number }
  /** A head of several: 项目资金, 绩效指标. */
  | { readonly is: 'section'; readonly of: 'money' | 'indicators' }
  /** A head over amounts or goals: which of several is the planned one; the others are kept as comments. */
  | { readonly is: 'planned'; readonly rank: number }
  | { readonly is: 'beside' }
  /** Money of one giver, perhaps the one whose form it is; profiles have a column for that of all of its kind. */
  | { readonly is: 'money'; readonly of: MoneyKind; readonly isOwnLevel?: true }
  /** A label that no profile has a place for. */
  | { readonly is: 'known' };

const NAMES = wordSet(`
  项目名称 专项名称 单位(专项)名称 单位(项目)名称 项目(专项)名称 项目(政策)名称 专项资金名称
  转移支付名称 转移支付项目名称 支出项目名称 二级项目名称 三级项目名称 预算项目名称 项目全称 项目
  专项(项目)名称 政策名称
`);
const UNITS = wordSet(`
  资金使用单位 单位名称 预算单位 项目单位 预算单位名称 部门(单位)名称 部门单位名称 申报单位
  资金使用单位名称
`);
const INDICATORS = wordSet(`
  绩效指标 年度绩效指标 长期绩效指标 项目绩效指标 指标 实施期绩效指标 中期绩效指标 项目支出绩效指标
`);
const PLANNED = [
  '年初预算数',
  '预算数',
  '年初预算',
  '年初预算金额',
  '年初批复数',
  '全年预算数',
  '全年预算',
  '调整后预算数',
  '调整预算数',
];
const PLANNED_GOALS = wordSet(`
  预期目标 年初设定目标 年初目标 预期绩效目标 预期总目标 年初预期目标 设定目标
`);
const BESIDE = wordSet(`
  全年执行数 执行数 实际支出 全年实际执行数 分值 执行率 得分 实际完成情况 完成情况 全年实际完成情况
  目标完成情况 全年完成情况 实际完成 预算执行率 自评得分 年度总体目标完成情况 上年执行数
`);
const GOALS: Readonly<Record<ValueSpan, ReadonlySet<string>>> = {
  year: wordSet(`
  年度目标 年度绩效目标 年度总体目标 年度总体绩效目标 本年度绩效目标 本年绩效目标 当年绩效目标
  本年度目标 年度预期目标 项目年度目标 项目年度绩效目标 年度总目标 当年度目标 年度绩效总目标 本年目标
  年度主要目标
`),
  period: wordSet(`
  总体目标 项目总目标 项目总体目标 实施期目标 实施期绩效目标 实施期总目标 实施期总体目标 中期目标
  长期目标 长期绩效目标 中长期目标 总体绩效目标 项目总体绩效目标 中期绩效目标 实施周期绩效目标
  实施周期目标 总目标
`),
  any: wordSet(`
  绩效目标 项目绩效目标 项目目标 目标 绩效总目标 目标内容 绩效目标内容 项目支出绩效目标
`),
};
const ORDINALS = wordSet(`
  序号 编号 行次
`);
/** Whether a word stands over a column that numbers rows. */
export function isOrdinalWord(text: string): boolean {
  return ORDINALS.has(wordOf(text));
}

/** Words for fields that profiles call otherwise. */
const SAME_FIELDS: Readonly<Record<string, string>> = {
  业务主管部门: '主管部门',
  主管部门及代码: '主管部门',
  项目主管单位: '主管部门',
  项目执行单位: '实施单位',
  项目实施期: '起止日期',
  项目周期: '起止日期',
  项目编号: '项目编码',
};
/** Labels of forms that nothing of a profile need answer to. */
const KNOWN = wordSet(`
  项目编码 项目代码 项目编号 项目类别 项目类型 项目属性 项目性质 项目分类 主管部门 项目主管部门
  主管部门及代码 实施单位 项目实施单位 起止日期 起止时间 项目起止时间 项目期 实施期 项目周期
  项目实施期 项目负责人 负责人 联系人 联系电话 电话 立项依据 设立依据 备注 说明 其他说明
  其他需要说明的问题 填报人 填表人 填报单位 填报日期 项目概况 项目概述 项目内容 立项必要性 资金用途
  项目实施计划 实施计划 保证项目实施的制度措施 计划开始日期 计划完成日期 开始日期 完成日期 单位代码
  预算单位编码 单位编码 职能 支出方向 存续状态 项目级次 分配方式 年度 预算年度 资金性质 支出功能分类
  政策依据 项目申报单位 其他 项目立项情况 立项情况 项目审批 审批意见 审核意见 财政部门意见 主管部门意见
  单位意见 总分 合计 项目等级
  业务主管部门 预算执行单位 项目执行单位 执行单位 编制单位 评价结论 自评结论 中央主管部门 省级财政部门
  省级主管部门 市级财政部门 市级主管部门 项目主管单位
`);

/** The labels of 一级 … and their like are not among them: heads of indicators are told by `indicatorWord`. */
export function projectWord(text: string, vocabulary: Vocabulary): ProjectWord | undefined {
  const word = wordOf(wordOf(text).replace(/^其中:?/, ''));
  if (word === '' || word.length > LONGEST) return undefined;
  return meaningOf(word, vocabulary) ?? meaningOf(withoutBrackets(word).replace(/:$/, ''), vocabulary);
}

/** What a word says that stands beside or below others: 合计 below 项目资金 is the total. */
export function wordOfMoney(text: string, over: string | undefined, vocabulary: Vocabulary): ProjectWord | undefined {
  const own = projectWord(text, vocabulary);
  const isTotal = over !== undefined && isMoneySection(over) && (!own || own.is === 'known') && isSumWord(text);
  return isTotal ? { is: 'column', index: totalColumn(vocabulary) } : own;
}

/** Longer texts are no labels. */
const LONGEST = 24;

function meaningOf(word: string, vocabulary: Vocabulary): ProjectWord | undefined {
  if (NAMES.has(word)) return { is: 'name' };
  if (UNITS.has(word)) return { is: 'unit' };
  if (ORDINALS.has(word)) return { is: 'ordinal' };
  const rank = PLANNED.indexOf(word);
  if (rank >= 0 && word !== '预算数') return { is: 'planned', rank };
  if (PLANNED_GOALS.has(word)) return { is: 'planned', rank: 0 };
  if (BESIDE.has(word)) return { is: 'beside' };
  const money = moneyWord(word);
  if (money === 'section') return { is: 'section', of: 'money' };
  if (INDICATORS.has(word)) return { is: 'section', of: 'indicators' };
  if (money === 'total') return { is: 'column', index: totalColumn(vocabulary) };
  if (money === 'ownLevel') return { is: 'money', of: 'public', isOwnLevel: true };
  if (money === 'periodTotal') return { is: 'periodTotal' };
  const span = (['year', 'period', 'any'] as const).find((own) => GOALS[own].has(word));
  if (span) return { is: 'goal', span };
  const label =
    vocabulary.fields.get(word) ??
    vocabulary.fields.get(SAME_FIELDS[word] ?? '') ??
    vocabulary.labels.get(word) ??
    vocabulary.labels.get(withoutYear(word));
  switch (label?.role) {
    case 'column':
    case 'field':
      return { is: label.role, index: label.index };
    case 'goal':
      return { is: 'goal', span: 'any' };
    default:
      if (money) return { is: 'money', of: money };
      return KNOWN.has(word) ? { is: 'known' } : undefined;
  }
}

/** 当年财政拨款, 本年财政拨款 → 财政拨款. */
function withoutYear(word: string): string {
  return word.replace(/^(?:当年|本年度?|年度)/, '');
}

/** Where the goals of a table go, by the spans that it has goals of. */
export function goalMeaning(
  span: ValueSpan,
  spans: ReadonlySet<ValueSpan>,
  vocabulary: Vocabulary,
): { readonly meaning: Meaning; readonly isAssumed: boolean } | undefined {
  const { goals } = vocabulary.profile;
  const year = indexOfGoal('年度目标', vocabulary);
  const period = indexOfGoal('总体目标', vocabulary);
  const own = indexOfGoal('绩效目标', vocabulary);
  const at = (index: number | undefined, isAssumed = false) => {
    const goal = index === undefined ? undefined : goals[index];
    return goal && { meaning: { role: 'goal', index: index as number, name: goal.name } as const, isAssumed };
  };
  if (goals.length === 1) {
    const first = (['year', 'any', 'period'] as const).find((other) => spans.has(other));
    return first === span ? at(0, span === 'period') : undefined;
  }
  if (span === 'period') return at(period ?? 0);
  if (span === 'year') return at(year ?? own ?? goals.length - 1);
  return spans.has('year')
    ? spans.has('period')
      ? undefined
      : at(period ?? 0, true)
    : at(own ?? year ?? goals.length - 1);
}

function indexOfGoal(word: string, { labels }: Vocabulary): number | undefined {
  const label = labels.get(squeeze(word));
  return label?.role === 'goal' ? label.index : undefined;
}

export const NAME_MEANING: Meaning = { role: 'name', name: PROJECT_LABEL };
export const UNIT_MEANING: Meaning = { role: 'name', name: UNIT_LABEL };

import { withoutBrackets, wordOf } from './cellText.ts';
import { withoutYear } from './moneyYears.ts';
import { wordSet } from './wordSet.ts';

/** Whose money it is: of the public purse, be it of one level or one fund of it, or the unit's own. */
export type MoneyKind = 'public' | 'own';

const TOTALS = wordSet(`
  总计 资金总额 年度资金总额 年度资金申请总额 预算数 预算金额 年度预算金额 年度预算 本年度预算
  本年预算 项目金额 项目预算 项目预算金额 项目预算数 申请资金总额 年度金额 年度资金 本年度资金 本年资金 当年资金 本年预算数
  年度预算数 年度申请资金 年度项目资金总额 本年度资金总额 预算安排 预算申请数 申请金额 金额
  金额合计 合计金额 资金合计 资金总计 总金额
`);
const PERIOD_TOTALS = wordSet(`
  项目资金总额 实施期资金总额 中期资金总额 项目总投资 总投资 项目总预算 项目总金额 实施期金额
  实施期总预算
`);
/** All the money of the year that the level which fills the form in gives; others may give more. */
const OWN_LEVEL = wordSet(`
  年度本级预算金额 本级预算金额 年度本级预算 本级预算 本级预算数
`);
const SECTIONS = wordSet(`
  项目资金 项目资金申请 资金申请 资金情况 预算情况 资金来源 项目资金情况 预算执行情况 资金 项目资金来源 预算资金 资金构成
  资金金额 资金额度 资金投入 资金安排 资金安排情况 项目资金构成 项目资金安排 预算资金来源 资金来源构成 资金来源情况
`);
const KINDS: Readonly<Record<MoneyKind, ReadonlySet<string>>> = {
  public: wordSet(`
  上级资金 本级资金 财政资金 上级财政资金 本级财政资金 县级财政资金 市级财政资金 省级财政资金 中央财政资金
  中央资金 地方资金 地方财政资金 省级资金 市级资金 县级资金 区级资金 中央 省级 市级 县级 区级 地方 中央补助 省级补助
  市级补助 中央补助资金 省级补助资金 市级补助资金 中央财政 省级财政 市级财政 县级财政 本级财政 地方财政
  中央财政拨款 省级财政拨款 市级财政拨款 县级财政拨款 区级财政拨款 本级财政拨款 上级财政拨款 地方财政拨款
  中央专项资金 省级专项资金 市县 市县资金 市县级 市县级资金 市县财政 市县财政资金 县区 县区资金 区县 区县资金
  一般公共预算 一般公共预算资金 一般公共预算拨款 一般公共预算财政拨款 政府性基金 政府性基金预算 政府性基金预算资金
  政府性基金拨款 政府性基金预算拨款 政府性基金预算财政拨款 国有资本经营预算 国有资本经营预算资金 国有资本经营预算拨款
  国有资本经营预算财政拨款
`),
  own: wordSet(`
  自有资金 单位自有资金 单位自有 自筹资金 单位自筹资金 单位自筹 自筹 自有 单位资金 事业收入 经营收入 事业单位经营收入 其他收入
  社会资金 社会投入 非财政资金 非财政拨款 非财政拨款资金 其他来源 其他来源资金
`),
};

/** Below 项目资金 and the like they are the total; elsewhere they may be of anything. */
const SUMS = wordSet(`
  合计 小计 总额 总计
`);

/** What a word says of money; `section`: it stands over several amounts. */
export function moneyWord(text: string): MoneyKind | 'total' | 'periodTotal' | 'ownLevel' | 'section' | undefined {
  const word = withoutYear(text);
  if (SECTIONS.has(word)) return 'section';
  if (TOTALS.has(word)) return 'total';
  if (PERIOD_TOTALS.has(word)) return 'periodTotal';
  if (OWN_LEVEL.has(word)) return 'ownLevel';
  return (['public', 'own'] as const).find((kind) => KINDS[kind].has(word));
}

/** Whether a text may stand over several amounts: `项目资金（元）`, `预算金额`. */
export function isMoneySection(text: string): boolean {
  const word = withoutYear(withoutBrackets(wordOf(text)));
  return SECTIONS.has(word) || TOTALS.has(word);
}

export function isSumWord(text: string): boolean {
  return SUMS.has(withoutBrackets(wordOf(text)));
}

/** Whether a text that no one knows says that it is of money, and may name its unit. */
export function isOfMoney(text: string): boolean {
  return /资金|金额|经费|预算|投资/.test(text) && wordOf(text).length <= LONGEST;
}

/** Whether a text that no one knows says that it is of the year's money. */
export function isOfYearsMoney(text: string): boolean {
  return isOfMoney(text) && /年度|本年|当年|\d年|本次|本期/.test(text) && !/上年|执行|结转/.test(text);
}

/** Longer texts are no labels. */
const LONGEST = 24;

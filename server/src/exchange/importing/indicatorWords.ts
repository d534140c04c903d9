import { wordOf } from './cellText.ts';
import { wordSet } from './wordSet.ts';

/** What a column of indicators holds, one indicator a row. */
export type IndicatorRole =
  | 'level1'
  | 'level2'
  | 'name'
  | 'operator'
  /** 正向指标, or else a sign that compares. */
  | 'direction'
  | 'value'
  | 'unit'
  | 'weight'
  | 'explanation'
  /** What the value says in words: the value where that cell is empty (HN 指标值内容). */
  | 'valueText'
  | 'other';

/** For how long a value is: the year, the whole period of the project, or the table does not say. */
export type ValueSpan = 'year' | 'period' | 'any';

const WORDS: Readonly<Record<Exclude<IndicatorRole, 'other'>, ReadonlySet<string>>> = {
  level1: wordSet(`
    一级指标 一级 一级指标名称 指标一级 1级指标
  `),
  level2: wordSet(`
    二级指标 二级 二级指标名称 指标二级 2级指标
  `),
  name: wordSet(`
    三级指标 三级 三级指标名称 3级指标 四级指标 指标名称 指标内容 指标 绩效指标名称 绩效指标内容
    具体指标 具体指标名称 三级指标内容 明细指标
  `),
  operator: wordSet(`
    指标性质 计算符号 运算符号 运算符 符号 指标符号 比较符 关系符号 指标值类型 性质
  `),
  direction: wordSet(`
    指标方向性 指标方向
  `),
  value: wordSet(`
    指标值 目标值 年度指标值 年度目标值 指标值及单位 本年度指标值 本年指标值 当年指标值 年度/项目指标值
    年度(/项目)指标值 预期指标值 计划指标值 指标目标值 年初指标值 年初目标值 年度绩效指标值 预期目标值
    绩效目标值 计划值 预期值 当年目标值 指标值(包含数字及文字描述) 预计当年实现 当年预计实现
    本年预计实现 本年目标值 本年度目标值 全年目标值 全年指标值
  `),
  unit: wordSet(`
    度量单位 计量单位 单位 指标值单位 指标单位 计量单位名称 度量单位名称 指标度量单位
  `),
  weight: wordSet(`
    权重 分值 指标权重 指标分值 分数 标准分 权重分 分值权重 分值(权重) 权重(分值) 设定分值
  `),
  explanation: wordSet(`
    指标解释 指标说明 指标值说明 指标内涵 指标释义 三级指标解释 指标解释及计算公式 指标解释说明
  `),
  valueText: wordSet(`
    指标值内容 指标值描述 指标值文字描述
  `),
};

const PERIOD_VALUES = wordSet(`
  实施周期指标值 实施期指标值 中期指标值 长期指标值 总体指标值 项目指标值 实施周期目标值 实施期目标值
  中期目标值 长期目标值 项目总指标值 总指标值 全周期指标值
`);

const ROLES: ReadonlyMap<string, IndicatorRole> = new Map(
  Object.entries(WORDS).flatMap(([role, words]) => [...words].map((word) => [word, role as IndicatorRole] as const)),
);

/** Words of heads over the words above: they tell the span, or nothing. */
const PERIOD = /长期|实施期|实施周期|中期|总体|全周期/;
const YEAR = /年度|本年|当年|全年|年初/;

/** Words of other columns that tables of indicators have; their cells are kept as comments. */
const OTHERS = wordSet(`
  备注 说明 完成值 实际完成值 全年完成值 得分 自评得分 未完成原因 偏差原因 扣分原因 偏差原因分析
  偏差原因分析及改进措施 未完成原因分析 未完成原因和改进措施 改进措施 评分标准
  评(扣)分标准 扣分标准 绩效标准 计分规则 数据来源 佐证材料 上年 前年 上年实现 前年实现 历史值 完成率
  实际值 完成情况 实际完成情况 指标来源 取值依据 绩效指标设定依据 序号
`);

export interface IndicatorWord {
  readonly role: IndicatorRole;
  readonly span: ValueSpan;
}

/** What the words of a column's head, from the top down, say that its cells hold; undefined where they say nothing known. */
export function indicatorWord(path: readonly string[]): IndicatorWord | undefined {
  const words = path.map(wordOf);
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as string;
    const bare = withoutUnits(word);
    if (PERIOD_VALUES.has(bare)) return { role: 'value', span: 'period' };
    const role = ROLES.get(word) ?? ROLES.get(bare);
    if (role) return { role, span: spanOf(words) };
    if (OTHERS.has(word) || OTHERS.has(bare)) return { role: 'other', span: 'any' };
  }
  return undefined;
}

function spanOf(words: readonly string[]): ValueSpan {
  const all = words.join(' ');
  // 年度(/项目)指标值 is either.
  if (/项目\)?指标值/.test(all)) return 'any';
  return PERIOD.test(all) ? 'period' : YEAR.test(all) ? 'year' : 'any';
}

/** `权重(%)`, `分值(90分)` → `权重`, `分值`. */
function withoutUnits(word: string): string {
  return word.replace(/\([^()]*\)/g, '');
}

const GROUPS = /^(?:项目)?(?:支出)?(?:长期|年度|实施期|实施周期|中期|总体|本年度|当年)?(?:绩效)?(?:目标|指标)(?:值)?$/;

/** Whether a word stands over several columns of indicators: 绩效指标, 长期目标, 年度指标值. */
export function isGroupWord(text: string): boolean {
  return GROUPS.test(withoutUnits(wordOf(text)));
}

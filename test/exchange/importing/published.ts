/** The published list of text: its columns, and what stands in them. */
export const TITLE = ['项目支出绩效目标表'];
export const HEADING = [
  '项目名称(资金使用单位)',
  '总计',
  '财政拨款',
  '财政专户拨款',
  '其他资金',
  '绩效目标',
  '绩效指标',
];
export const TARGET = '1、1-产出指标; 11-数量指标; 培训人次; 实施周期指标值:10人次; 年度指标值:10人次。';

export const kinds = (rows: readonly { readonly kind: string }[]) => rows.map((row) => row.kind);

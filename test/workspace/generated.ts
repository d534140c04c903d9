import fc from 'fast-check';

/** Tables that are made to be wrong, for tests of what holds of any. */

const amount = fc.constantFrom('10.00', '20.00', '30.00', '30.01', '0', '', '1,0.00', '约10', '10万元', '-1', '0.001');
const rules = fc.constantFrom(
  'total-mismatch',
  'sum-mismatch',
  'sum-rounding',
  'amount-invalid',
  'unexpected-text',
  'class-parent',
  'duplicate-value',
  'no-such-rule',
);
const directive = fc
  .tuple(fc.constantFrom('disable-next-line', 'disable', 'enable', 'disable-file'), rules, rules)
  .map(([kind, one, other]) => `// jxmb-${kind} ${one}, ${other}: 理由`);
const klass = fc.constantFrom(
  '1-产出指标; 11-数量指标; ',
  '2-效益指标; 31-服务对象满意度; ',
  '2-效益指标; 22-社会效益; ',
  '12-数量指标; ',
  '18-时放指标; ',
  '9-产出指标; ',
  '3-满意度指标; ',
  '',
);
const name = fc.constantFrom('甲', '乙', '甲', '乙', '企业满意度', '资金支付及时率', '预算执行率');
const indicator = fc
  .tuple(fc.constantFrom('1', '2', ''), klass, name, fc.constantFrom('5个', '6个', ''))
  .map(([number, code, called, value]) => `  ${number}、${code}${called}; 年度指标值:${value}; 年度指标值:5个。`);

/** Lines that change what the lines around them mean. */
export const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom('总计', '财政拨款', '其他资金'), amount).map((parts) => parts.join(': ')),
  },
  { weight: 3, arbitrary: fc.constantFrom('项目名称: 甲', '项目名称: 乙', '项目名称:', '项目名称: 设备购置') },
  { weight: 2, arbitrary: fc.constantFrom('资金使用单位: 本级', '资金使用单位: 科学馆', '单位: 示范市科学馆') },
  { weight: 1, arbitrary: fc.constantFrom('合计', '合计: 1', '引用: 科协.jxmb') },
  { weight: 2, arbitrary: fc.constantFrom('单位: 元', '单位: 万元', '金额单位: 亿元', '单位: 斤') },
  { weight: 2, arbitrary: directive },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '财政拔款: 10.00',
      '绩效目表: 服务企业',
      '绩效指示:',
      '项日名称: 丙',
      '单立: 元',
      '总汁: 5',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('版式: guangzhuo', '部门名称: 科技局', '部门: 文化局', '年度: 2024', '引用: /科协.jxmb'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('版式: central-2021', '版式: guangzhou', '年度: 2026', '总体目标: 服务企业', '权重:'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '绩效目标: 举办科普活动20场,让更多居民了解科学。',
      '年度目标: 举办科普活动20场,让更多居民了解科学。',
      '  3、1-产出指标; 13-时效指标; 讲座完成时间; 年度指标值:2025年11月底前。',
    ),
  },
  { weight: 2, arbitrary: indicator },
  { weight: 2, arbitrary: fc.constantFrom('绩效目标: 服务企业', '绩效指标:', '备注', '', '// 注释', '标题', '2025年') },
);

const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');
/** A table of such lines, with any line end. */
export const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), lineEnd, fc.boolean())
  .map(([lines, end, ended]) => lines.join(end) + (ended ? end : ''));

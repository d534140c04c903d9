import fc from 'fast-check';
import type { IndicatorData, RowData, TableData } from '../../../server/src/exchange/tableJson/tableData.ts';
import { profile } from '../../tables.ts';

/** Tables as somebody may have them who writes with care but writes anything: sums that hold, texts that look like markup. */

const word = fc.constantFrom(
  '设备购置',
  '=1+1',
  '+86',
  '-5℃',
  '@所有人',
  "'引号'",
  '|竖线|',
  '<b>粗体</b>',
  '*星号*',
  '#井号',
  '1. 列表',
  'a,b;c',
  '"双引号"',
  '_x0041_',
  '100%',
  'A&B',
  '完成1、2-3号楼',
  '〔2025〕1号',
  '平台\\系统',
  '总计数',
  '目标1: 完成',
);
const name = fc
  .tuple(fc.constantFrom('', '社区', '科普'), word, fc.constantFrom('', '经费', '(第二期)'))
  .map((parts) => parts.join(''));
const sentence = fc.tuple(word, fc.constantFrom('', '，覆盖全区', '; 评选10家')).map((parts) => `${parts.join('')}。`);
export const goal = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const value = fc.constantFrom('≥90%', '5个', '1-2次; 评选不少于10家', '提升', '=100%', '2025年11月底前', '不超过2亿元');

const classes = profile.classes.flatMap((one) =>
  one.children.map((two) => ({ level1: `${one.code}-${one.name}`, level2: `${two.code}-${two.name}` })),
);
export const target: fc.Arbitrary<IndicatorData> = fc
  .record({
    levels: fc.constantFrom(...classes),
    name,
    period: fc.option(value),
    year: value,
  })
  .map(({ levels, name, period, year }) => ({
    ...levels,
    name,
    values: { ...(period !== null && { 实施周期指标值: period }), 年度指标值: year },
  }));

const cents = fc.integer({ min: 1, max: 99_999_999 });
/** As data has it. */
export const amount = cents.map(amountText);

function amountText(own: number): string {
  return `${Math.floor(own / 100)}.${String(own % 100).padStart(2, '0')}`;
}

interface Money {
  readonly main: number;
  readonly other: number;
}

const money: fc.Arbitrary<Money> = fc.record({ main: cents, other: fc.oneof(fc.constant(0), cents) });

function amounts({ main, other }: Money): Record<string, string> {
  return {
    总计: amountText(main + other),
    财政拨款: amountText(main),
    ...(other > 0 && { 其他资金: amountText(other) }),
  };
}

export function numbered(indicators: readonly IndicatorData[]): IndicatorData[] {
  return indicators.map((one, i) => ({ number: String(i + 1), ...one }));
}

const project = fc.record({
  name,
  money,
  code: fc.option(fc.constantFrom('440113-0001', '=A1')),
  goal,
  indicators: fc.array(target, { minLength: 1, maxLength: 6 }),
});

const unit = fc.record({
  name: fc.constantFrom('示范区科学馆', '示范区科学技术协会'),
  projects: fc.array(project, { minLength: 1, maxLength: 4 }),
});

/** Sound tables; what stands in them is anything. */
export const soundTable: fc.Arbitrary<TableData> = fc
  .record({
    units: fc.array(unit, { minLength: 1, maxLength: 3 }),
    title: fc.constantFrom('项目支出绩效目标表', '绩效目标表(草稿)'),
  })
  .map(({ units, title }): TableData => {
    const sum = (all: readonly Money[]): Money => ({
      main: all.reduce((total, one) => total + one.main, 0),
      other: all.reduce((total, one) => total + one.other, 0),
    });
    const all = units.flatMap(({ projects }) => projects.map((one) => one.money));
    const rows: RowData[] = [{ kind: 'total', name: '合计', amounts: amounts(sum(all)) }];
    for (const [i, { name, projects }] of units.entries()) {
      rows.push({ kind: 'unit', name: `${name}${i}所`, amounts: amounts(sum(projects.map((one) => one.money))) });
      for (const one of projects) {
        rows.push({
          kind: 'project',
          // Neighbours of one name are read as one project where a row is an indicator.
          name: `${one.name}${rows.length}`,
          amounts: amounts(one.money),
          ...(one.code !== null && { fields: { 项目编码: one.code } }),
          goals: { 绩效目标: one.goal },
          indicators: numbered(one.indicators),
        });
      }
    }
    return {
      format: 'jxmb-table',
      version: 1,
      profile: profile.id,
      title,
      department: '示范区科技局',
      moneyUnit: '万元',
      rows,
    };
  });

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brief, commentsOf, importTable } from '../reading.ts';
import { HEADING, kinds, TARGET } from './published.ts';

describe('units and projects', () => {
  const goal = '办好。';
  const kindsOf = (...rows: (readonly [name: string, amount: string, goal?: string])[]) =>
    kinds(
      importTable([
        HEADING,
        ...rows.map(([name, amount, goal = '']) => [name, amount, amount, '', '', goal, goal && TARGET]),
      ]).rows,
    )
      .map((kind) => kind[0])
      .join('');

  test('a unit is a row without goal and indicators to which the next rows add up', () => {
    assert.equal(
      kindsOf(
        ['合计', '9.00'],
        ['区科协', '3.00'],
        ['甲', '1.00', goal],
        ['乙', '2.00', goal],
        ['某某', '6.00'],
        ['丙', '6.00', goal],
      ),
      'tuppup',
    );
  });

  test('a project that lost both stays in its unit', () => {
    assert.equal(kindsOf(['区科协', '6.00'], ['甲', '1.00', goal], ['乙', '2.00'], ['丙', '3.00', goal]), 'uppp');
    // It stands before one of the same amount.
    assert.equal(kindsOf(['区科协', '5.00'], ['甲', '1.00', goal], ['乙', '2.00'], ['丙', '2.00', goal]), 'uppp');
    assert.equal(
      kindsOf(
        ['区科协', '3.00'],
        ['甲', '1.00', goal],
        ['宣传经费', '2.00'],
        ['示范中心', '2.00'],
        ['丙', '2.00', goal],
      ),
      'uppup',
    );
  });

  test('within rounding, and where projects are left out of the public version', () => {
    assert.equal(kindsOf(['区科协', '3.01'], ['甲', '1.00', goal], ['乙', '2.00', goal]), 'upp');
    assert.equal(kindsOf(['示范局', '9.00'], ['甲', '1.00', goal], ['乙', '2.00', goal]), 'upp');
  });

  test('a name tells where amounts do not', () => {
    assert.equal(kindsOf(['宣传经费', '2.00'], ['甲', '2.00', goal]), 'pp');
    assert.equal(kindsOf(['工作经费(示范局)', '2.00'], ['甲', '9.00', goal]), 'pp');
    assert.equal(kindsOf(['示范局(本级)', '2.00']), 'u');
    assert.equal(kindsOf(['示范局', ''], ['甲', '9.00', goal]), 'up');
  });

  test('the total by its other names', () => {
    const { rows, report } = importTable([
      HEADING,
      ['合　计', '1.00', '1.00', '', '', '', ''],
      ['总计', '1.00', '1.00', '', '', '说明', ''],
    ]);
    assert.deepEqual(kinds(rows), ['total', 'total']);
    assert.deepEqual(brief(report.items), [
      ['mended', 'A2', '项目名称', '合　计', '合计'],
      ['assumed', 'A3', '项目名称', '总计', '合计'],
      ['unplaced', 'F3', '绩效目标', '说明'],
    ]);
    assert.deepEqual(rows.map(commentsOf), [[], ['原表 F3 绩效目标: 说明']]);
  });

  test('many units cost no more than they must', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [
      [`单位${i}局`, '1.00', '1.00', '', '', '', ''],
      [`项目${i}`, '1.00', '1.00', '', '', '办好。', TARGET],
    ]).flat();
    const start = performance.now();
    const { report } = importTable([HEADING, ...rows]);
    assert.deepEqual({ ...report.counts }, { totals: 0, units: 3000, projects: 3000, indicators: 3000 });
    assert.ok(performance.now() - start < 20_000);
  });
});

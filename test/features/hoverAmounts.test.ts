import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { english, exampleWith, hoverAt, hoverText } from './marks.ts';

describe('hover on an amount', () => {
  it('of a project: its sources and its shares', async () => {
    assert.deepEqual(await hoverAt(exampleWith({ instead: '总计: 120.00' }, '总计: 120│.00')), {
      about: '120.00',
      text: [
        '**总计 120.00 万元** = 1,200,000.00 元',
        '',
        '各资金来源之和 120.00,一致',
        '',
        '| 资金来源 | 万元 | 占比 |',
        '| :-- | --: | --: |',
        '| 财政拨款 | 100.00 | 83.33% |',
        '| 其他资金 | 20.00 | 16.67% |',
        '',
        '占示范市科技局本级总计的 67.14% · 占全表总计的 67.14%',
      ].join('\n'),
    });
  });

  it('of a source: its share of the total, too', async () => {
    assert.equal(
      await hoverText(exampleWith({ instead: '财政拨款: 100.00' }, '财政拨款: │100.00')),
      [
        '**财政拨款 100.00 万元** = 1,000,000.00 元',
        '',
        '占本行总计的 83.33% · 占示范市科技局本级财政拨款的 55.95% · 占全表财政拨款的 55.95%',
      ].join('\n'),
    );
  });

  it('of a unit and of the whole: the sum below, and the difference', async () => {
    const table = (total: string, unit: string, project = '1') =>
      `合计\n总计: ${total}\n资金使用单位: 甲\n总计: ${unit}\n项目名称: 乙\n总计: ${project}\n项目名称: 丙\n总计: 2\n`;
    const sum = async (marked: string, given?: ServiceEnvironment) => (await hoverText(marked, given)).split('\n\n')[1];
    assert.equal(await sum(table('3', '│3')), '本单位 2 个项目之和 3.00,一致');
    assert.equal(await sum(table('3', '│3.01')), '本单位 2 个项目之和 3.00,相差 0.01,可能是四舍五入所致');
    assert.equal(await sum(table('3', '│4')), '本单位 2 个项目之和 3.00,相差 1.00');
    assert.equal(await sum(table('│5', '4')), '各预算单位之和 4.00,相差 1.00');
    assert.equal(await sum(table('│4', '4')), '各预算单位之和 4.00,一致');
    assert.equal(await sum(table('3', '│3', '约1')), '占全表总计的 100.00%');
    assert.equal(
      await sum(table('3', '│4'), english),
      'The projects of this unit (2) add up to 3.00, a difference of 1.00',
    );
  });

  it('takes what 合计 states for the whole, else what the table adds up to', async () => {
    const share = async (total: string) =>
      (await hoverText(`${total}资金使用单位: 甲\n总计: 1\n资金使用单位: 乙\n总计: │1\n`)).split('\n\n')[1];
    assert.equal(await share('合计\n总计: 4\n'), '占全表总计的 25.00%');
    assert.equal(await share('合计\n'), '占全表总计的 50.00%');
    assert.equal(await share(''), '占全表总计的 50.00%');
    assert.equal(await share('合计\n总计: 0\n'), undefined);
  });

  it('without unit or sources', async () => {
    assert.equal(await hoverText('单位: 元\n项目名称: 甲\n总计: │12'), '**总计 12.00 元**\n\n占全表总计的 100.00%');
    const text = await hoverText('项目名称: 甲\n总计: │12\n财政拨款: 约10\n其他资金: 2');
    assert.match(text, /\n\n\| 资金来源 \| 万元 \| 占比 \|\n.+\n\| 其他资金 \| 2\.00 \| 16\.67% \|\n\n/);
    assert.doesNotMatch(text, /之和/);
  });

  it('says nothing of what is no amount', async () => {
    assert.equal(await hoverAt('项目名称: 甲\n总计: 约│12'), undefined);
    assert.equal(await hoverAt('项目名称: 甲\n总计:  │ '), undefined);
  });

  it('in a table in 元 says what a large one is in 万元', async () => {
    const head = async (amount: string) => (await hoverText(`单位: 元\n项目名称: 甲\n总计: │${amount}`)).split('\n')[0];
    assert.equal(await head('12,345,678.90'), '**总计 12,345,678.90 元** = 1,234.56789 万元');
    assert.equal(await head('9,999.99'), '**总计 9,999.99 元**');
  });
});

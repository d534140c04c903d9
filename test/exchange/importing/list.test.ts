import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grid, importChosen } from './grids.ts';

const TARGET = '1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:1场; 年度指标值:1场。';
const project = (name: string, amount: string) =>
  `项目名称: ${name}\n总计: ${amount}\n财政拨款: ${amount}\n绩效目标: 办好。\n绩效指标:\n  ${TARGET}\n`;
const HEAD = ['项目名称', '总计', '财政拨款', '绩效目标', '绩效指标'];
const row = (name: string, amount: string) => [name, amount, amount, '办好。', TARGET];

describe('a list with a row a project', () => {
  test('units in a column of their own stand before their projects, said again, once or merged', () => {
    const expected = `合计\n总计: 6\n财政拨款: 6\n\n资金使用单位: 甲镇\n总计: 3\n财政拨款: 3\n\n${project('修路', '1')}
${project('植树', '2')}\n资金使用单位: 乙镇\n\n${project('修路', '3')}`;
    for (const again of ['甲镇', '']) {
      const { document, report } = importChosen(
        grid([
          ['资金使用单位', ...HEAD],
          ['合计', '', '6', '6'],
          ['甲镇', '', '3', '3'],
          ['甲镇', ...row('修路', '1')],
          [again, ...row('植树', '2')],
          ['乙镇', ...row('修路', '3')],
        ]),
      );
      assert.equal(document, expected);
      assert.equal(report.counts.units, 2);
    }
    const { document } = importChosen(
      grid([
        ['预算单位', ...HEAD],
        [{ text: '甲镇', rows: 2 }, ...row('修路', '1')],
        row('植树', '2'),
        ['乙镇', ...row('修路', '3')],
      ]),
    );
    assert.equal(
      document,
      `资金使用单位: 甲镇\n\n${project('修路', '1')}\n${project('植树', '2')}\n资金使用单位: 乙镇\n\n${project('修路', '3')}`,
    );
  });

  test('a name that says what it is goes on with the list', () => {
    for (const name of ['项目名称：植树', '2.项目名称: 植树']) {
      const sheet = grid([HEAD, row('修路', '1'), row(name, '2'), row('挖渠', '3')]);
      const { document, report } = importChosen(sheet);
      assert.equal(document, [project('修路', '1'), project('植树', '2'), project('挖渠', '3')].join('\n'));
      const said = report.items.filter(({ cell }) => cell === 'A3').map(({ before, after }) => [before, after]);
      assert.deepEqual(said, [[name, '植树']]);
    }
    // Of what the file says is a project, it is the name.
    const marked = grid([HEAD, row('项目名称: 植树', '2')]);
    const rows = marked.rows.map((own, i) => (i === 1 ? { ...own, role: 'project' as const } : own));
    assert.match(importChosen({ ...marked, rows }).document, /^项目名称: 项目名称: 植树$/m);
  });

  test('a sum beside the name of a unit is the amount of the unit', () => {
    for (const sum of ['小计', '合计']) {
      const { document } = importChosen(
        grid([
          ['资金使用单位', ...HEAD],
          ['甲镇', sum, '1', '1'],
          ['甲镇', ...row('修路', '1')],
        ]),
      );
      assert.equal(
        document,
        `资金使用单位: 甲镇\n总计: 1\n财政拨款: 1\n// 原表 B2 项目名称: ${sum}\n\n${project('修路', '1')}`,
      );
      const below = importChosen(
        grid([
          ['资金使用单位', ...HEAD],
          ['甲镇', ...row('修路', '1')],
          ['甲镇', sum, '1', '1'],
          ['乙镇', ...row('植树', '2')],
        ]),
      ).document;
      const sums = `总计: 1\n财政拨款: 1\n// 原表 B3 项目名称: ${sum}`;
      assert.equal(
        below,
        `资金使用单位: 甲镇\n${sums}\n\n${project('修路', '1')}\n资金使用单位: 乙镇\n\n${project('植树', '2')}`,
      );
    }
  });

  test('the amounts below a head of their own are found, whatever they are called', () => {
    const tall = (text: string) => ({ text, rows: 2 });
    const { document } = importChosen(
      grid([
        [tall('项目名称'), { text: '资金(元)', columns: 2 }, tall('绩效目标'), tall('绩效指标')],
        ['总计', '其中:财政拨款'],
        row('修路', '1.00'),
      ]),
    );
    assert.equal(document, `单位: 元\n\n${project('修路', '1.00')}`);
  });

  test("a word of other tables gives way to the profile's own, in whatever order they stand", () => {
    const { document } = importChosen(
      grid([
        ['单位名称', '专项名称', '预算数', '总计', '财政拨款', '绩效目标', '绩效指标'],
        ['甲镇', '修路', '9', '1', '1', '办好。', TARGET],
      ]),
    );
    assert.equal(
      document,
      `// 原表 C1: 预算数\n\n资金使用单位: 甲镇\n\n${project('修路', '1').replace('绩效目标', '// 原表 C2 预算数: 9\n绩效目标')}`,
    );
  });

  test('a column may have a money unit of its own', () => {
    const { document } = importChosen(
      grid([
        ['项目名称', '总计(元)', '财政拨款(万元)', '绩效目标', '绩效指标'],
        ['修路', '10000.00', '1', '办好。', TARGET],
      ]),
    );
    assert.equal(document, `单位: 元\n\n${project('修路', '10000.00').replace('拨款: 10000.00', '拨款: 10,000.00')}`);
  });

  test('单位 before the name of the project is whose it is', () => {
    const { document } = importChosen(
      grid([
        ['单位', '项目', ...HEAD.slice(1)],
        ['甲镇', ...row('修路', '1')],
      ]),
    );
    assert.equal(document, `资金使用单位: 甲镇\n\n${project('修路', '1')}`);
  });

  test('a text of one letter is a text', () => {
    const { document } = importChosen(
      grid([
        [...HEAD, '备注'],
        [...row('修路', '1'), '无'],
      ]),
    );
    assert.equal(document, project('修路', '1').replace('绩效目标', '备注: 无\n绩效目标'));
  });

  test('a goal of one character is a goal; a mark without any is none', () => {
    const { document } = importChosen(grid([HEAD, ['修路', '1', '1', '无', TARGET], ['植树', '2', '2', '/', TARGET]]));
    assert.equal(
      document,
      `${project('修路', '1').replace('办好。', '无')}\n${project('植树', '2').replace('绩效目标: 办好。', '// 原表 D3 绩效目标: /')}`,
    );
  });

  test('ordinals of rows are left out, and that is said once', () => {
    for (const ordinals of [
      ['', '一', '1', '2', '二', '1'],
      ['', '', '1', '2', '', '3'],
      ['1', '2', '3', '4', '5', '6'],
      ['', '（一）', '1.', '2.', '（二）', '3.'],
    ]) {
      const rows = [
        ['合计', '6', '6'],
        ['甲镇', '3', '3'],
        row('修路', '1'),
        row('植树', '2'),
        ['乙镇', '3', '3'],
        row('修桥', '3'),
      ].map((cells, i) => [ordinals[i] as string, ...cells]);
      const { document, report } = importChosen(grid([['序号', ...HEAD], ...rows]));
      assert.equal(
        document,
        `合计\n总计: 6\n财政拨款: 6\n\n资金使用单位: 甲镇\n总计: 3\n财政拨款: 3\n\n${project('修路', '1')}
${project('植树', '2')}\n资金使用单位: 乙镇\n总计: 3\n财政拨款: 3\n\n${project('修桥', '3')}`,
      );
      const said = report.items.filter(({ message }) => message.zh.startsWith('序号'));
      assert.deepEqual(
        said.map(({ kind, cell, before }) => [kind, cell, before]),
        [['heading', 'A1', `序号 ${ordinals.filter((text) => text !== '').join(' ')}`]],
      );
    }
  });

  test('what stands among ordinals and is none of them stays', () => {
    const { document } = importChosen(
      grid([
        ['序号', ...HEAD],
        ['1', ...row('修路', '1')],
        ['追加', ...row('植树', '2')],
        ['7', ...row('修桥', '3')],
      ]),
    );
    assert.deepEqual([...document.matchAll(/^\/\/ .*$/gm)].map(String), [
      '// 原表 A3 序号: 追加',
      '// 原表 A4 序号: 7',
    ]);
  });

  test('a subtotal is no project', () => {
    const { document, report } = importChosen(grid([HEAD, row('修路', '1'), ['小计', '1', '1'], row('植树', '2')]));
    assert.equal(
      document,
      `${project('修路', '1')}\n// 原表 A3 项目名称: 小计\n// 原表 B3 总计: 1\n// 原表 C3 财政拨款: 1\n\n${project('植树', '2')}`,
    );
    assert.equal(report.counts.projects, 2);
  });

  test('the money unit is found in the title and in brackets of its own', () => {
    for (const [above, lines] of [
      ['项目支出绩效目标表(金额单位:元)', '项目支出绩效目标表(金额单位:元)\n单位: 元'],
      ['项目支出绩效目标表 单位：元', '项目支出绩效目标表 单位：元\n单位: 元'],
      ['（元）', '单位: 元'],
      ['计量单位:元', '单位: 元'],
      ['单位：元、%', '单位: 元'],
    ] as const) {
      const { document, report } = importChosen(grid([[above], HEAD, row('修路', '10000')]));
      assert.equal(document, `${lines}\n\n${project('修路', '10000')}`);
      assert.ok(report.items.some(({ after }) => after === '单位: 元'));
    }
  });
});

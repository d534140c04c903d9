import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterIndicators, labelsAt, PROJECT, take, UNIT } from './completing.ts';
import { completionsAt, exampleWith } from './marks.ts';

describe('labels at the start of a line', () => {
  it('are those that the block may hold and does not', async () => {
    assert.deepEqual(await labelsAt('│'), [
      ...['部门名称', '年度', '单位', '版式'],
      ...['合计', ...UNIT, ...PROJECT, '引用'],
    ]);
    assert.deepEqual(await labelsAt(exampleWith({ below: '单位: 万元' }, '│')), [
      ...['年度', '版式'],
      ...['合计', ...UNIT, ...PROJECT, '引用'],
    ]);
    assert.deepEqual(await labelsAt('合计\n总计: 1\n│'), [
      ...['财政拨款', '财政专户拨款', '其他资金'],
      ...[...UNIT, ...PROJECT, '引用'],
    ]);
    assert.deepEqual(await labelsAt('项目名称: 甲\n总计: 1\n项目编码: 2\n│'), [
      ...['财政拨款', '财政专户拨款', '其他资金', '绩效目标', '绩效指标'],
      ...['项目类别', '主管部门', '起止日期', '项目负责人', '联系电话', '立项依据', '备注'],
      ...[...PROJECT, ...UNIT, '引用', '合计'],
    ]);
  });

  const cases: readonly (readonly [typed: string, labels: readonly string[], line: string])[] = [
    ['财│', ['财政拨款', '财政专户拨款'], '财政拨款: '],
    ['czbk│', ['财政拨款'], '财政拨款: '],
    ['caizhengz│', ['财政专户拨款'], '财政专户拨款: '],
    ['拨款│', ['财政拨款', '财政专户拨款'], '财政拨款: '],
    ['  jxmb│', ['绩效目标'], '  绩效目标: '],
    ['jixiaozhi│', ['绩效指标'], '绩效指标:\n  1、'],
    ['年度资金总额│', ['总计'], '总计: '],
    ['主管│', ['主管部门'], '主管部门: '],
    ['项目名│', PROJECT, '项目名称: '],
    ['填报│', ['资金使用单位'], '资金使用单位: '],
    ['hj│', ['合计'], '合计\n'],
    ['绩效│目标: 办好活动。', ['绩效目标'], '绩效目标: 办好活动。'],
    ['绩效目标│: 办好活动。', ['绩效目标'], '绩效目标: 办好活动。'],
    ['其中:│', ['财政拨款', '财政专户拨款', '其他资金'], '其中:财政拨款: '],
    ['其中: qt│', ['其他资金'], '其中: 其他资金: '],
    ['财│政有钱', [], ''],
    ['没有这个│', [], ''],
  ];
  for (const [typed, labels, line] of cases) {
    it(typed, async () => {
      const marked = `项目名称: 甲\n${typed}\n`;
      assert.deepEqual(await labelsAt(marked), labels);
      if (line) assert.equal(await take(marked), line);
    });
  }

  it('of a line that begins a block are up to the block above', async () => {
    assert.equal(await take('项目名称: 甲\n总计: 1\n项目│名称: 乙\n'), '项目名称: 乙');
    assert.equal(await take('项目名称: 甲\n合计│'), '合计\n');
    assert.deepEqual(await labelsAt('项目名称: 甲\n│项目名称: 乙\n'), ['项目名称']);
  });

  it('end a goal only where they look like one', async () => {
    const goal = (line: string) => `项目名称: 甲\n绩效目标:\n  1. 办好活动。\n${line}\n`;
    assert.deepEqual(await labelsAt(goal('绩效│')), ['绩效指标']);
    assert.deepEqual(await labelsAt(goal('jx│')), ['绩效指标']);
    assert.deepEqual(await labelsAt(goal('项目│')), ['项目名称']);
    assert.deepEqual(await labelsAt(goal('资金使│')), ['资金使用单位']);
    for (const line of [
      '│',
      '绩│',
      'j│',
      '总计│',
      '合│',
      '合计│',
      'hj│',
      'xm│',
      '项│',
      '预算│',
      '1│',
      '11│',
      '2025│',
      '备注│',
      '指标│',
      '  2. │',
      '  2、1│',
      '完成总计:│',
    ]) {
      assert.deepEqual(await labelsAt(goal(line)), [], line);
    }
    assert.deepEqual(await labelsAt('项目名称: 甲\n绩效目标: 绩效│'), []);
    for (const { preselect } of (await completionsAt(goal('绩效│'))).items) assert.equal(preselect, undefined);
  });

  it('come first by their own name, then by another, then by what is in the middle', async () => {
    const above = ['', '合计\n总计: 1\n', '资金使用单位: 甲\n总计: 1\n\n', '项目名称: 甲\n总计: 1\n\n'];
    for (const text of above) {
      for (const typed of ['项目', '项', 'xm', 'x', 'xiangm']) {
        assert.equal((await labelsAt(`${text}${typed}│\n`))[0], '项目名称', `${text}${typed}`);
      }
    }
    assert.deepEqual((await labelsAt('项目名称: 甲\n项目│')).slice(0, 6), [
      ...[...PROJECT, '项目编码', '项目类别', '项目负责人'],
    ]);
  });

  it('come before the classes that have in the middle what they begin with', async () => {
    for (const typed of ['项目', '项', 'xm']) {
      assert.equal((await labelsAt(afterIndicators(`${typed}│`)))[0], '项目名称', typed);
    }
    for (const typed of ['1', '11', '数', 'sl']) {
      assert.equal((await labelsAt(afterIndicators(`${typed}│`)))[0], '11-数量指标', typed);
    }
    const labels = await labelsAt('项目名称: 甲\n绩效指标:\n1、11; 数; 1个。\njx│');
    assert.ok(labels.indexOf('21-经济效益') >= 0);
    assert.ok(labels.indexOf('21-经济效益') < labels.indexOf('绩效目标'), labels.join(' '));
  });
});

describe('amounts', () => {
  const cases: readonly (readonly [table: string, offers: readonly (readonly [string, string])[], line?: string])[] = [
    ['项目名称: 甲\n总计: │\n财政拨款: 100\n其他资金: 20.5', [['120.50', '各资金来源之和']], '总计: 120.50'],
    ['项目名称: 甲\n总计:│\n财政拨款: 100', [['100.00', '各资金来源之和']], '总计: 100.00'],
    ['项目名称: 甲\n总计：│\n财政拨款: 1234', [['1,234.00', '各资金来源之和']], '总计：1,234.00'],
    ['项目名称: 甲\n总计: 12│\n财政拨款: 1234', []],
    ['项目名称: 甲\n总计: │\n财政拨款: 约100', []],
    ['项目名称: 甲\n总计: 120\n财政拨款: 100\n其他资金: │', [['20.00', '总额减去其他来源']], '其他资金: 20.00'],
    ['项目名称: 甲\n总计: 120\n财政拨款: │', [['120.00', '总额减去其他来源']]],
    ['项目名称: 甲\n总计: 120\n财政拨款: 120\n其他资金: │', []],
    ['资金使用单位: 甲\n总计: │\n项目名称: 乙\n总计: 1\n项目名称: 丙\n总计: 2', [['3.00', '本单位 2 个项目之和']]],
    [
      '资金使用单位: 甲\n总计: │\n财政拨款: 4\n项目名称: 乙\n总计: 1',
      [
        ['1.00', '本单位 1 个项目之和'],
        ['4.00', '各资金来源之和'],
      ],
    ],
    ['合计\n总计: │\n资金使用单位: 甲\n总计: 1\n资金使用单位: 乙\n总计: 2', [['3.00', '各预算单位之和']]],
    ['项目名称: 甲\n总计: │ 元', []],
  ];
  for (const [table, offers, line] of cases) {
    it(table.replaceAll('\n', ' '), async () => {
      const { items } = await completionsAt(table);
      assert.deepEqual(
        items.map(({ label, detail }) => [label, detail]),
        offers,
      );
      if (line) assert.equal(await take(table), line);
    });
  }

  it('have a unit', async () => {
    assert.deepEqual(await labelsAt('单位: │'), ['万元', '元', '千元', '亿元']);
    assert.deepEqual(await labelsAt('单位: y│'), ['元', '亿元']);
    assert.deepEqual(await labelsAt('单位: 元│'), []);
    assert.deepEqual(await labelsAt('单位: 万│'), ['万元']);
    assert.equal(await take('单位:wany│'), '单位: 万元');
  });
});

describe('comments', () => {
  it('hold directives and the rules they name', async () => {
    assert.deepEqual(await labelsAt('// jxmb-│'), [
      ...['jxmb-disable-next-line', 'jxmb-disable', 'jxmb-enable', 'jxmb-disable-file'],
    ]);
    assert.equal(await take('//jxmb-disable-n│'), '//jxmb-disable-next-line ');
    assert.equal(await take('// jxmb-disable total│'), '// jxmb-disable total-mismatch');
    assert.equal(await take('// jxmb-disable total-mismatch, sum-m│'), '// jxmb-disable total-mismatch, sum-mismatch');
    assert.ok(!(await labelsAt('// jxmb-disable total-mismatch, │')).includes('total-mismatch'));
  });

  it('name first the rules that find something where they are to be turned off', async () => {
    const project = (comment: string) => `项目名称: 甲
总计: 10.00
${comment}
// 说明
财政拨款: 9,0.00
绩效目标: 办好讲座。`;
    assert.equal((await labelsAt(project('// jxmb-disable-next-line │')))[0], 'amount-invalid');
    assert.equal((await labelsAt(project('// jxmb-disable │')))[0], 'amount-invalid');
    assert.ok((await labelsAt(project('// jxmb-disable-file │'))).slice(0, 3).includes('missing-indicators'));
    assert.ok(!(await labelsAt(project('// jxmb-disable-next-line │'))).slice(0, 1).includes('missing-indicators'));
  });

  it('take the title of a rule for its id', async () => {
    assert.deepEqual(await labelsAt('// jxmb-disable 尾差│'), ['sum-rounding']);
    assert.equal(await take('// jxmb-disable 尾差│'), '// jxmb-disable sum-rounding');
  });

  it('hold nothing else', async () => {
    for (const line of ['//│', '// │', '// 财│', '// 1│', '/│/', '／／ sl│', '// jxmb-disable total-mismatch: 有│']) {
      assert.deepEqual(await labelsAt(`项目名称: 甲\n${line}`), [], line);
      assert.deepEqual(await labelsAt(`项目名称: 甲\n绩效指标:\n  1、11; 数; 1个。\n  ${line}`), [], line);
    }
    assert.deepEqual(await labelsAt('项目名称: 甲\n<<<<<<< │'), []);
  });
});

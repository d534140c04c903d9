import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grid, importChosen } from './grids.ts';

const LEVELS = ['一级指标', '二级指标', '三级指标'];
const CLASSES = ['产出指标', '时效指标'];

/** What is imported of a form with one indicator, whose cells stand below words. */
function imported(words: readonly string[], cells: readonly string[]) {
  return importChosen(
    grid([
      ['项目名称', { text: '绿化', columns: 5 }],
      [...LEVELS, ...words],
      [...CLASSES, '完成情况', ...cells],
    ]),
  );
}

/** The indicator's value, and the comments below it. */
function valueAndComments(words: readonly string[], cells: readonly string[]): string[] {
  const { document } = imported(words, cells);
  const [line = '', ...comments] = document.split('绩效指标:\n')[1]?.trimEnd().split('\n') ?? [];
  return [line.replace(/^.*; (?:年度指标值:)?(.*)。$/, '$1'), ...comments.map((own) => own.trim())];
}

describe('a sign that compares, in a column of its own', () => {
  const WORDS = ['指标性质', '指标值', '度量单位'];

  for (const [cells, value] of [
    [['≤', '12', '月'], '≤12月'],
    [['≤', '12月31日', ''], '≤12月31日'],
    [['<=', '2025年12月', ''], '≤2025年12月'],
    [['≤', '2025-12-31', ''], '≤2025-12-31'],
    [['≥', '5', '元/平方米'], '≥5元/平方米'],
  ] as const) {
    test(`${cells.join(' ')} is ${value}`, () => assert.deepEqual(valueAndComments(WORDS, cells), [value]));
  }

  test('it may be called the direction', () => {
    assert.deepEqual(valueAndComments(['指标值', '指标方向'], ['5元/平方米', '≤']), ['≤5元/平方米']);
    assert.deepEqual(valueAndComments(['指标值', '指标方向'], ['5元/平方米', '正向指标']), [
      '5元/平方米',
      '// 原表 E3 指标方向: 正向指标',
    ]);
  });

  for (const [cells, value] of [
    [['≤', '12月底前', ''], '12月底前'],
    [['≥', '每季度一次', ''], '每季度一次'],
    [['≥', '1-2', ''], '1-2'],
    [['≤', '≥5', ''], '≥5'],
  ] as const) {
    test(`beside ${cells[1]} it stays a comment, and is said to be no part of the value`, () => {
      assert.deepEqual(valueAndComments(WORDS, cells), [value, `// 原表 D3 指标性质: ${cells[0]}`]);
      const { report } = imported(WORDS, cells);
      const said = report.items.filter(({ cell }) => cell === 'D3').map(({ kind, message }) => [kind, message.zh]);
      assert.deepEqual(said, [['unplaced', '比较符号没有并入指标值，已作注释保留，请核对']]);
    });
  }

  test('of two that differ one is no part of the value', () => {
    assert.deepEqual(valueAndComments([...WORDS, '指标方向'], ['≥', '5', '个', '≤']), [
      '≥5个',
      '// 原表 G3 指标方向: ≤',
    ]);
  });
});

describe('a value that is a formula', () => {
  const saidOf = (value: string) => {
    const { report } = imported(['指标值'], [value]);
    return report.items.filter(({ cell }) => cell === 'D3').map(({ message }) => message.zh);
  };

  for (const formula of ['=10*2', '=SUM(C4:C5)', '=B7', "='表 1'!$B$2", '=IF(A1>0,"是","否")']) {
    test(`without a result is said to have none: ${formula}`, () => {
      assert.deepEqual(valueAndComments(['指标值'], [formula]), [formula]);
      assert.deepEqual(saidOf(formula), ['原表此格的公式没有结果，照公式写入，请核对']);
    });
  }

  test('a value that begins with a sign is none', () => {
    for (const value of ['=10', '=100%', '=5个', '=3-5年', '＝2', '=A级']) assert.deepEqual(saidOf(value), [], value);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Cell, grid, importChosen } from './grids.ts';
import { lostTexts } from './lost.ts';

const FORM: readonly (readonly Cell[])[] = [
  ['项目名称', { text: '科普讲座', columns: 4 }],
  ['总计（万元）', '3.00', '财政拨款', { text: '3.00', columns: 2 }],
  ['绩效目标', { text: '办好讲座。', columns: 4 }],
  [{ text: '绩效指标', rows: 2 }, '一级指标', '二级指标', '三级指标', '年度指标值'],
  ['产出指标', '数量指标', '讲座场次', '20场'],
];
const DOCUMENT = `单位: 万元

项目名称: 科普讲座
总计: 3.00
财政拨款: 3.00
绩效目标: 办好讲座。
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:20场。
`;
const LIST: readonly (readonly Cell[])[] = [
  ['项目名称', '总计', '一级指标', '二级指标', '三级指标', '年度指标值'],
  ['科普画廊', '5.00', '产出指标', '数量指标', '更新期数', '12期'],
];

describe('a form', () => {
  test('labels, what stands beside them, and rows of indicators', () => {
    assert.equal(importChosen(grid(FORM)).document, DOCUMENT);
  });

  test('labels with colons and numbers, and labels that hold their text', () => {
    const rows = [
      [{ text: '一、项目名称：科普讲座', columns: 5 }],
      ['2.总计（万元）：', '3.00', '其中：财政拨款', { text: '3.00', columns: 2 }],
      ['（三）绩效目标：', { text: '办好讲座。', columns: 4 }],
      ...FORM.slice(3),
    ];
    assert.equal(importChosen(grid(rows)).document, DOCUMENT);
  });

  test('a field that nobody filled in gives nothing, and its label is no value of another', () => {
    const rows = [FORM[0] as Cell[], ['联系人', '', '联系电话', ''], ...FORM.slice(1)];
    assert.equal(importChosen(grid(rows)).document, DOCUMENT);
  });

  test('indicators in one cell of the form', () => {
    const cell = '1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:20场。';
    const rows = [...FORM.slice(0, 3), ['绩效指标', { text: cell, columns: 4 }]];
    assert.equal(importChosen(grid(rows)).document, DOCUMENT);
  });

  test('what stands below the indicators where classes do is a comment, and no class without indicators', () => {
    const note = '填报人：张三　联系电话：020-12345678';
    const rows: Cell[][] = [
      ['项目名称', { text: '科普讲座', columns: 3 }],
      ['一级指标', '二级指标', '三级指标', '年度指标值'],
      ['产出指标', '数量指标', '讲座场次', '20场'],
      ['效益指标（30分）', '生态效益指标'],
      [note],
    ];
    const { document, report } = importChosen(grid(rows));
    assert.equal(
      document,
      `项目名称: 科普讲座
// 原表 A5 一级指标: ${note}
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:20场。
`,
    );
    assert.deepEqual(
      report.items.filter(({ kind }) => kind === 'blank').map(({ before }) => before),
      ['效益指标（30分）', '生态效益指标'],
    );
  });

  test('indicators below a head that has no classes have none', () => {
    const rows: Cell[][] = [
      ['项目名称', '道路养护', '主管部门', '示范区交通局', '总计（万元）', '320'],
      ['绩效目标', { text: '完成养护。', columns: 5 }],
      [{ text: '绩效指标', rows: 3 }, '指标名称', '指标权重', '计量单位', '指标性质', '指标值'],
      ['养护里程', '30', '公里', '≥', '100'],
      ['群众满意度', '', '%', '≥', '90'],
    ];
    const sheet = grid(rows);
    const { document, report } = importChosen(sheet);
    assert.equal(report.counts.indicators, 2);
    assert.match(document, /^ {2}1、养护里程; (?:年度指标值:)?≥100公里(?:; 权重:30)?。$/m);
    assert.match(document, /^ {2}\d、群众满意度; (?:年度指标值:)?≥90%。$/m);
    assert.deepEqual(lostTexts([sheet], { document, report }), []);
  });

  test('many in one sheet, each with its title', () => {
    const second = FORM.map((row, i) => (i === 0 ? ['项目名称', { text: '科普画廊', columns: 4 }] : row));
    const { document, report } = importChosen(
      grid([[{ text: '绩效目标表', columns: 5 }], ...FORM, [{ text: '绩效目标表', columns: 5 }], ...second]),
    );
    const [head, project] = DOCUMENT.split('\n\n');
    assert.equal(document, `绩效目标表\n${head}\n\n${project}\n${project?.replace('讲座\n', '画廊\n')}`);
    assert.equal(report.counts.projects, 2);
  });
});

describe('lists and forms one below the other in one sheet', () => {
  const PUBLISHED: readonly (readonly Cell[])[] = [
    ['项目名称', '总计', '财政拨款', '绩效目标', '绩效指标'],
    ['科普大篷车', '7.00', '7.00', '开进乡村。', '1、1-产出指标; 11-数量指标; 场次; 年度指标值:9场。'],
  ];
  for (const [name, ...parts] of [
    ['a list below a form', FORM, LIST],
    ['a form below a list', LIST, FORM],
    ['a form below a list with indicators in one cell', PUBLISHED, FORM],
    ['lists of both kinds about a form', LIST, FORM, PUBLISHED],
  ] as const) {
    test(`${name}: each is read in its own way`, () => {
      const title = (i: number): Cell[] => [{ text: `项目支出绩效目标表${i + 1}`, columns: 5 }];
      for (const hasTitles of [false, true]) {
        const sheet = grid(parts.flatMap((rows, i) => [...(hasTitles ? [title(i)] : []), ...rows]));
        const imported = importChosen(sheet);
        assert.equal(imported.report.counts.projects, parts.length);
        assert.equal(imported.report.counts.indicators, parts.length);
        assert.deepEqual(lostTexts([sheet], imported), []);
        const names = [...imported.document.matchAll(/^项目名称: (.*)$/gm)].map(([, own]) => own);
        const expected = parts.map((rows) => (rows === FORM ? '科普讲座' : rows === LIST ? '科普画廊' : '科普大篷车'));
        assert.deepEqual(names, expected);
        const comments = [...imported.document.matchAll(/^ *\/\/.*$/gm)].map(String);
        assert.deepEqual(
          comments.map((line) => line.replace(/ A\d+/, '')),
          hasTitles ? parts.slice(1).map((_, i) => `// 原表: 项目支出绩效目标表${i + 2}`) : [],
        );
        assert.equal(imported.recognised[0]?.projects, parts.length);
      }
    });
  }
});

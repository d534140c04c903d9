import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { COMMENT_COLUMNS } from '../../../server/src/exchange/comments/sheetWords.ts';
import type { Grid, GridCell } from '../../../server/src/exchange/grid.ts';
import { importGrids, recognise } from '../../../server/src/exchange/importing.ts';
import { readDelimited } from '../../../server/src/exchange/reading/readDelimited.ts';
import { ROW_ROLES } from '../../../server/src/exchange/rowRole.ts';
import { openTable } from '../../tables.ts';
import { type Cell, grid } from './grids.ts';
import { lostTexts } from './lost.ts';
import { HEADING, TARGET } from './published.ts';
import { profiles } from './readFixture.ts';

/** Texts as people write them, and such as mean something to the language or to forms. */
const PIECES = [
  ...[
    '办好培训',
    '3',
    '12.50',
    '≥90%',
    '每季度一次',
    '。',
    '；',
    ';',
    '：',
    ':',
    '，',
    '、',
    '\n',
    ' ',
    '\\',
    '//',
    '(',
    ')',
  ],
  ...[
    '项目名称',
    '总计:',
    '合计',
    '绩效目标:',
    '绩效指标',
    '一级指标',
    '三级指标',
    '产出指标',
    '1、1-产出指标; 11-数量指标',
    '数量指标：',
    '2.',
    '满意度指标',
  ],
  ...[
    '年度指标值:',
    '单位: 万元',
    '元',
    '注：',
    '其中：',
    '——',
    '=',
    '≥',
    '定性',
    '%',
    '人次',
    '引用: 甲',
    '<<<<<<< 甲',
    '2025年',
    '总分',
    '#REF!',
    '12月31日',
    '=10*2',
    '①数量指标；场次；5场②',
    '项目名称：乙',
  ],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
const filled = text.filter((own) => own.trim() !== '');

const LEVELS = ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '权重', '备注'];
const targets = fc.array(
  fc.tuple(
    fc.constantFrom('', '产出指标', '效益指标（30分）', '投入', '自定义'),
    fc.oneof(fc.constantFrom('', '数量指标', '社会效益指标(必填)', '成本指标'), text),
    ...([text, text, text, text, text, text] as const),
  ),
  { minLength: 1, maxLength: 4 },
);

const list = fc.array(fc.tuple(filled, text, text, text, targets), { minLength: 1, maxLength: 3 }).map((projects) => {
  const rows: Cell[][] = [['项目名称', '总计', '财政拨款', '绩效目标', ...LEVELS]];
  for (const [name, total, source, goal, own] of projects) {
    own.forEach((target, i) => {
      const merged = [name, total, source, goal].map((cell): Cell => ({ text: cell, rows: own.length }));
      rows.push([...(i === 0 ? merged : []), ...target]);
    });
  }
  return grid(rows, { name: '表1' });
});

/** A list with a head of two rows, of which the lower has what it likes below a word over several columns; others have no word. */
const listOfTwoHeadRows = fc
  .tuple(
    fc.constantFrom('项目资金（元）', '资金来源', '其他', ''),
    fc.array(fc.constantFrom('合计', '总额', '中央资金', '省级', '财政拨款', '自筹', '', '说明'), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.array(fc.tuple(filled, text, text, text, text, text, text), { minLength: 1, maxLength: 3 }),
  )
  .map(([over, under, rows]) => {
    const tall = (own: string): Cell => ({ text: own, rows: 2 });
    return grid(
      [
        [
          tall('项目名称'),
          { text: over, columns: 3 },
          tall(''),
          ...LEVELS.slice(0, 5).map(tall),
          { text: '备注', columns: 2 },
        ],
        [...under, '说明', ''],
        ...rows.map(([name, a, b, c, beside, note, more]): Cell[] => {
          return [name, a, b, c, beside, '产出指标', '数量指标', '里程', '≥', '20公里', note, more];
        }),
      ],
      { name: '表1' },
    );
  });

/** A list with a column a class. */
const classes = fc
  .array(fc.tuple(filled, text, text, text, text, text), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    grid([['项目名称', '总计', '产出指标', '社会效益指标', '成本指标', '其他指标'], ...rows], { name: '表1' }),
  );

const form = fc
  .tuple(filled, text, text, text, text, text, targets, text)
  .map(([name, unit, a, b, c, goal, own, note]) => {
    const rows: Cell[][] = [
      ['项目名称', { text: name, columns: 8 }],
      ['主管部门', { text: unit, columns: 3 }, '实施单位', { text: note, columns: 4 }],
      [{ text: '项目资金（万元）', rows: 3 }, '', '年初预算数', '全年预算数', '全年执行数'],
      ['年度资金总额', a, b, c],
      ['其中：财政拨款', c, b, a],
      [
        { text: '年度总体目标', rows: 2 },
        { text: '预期目标', columns: 4 },
        { text: '实际完成情况', columns: 4 },
      ],
      [
        { text: goal, columns: 4 },
        { text: note, columns: 4 },
      ],
      [{ text: '绩效指标', rows: own.length + 1 }, ...LEVELS],
      ...own,
      [unit, { text: note, columns: 8 }],
    ];
    return grid(rows, { name: '自评', above: ['项目支出绩效自评表', unit], below: [note] });
  });

const cells = fc.array(fc.array(text, { maxLength: 9 }), { minLength: 1, maxLength: 8 }).map((rows) => grid(rows));

/** A text, in which rows may have more cells and less, as in those of scans. */
const scan = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.array(
        fc.oneof(
          text,
          fc.constantFrom(
            '',
            '甲',
            '示范局',
            '1.00',
            '1, 0. 00',
            '-',
            '•',
            '办好 培训。',
            TARGET,
            '"甲""乙"',
            ...HEADING,
          ),
          fc.string({ unit: 'binary', maxLength: 6 }),
        ),
        { minLength: 1, maxLength: 9 },
      ),
      { maxLength: 8 },
    ),
  )
  .map(([isHeaded, rows]) => {
    const lines = [...(isHeaded ? [HEADING] : []), ...rows].map((row) => `${row.join('\t')}\n`);
    return readDelimited(lines.join(''), '表.txt')[0] ?? grid([]);
  });

/** A file that says what its rows are, be it true or not. */
const marked = fc
  .tuple(
    fc.oneof(list, classes, cells),
    fc.array(fc.constantFrom(undefined, ...ROW_ROLES), { minLength: 12, maxLength: 12 }),
  )
  .map(([own, roles]): Grid => {
    return { ...own, rows: own.rows.map((row, i) => ({ ...row, ...(roles[i] && { role: roles[i] }) })) };
  });

const comments = fc
  .array(
    fc.tuple(fc.constantFrom('0', '1', '2', ''), text, text, fc.constantFrom('', '总计', '绩效指标'), text, text),
    {
      maxLength: 4,
    },
  )
  .map((rows) => grid([COMMENT_COLUMNS, ...rows], { name: '注释' }));

/** Which row a comment was of, and which line of it, its place says. */
function withoutPlaces(own: Grid): Grid {
  if (own.name !== '注释') return own;
  const isPlace = ({ column, text: place }: GridCell) =>
    [0, 3, 4].includes(column) && /^(?:\d+|总计|绩效指标)$/.test(place);
  return { ...own, rows: own.rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => !isPlace(cell)) })) };
}

for (const [name, grids, numRuns] of [
  ['list', list, 200],
  ['list with a head of two rows', listOfTwoHeadRows, 200],
  ['list with marks', marked, 500],
  ['list with comments', fc.oneof(list, comments), 500],
  ['list with classes', classes, 500],
  ['form', form, 200],
  ['sheet of anything', cells, 1000],
  ['scan', scan, 1000],
] as const) {
  test(`no text of a ${name} is lost, and all of the document has its place`, () =>
    fc.assert(
      fc.property(fc.array(grids, { minLength: 1, maxLength: 2 }), (own) => {
        const imported = importGrids(own, recognise(own, profiles), profiles);
        assert.deepEqual(lostTexts(own.map(withoutPlaces), imported), [], imported.document);
        const without = imported.report.items.filter(({ line, cell }) => line !== 0 && cell === undefined);
        assert.deepEqual(without, [], 'a place in a table is a cell');
        const table = openTable(imported.document, {}, 'imported');
        for (const block of table.sequence) {
          for (const part of table.row(block).tree.parts) {
            assert.notEqual(part.type, 'marker', imported.document);
            assert.notEqual(part.type, 'stray', imported.document);
          }
        }
      }),
      { numRuns },
    ));
}

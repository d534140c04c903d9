import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable } from '../tables.ts';

/** The outline as text: a line each, `name | detail | first line to last line`, lines counted from 1. */
function outline(text: string, language: 'zh' | 'en' = 'zh'): string {
  const write = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail = '', range, children = [] }) => [
      `${indent}${name} | ${detail} | ${range.start.line + 1}-${range.end.line + 1}`,
      ...write(children, `${indent}  `),
    ]);
  return write(documentSymbols(openTable(text), language), '').join('\n');
}

const TABLE = `// 2025 年
项目支出绩效目标表
部门名称: 示范市科技局
单位: 元

合计
总计: 1,787,300

资金使用单位: 示范市科技局本级
总计: 1787300.00
财政拨款: 1787300.00

项目名称: 科技金融专项
总计: 1,200,000.00
绩效目标:
  1. 建成信息平台。
  2. 引导社会资金。
绩效指标:
  1、1-产出指标; 11-数量指标; 建设信息平台数量; 实施周期指标值:1个; 年度指标值:1个。
  2、社会效益; 举办宣传
    活动次数; ≥2场。
// 注释

项目名称: 租赁岗位合同工经费
绩效目标: 及时支付工资。
`;

const OUTLINE = `示范市科技局 |  | 1-25
  合计 | 1,787,300.00 元 | 6-8
  示范市科技局本级 | 1,787,300.00 元 | 9-25
    科技金融专项 | 1,200,000.00 元 | 13-23
      绩效目标 | 1. 建成信息平台。 | 15-17
      绩效指标 | 2 条 | 18-22
        1-产出指标 | 1 条 | 19-19
          1 建设信息平台数量 | 11-数量指标 | 19-19
        2-效益指标 | 1 条 | 20-21
          2 举办宣传活动次数 | 22-社会效益 | 20-21
    租赁岗位合同工经费 |  | 24-25
      绩效目标 | 及时支付工资。 | 25-25`;

test('the department, 合计, units, their projects, the goals of each and its indicators by class', () =>
  assert.equal(outline(TABLE), OUTLINE));

test('the same with any line end, with and without one at the end', () => {
  for (const lineEnd of ['\r\n', '\r']) assert.equal(outline(TABLE.replaceAll('\n', lineEnd)), OUTLINE);
  assert.equal(outline(TABLE.trimEnd()), OUTLINE);
});

test('a count is said in the language of the interface', () => assert.match(outline(TABLE, 'en'), /绩效指标 \| 2 \|/));

test('each sort of thing has its kind', () => {
  const [head] = documentSymbols(openTable(TABLE), 'zh');
  const [total, unit] = head?.children ?? [];
  const project = unit?.children?.[0];
  const [goal, indicators] = project?.children ?? [];
  const group = indicators?.children?.[0];
  assert.deepEqual(
    [head, total, unit, project, goal, indicators, group, group?.children?.[0]].map((symbol) => symbol?.kind),
    [
      SymbolKind.File,
      SymbolKind.Number,
      SymbolKind.Module,
      SymbolKind.Class,
      SymbolKind.String,
      SymbolKind.Array,
      SymbolKind.Enum,
      SymbolKind.Property,
    ],
  );
});

test('what is selected is the name, or the label where no name is written', () => {
  const document = openTable(
    '资金使用单位:\n总计: 1\n\n项目名称： 科技金融专项 \n绩效指标:\n  1、11-数量指标;\n  2、\n  无序号的文字\n',
  );
  const selected = (symbols: readonly DocumentSymbol[]): string[] =>
    symbols.flatMap(({ name, selectionRange, children = [] }) => [
      `${name} = ${document.getText(selectionRange)}`,
      ...selected(children),
    ]);
  assert.deepEqual(selected(documentSymbols(document, 'zh')), [
    '资金使用单位 = 资金使用单位',
    '科技金融专项 = 科技金融专项',
    '绩效指标 = 绩效指标',
    '1-产出指标 = 11-数量指标',
    '1 11-数量指标 = 11-数量指标',
    '2 无序号的文字 = 无序号的文字',
  ]);
});

test('indicators side by side of one class stand together, those of none by themselves', () => {
  const lines = [
    '11-数量指标; 甲; 5个',
    '12-质量指标; 乙; 5个',
    '丙; 5个',
    '22-社会效益; 丁; 5个',
    '11-数量指标; 戊; 5个',
  ];
  const [project] = documentSymbols(
    openTable(`项目名称: 甲\n绩效指标:\n${lines.map((line, i) => `  ${i + 1}、${line}。\n`).join('')}`),
    'zh',
  );
  const groups = project?.children?.[0]?.children ?? [];
  assert.deepEqual(
    groups.map(({ name, children }) => [name, children?.map((child) => child.name)]),
    [
      ['1-产出指标', ['1 甲', '2 乙']],
      ['3 丙', undefined],
      ['2-效益指标', ['4 丁']],
      ['1-产出指标', ['5 戊']],
    ],
  );
});

test('projects before any unit are the department’s own', () =>
  assert.equal(
    outline('项目名称: 甲\n\n资金使用单位: 本级\n\n项目名称: 乙\n'),
    '甲 |  | 1-2\n本级 |  | 3-5\n  乙 |  | 5-5',
  ));

test('合计 behind the last unit stands by itself, between projects it stands where it is', () => {
  const total = '合计\n总计: 1\n';
  assert.equal(
    outline(`资金使用单位: 本级\n项目名称: 甲\n${total}`),
    '本级 |  | 1-2\n  甲 |  | 2-2\n合计 | 1.00 万元 | 3-4',
  );
  assert.equal(
    outline(`资金使用单位: 本级\n项目名称: 甲\n${total}引用: 科协.jxmb\n项目名称: 乙\n${total}`),
    '本级 |  | 1-6\n  甲 |  | 2-2\n  合计 | 1.00 万元 | 3-4\n  科协.jxmb |  | 5-5\n  乙 |  | 6-6\n合计 | 1.00 万元 | 7-8',
  );
});

test('a head goes by the department, else by the title; one with neither is left out', () => {
  assert.equal(outline('目标表\n部门名称:\n项目名称: 甲\n'), '目标表 |  | 1-3\n  甲 |  | 3-3');
  assert.equal(outline('部门名称: 示范市科技局\n单位: 万元\n'), '示范市科技局 |  | 1-2');
  assert.equal(outline('// 注释\n单位: 万元\n项目名称: 甲\n'), '甲 |  | 3-3');
  assert.equal(outline(''), '');
});

test('long texts are cut', () => {
  const [project] = documentSymbols(openTable(`项目名称: ${'𠮷'.repeat(200)}\n绩效目标: ${'目'.repeat(200)}\n`), 'zh');
  assert.equal(project?.name, `${'𠮷'.repeat(79)}…`);
  assert.equal(project?.children?.[0]?.detail, `${'目'.repeat(79)}…`);
});

/** What the protocol demands, and what a client refuses the whole outline for. */
function assertSound(symbols: readonly DocumentSymbol[], document: TableDocument, within?: Range): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.notEqual(name.trim(), '');
    assert.ok(holds(range, selectionRange), name);
    assert.ok(!within || holds(within, range), name);
    for (const position of [range.start, range.end, selectionRange.start, selectionRange.end]) {
      assert.deepEqual(document.positionAt(document.offsetAt(position)), position);
    }
    assertSound(children, document, range);
  }
}

function holds(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

const piece = fc.constantFrom(
  ...[
    '项目名称:',
    '资金使用单位:',
    '单位: 科协',
    '合计',
    '引用:',
    '绩效目标:',
    '绩效指标:',
    '总计:',
    '部门名称:',
    '其中:',
  ],
  ...[
    ' ',
    '\u3000',
    '\\',
    '\n',
    '\r\n',
    '\r',
    '// ',
    '甲',
    '1、',
    '11-数量指标;',
    '31;',
    '年度指标值:',
    '。',
    ';',
    '9.5',
    '\ufeff',
  ],
);

test('names are never empty, what is selected lies in its range, and children in their parents', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const document = openTable(pieces.join(''));
      assertSound(documentSymbols(document, 'zh'), document);
    }),
    { numRuns: 2000 },
  );
});

test('the example: four units with forty-five projects', () => {
  const file = new URL('../../examples/示范区科工商信局-2025.jxmb', import.meta.url);
  const document = openTable(readFileSync(file, 'utf8'));
  const symbols = documentSymbols(document, 'zh');
  assertSound(symbols, document);
  const [department, ...others] = symbols;
  assert.deepEqual(others, []);
  const units = (department?.children ?? []).filter(({ kind }) => kind === SymbolKind.Module);
  assert.equal(units.length, 4);
  assert.equal(units.flatMap(({ children = [] }) => children).length, 45);
});

test('a changed money unit is honoured, wherever the total stands', () => {
  const document = openTable(`单位: 万元\n${'项目名称: 甲\n总计: 10万元\n项目名称: 乙\n总计: 2\n'.repeat(2)}`);
  const details = () => documentSymbols(document, 'zh').map(({ detail }) => detail);
  assert.deepEqual(details(), [...Array(2)].fill(['10.00 万元', '2.00 万元']).flat());
  document.edit(4, 6, '元');
  assert.deepEqual(details(), [...Array(2)].fill([undefined, '2.00 元']).flat());
  document.edit(4, 5, '万元');
  assert.deepEqual(details(), [...Array(2)].fill(['10.00 万元', '2.00 万元']).flat());
});

test('an answer is the asker’s own, in the language that was asked for', () => {
  const document = openTable(TABLE);
  const first = documentSymbols(document, 'zh');
  const before = structuredClone(first);
  first.splice(1);
  (first[0] as DocumentSymbol).name = 'x';
  documentSymbols(document, 'en');
  assert.deepEqual(documentSymbols(document, 'zh'), before);
});

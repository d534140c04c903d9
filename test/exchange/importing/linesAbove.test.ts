import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brief, importTable } from '../reading.ts';
import { HEADING, kinds, TARGET, TITLE } from './published.ts';

describe('the lines above the table', () => {
  const headOf = (...lines: string[]) => {
    const { document, report } = importTable([...lines.map((line) => line.split('\t')), HEADING]);
    return { lines: document.trimEnd().split('\n'), items: brief(report.items) };
  };

  test('title, headers and year in the order of the source', () => {
    assert.deepEqual(
      headOf('附件3', '2025年', '项目支出绩效目标表', '部门：示范局', '金额单位：万元', '年度:2025').lines,
      ['// 原表 A1: 附件3', '2025年', '项目支出绩效目标表', '部门: 示范局', '金额单位: 万元', '年度: 2025'],
    );
  });

  test('labels with their texts in the next cell, and several in one line', () => {
    assert.deepEqual(headOf('部门名称\t示范局\t\t单位:\t万元').lines, ['部门名称: 示范局', '单位: 万元']);
    assert.deepEqual(headOf('部门名称:示范 局　　单位:万元').lines, ['部门名称: 示范 局', '单位: 万元']);
  });

  test('who fills the table in is the department', () => {
    const { lines, items } = headOf('填报单位:示范局', '单位:万元');
    assert.deepEqual(lines, ['部门名称: 示范局', '单位: 万元']);
    assert.deepEqual(items, [['assumed', 'A1', '', '填报单位: 示范局', '部门名称: 示范局']]);
    assert.deepEqual(headOf('单位:示范局').lines, ['部门名称: 示范局']);
  });

  test('what is said twice', () => {
    const { lines, items } = headOf('部门名称:示范局', '部门名称:示范局', '部门名称:另一局');
    assert.deepEqual(lines, ['部门名称: 示范局', '// 原表 A3: 部门名称: 另一局']);
    assert.deepEqual(
      items.map(([kind]) => kind),
      ['repeated', 'unplaced'],
    );
  });

  test('the heading of a further page', () => {
    const { report, rows } = importTable([
      TITLE,
      ['单位:万元'],
      HEADING,
      ['甲', '1.00', '1.00', '', '', '办好。', TARGET],
      TITLE,
      ['单位:万元'],
      HEADING,
      ['乙', '1.00', '1.00', '办好。', TARGET],
    ]);
    assert.deepEqual(kinds(rows), ['head', 'project', 'project']);
    assert.deepEqual(
      brief(report.items).map(([kind, line]) => [kind, line]),
      [
        ['repeated', 'A5'],
        ['repeated', 'A6'],
        ['repeated', 'A7'],
      ],
    );
  });
});

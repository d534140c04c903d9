/** What stands above the table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../server/src/rules/rule.ts';
import { openTable } from '../tables.ts';
import { readPage } from './readPage.ts';

async function captionOf(text: string, language: Language = 'zh'): Promise<string> {
  return (await readPage(openTable(text), 'list', language)).caption;
}

test('title, department, year and money unit', async () => {
  const text = '项目支出绩效目标表\n部门名称: 示范市科技局\n年度: 2025\n金额单位: 元\n项目名称: 甲\n';
  assert.equal(await captionOf(text), '项目支出绩效目标表\n部门名称: 示范市科技局 年度: 2025 单位: 元');
  assert.match(await captionOf(text, 'en'), /\nDepartment: 示范市科技局 Year: 2025 Unit: 元$/);
  const { title } = await readPage(openTable(text), 'list');
  assert.equal(title, '项目支出绩效目标表 - 示范市科技局');
});

test('without a head: what the table is, and the money unit that counts', async () => {
  assert.match(await captionOf('项目名称: 甲\n'), /^.*绩效目标表.*\n单位: 万元$/);
});

test('what else stands in the head is not lost; the profile and comments are no part of the table', async () => {
  const text = `// 注释
表一
版式: guangzhou
附件\\:3
部门名称:
部门名称: 甲局
部门名称: 乙局
2025年
总计: 5
单位: 美元
项目名称: 甲
`;
  assert.equal(await captionOf(text), '表一\n附件:3\n总计: 5\n部门名称: 甲局 部门名称: 乙局 年度: 2025年 单位: 美元');
});

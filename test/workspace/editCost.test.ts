/** Invariant 3: the work an edit causes does not grow with the document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../bench/generate.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { asked, settings } from '../tables.ts';

/** A document that counts the rows that are asked of it. */
class Counting extends TableDocument {
  read = 0;

  override row(block: Block) {
    this.read++;
    return super.row(block);
  }
}

/** Both sizes have more units than a finding on 合计 lists. */
function rowsRead(text: string, edit: (document: Counting) => void): number {
  const document = new Counting('file:///a.jxmb', 'jxmb', 0, text, settings);
  diagnostics(document, asked);
  document.read = 0;
  edit(document);
  diagnostics(document, asked);
  return document.read;
}

const tables = {
  'a sound table': (projects: number) => generate({ projects }),
  'a table in which every unit is wrong': (projects: number) =>
    generate({ projects }).replace(/(资金使用单位.*\n总计: )/g, '$19'),
};

/** Somewhere in the middle, where units have as many projects in a table of any size. */
function middle(document: TableDocument, mark: string): number {
  const text = document.getText();
  return text.indexOf(mark, text.length / 2);
}

const edits: Record<string, (document: Counting) => void> = {
  'a letter in an indicator': (document) => {
    const at = middle(document, '年度指标值');
    document.edit(at, at, '了');
  },
  'a digit of an amount': (document) => {
    const at = middle(document, '总计: ') + 4;
    document.edit(at, at, '1');
  },
  'a new project': (document) => {
    const at = middle(document, '项目名称');
    document.edit(at, at, '项目名称: 新增项目\n总计: 1.00\n财政拨款: 1.00\n\n');
  },
  'a letter of a unit’s name': (document) => {
    const at = middle(document, '资金使用单位: ') + 8;
    document.edit(at, at, '新');
  },
};

for (const [table, make] of Object.entries(tables)) {
  for (const [name, edit] of Object.entries(edits)) {
    test(`${table}: ${name}`, () => {
      const small = rowsRead(make(600), edit);
      const large = rowsRead(make(3000), edit);
      assert.ok(small > 0);
      assert.equal(large, small);
    });
  }
}

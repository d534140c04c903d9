/** What is found in the tables that a table takes in; the files are a map. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../../server/src/nodeHost.ts';
import { formatMessage } from '../../server/src/rules/rule.ts';
import { openTable } from '../tables.ts';
import { annotate } from './fixture.ts';

type Files = Readonly<Record<string, string | null>>;

function found(text: string, files: Files, uri: string): string {
  const read = new Map(Object.entries(files));
  const document = openTable(text, { readTable: (file) => read.get(file) }, uri);
  return annotate(document, { rules: ['include'] });
}

/** The files stand beside the table, by their paths. */
function check(expected: string, files: Files = {}): void {
  const text = expected
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('^^'))
    .join('\n');
  const own = Object.fromEntries(Object.entries(files).map(([name, content]) => [`预算/${name}`, content]));
  assert.equal(found(text, own, '预算/全局.jxmb'), expected.trim());
}

test('a file that is not there, beside or below', () =>
  check(
    `
引用: 区科协.jxmb
引用: 科学馆.jxmb
^^ error include "科学馆.jxmb"
引用: 各单位\\图书馆.jxmb
引用: 各单位/./图书馆.jxmb
引用: 各单位/../各单位/文化馆.jxmb
^^ error include "各单位/../各单位/文化馆.jxmb"
引用: 读不了.jxmb
`,
    { '区科协.jxmb': '单位: 万元', '各单位/图书馆.jxmb': '', '读不了.jxmb': null },
  ));

test('a table that takes in itself, at once or by way of others', () =>
  check(
    `
引用: 全局.jxmb
^^ error include "全局.jxmb"
引用: 甲.jxmb
^^ error include "甲.jxmb"
引用: 丙.jxmb
^^ error include "丙.jxmb"
引用: 丁.jxmb
引用: 丁.jxmb
`,
    {
      '甲.jxmb': '引用: 乙.jxmb',
      '乙.jxmb': '项目名称: 一\n引用: ./全局.jxmb',
      '丙.jxmb': '引用: 丁.jxmb\n引用: 丙.jxmb',
      '丁.jxmb': '引用: 没有.jxmb\n引用: 各单位/戊.jxmb',
      '各单位/戊.jxmb': '引用: 戊.jxmb外\n引用: ../全局.jxmb',
    },
  ));

test('another money unit, where both say theirs', () => {
  const files = { '元.jxmb': '单位: 元', '万元.jxmb': '表\n金额单位: (人民币)万元', '没写.jxmb': '表\n单位: 斤' };
  check(
    `
单位: 万元

引用: 元.jxmb
^^ error include "元.jxmb"
引用: 万元.jxmb
引用: 没写.jxmb
`,
    files,
  );
  check('引用: 元.jxmb', files);
});

test('files that go on for ever are followed only so far', () => {
  let reads = 0;
  const readTable = (): string => {
    reads++;
    return `引用: ${reads}/a.jxmb\n引用: ${reads}/b.jxmb`;
  };
  assert.deepEqual(
    openTable('引用: a.jxmb', { readTable }, '/x.jxmb')
      .findings()
      .filter(({ finding }) => finding.rule.id === 'include'),
    [],
  );
  assert.ok(reads < 1500, `${reads} reads`);
});

test('URIs are escaped, and compared without that', () => {
  const files = { 'file:///c%3A/%E5%8D%95%E4%BD%8D%20(1)/a%23.jxmb': '引用: b(2).jxmb', 'file:///c%3A/b.jxmb': '' };
  assert.equal(
    found('引用: 单位 (1)/a#.jxmb\n引用: b.jxmb\n引用: c(2).jxmb', files, 'file:///c%3A/c%282%29.jxmb'),
    '引用: 单位 (1)/a#.jxmb\n引用: b.jxmb\n引用: c(2).jxmb\n^^ error include "c(2).jxmb"',
  );
});

test('a document that was never saved has no files beside it', () =>
  assert.equal(found('引用: a.jxmb\n引用: \ud800.jxmb', {}, 'untitled:Untitled-1'), '引用: a.jxmb\n引用: \ud800.jxmb'));

test('says what is wrong', () => {
  const files: Readonly<Record<string, string>> = { '元.jxmb': '单位: 元' };
  const text = '单位: 万元\n引用:\n引用: /a\n引用: 没有.jxmb\n引用: 我.jxmb\n引用: 元.jxmb';
  const document = openTable(text, { readTable: (file) => files[file] }, '我.jxmb');
  assert.deepEqual(
    document
      .findings()
      .filter(({ finding }) => finding.rule.id === 'include')
      .map(({ finding }) => formatMessage(finding.rule, finding, 'zh')),
    [
      '没有写引用哪个文件',
      '只能引用本文件旁边或下级文件夹里的文件,路径从本文件所在的文件夹写起',
      '没有"没有.jxmb"这个文件',
      '互相引用:"我.jxmb"又引用回来,金额会算个没完',
      '"元.jxmb"的金额单位是元,本表是万元',
    ],
  );
});

test('in Node, files are read by path and by URI', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jxmb-include-'));
  try {
    const { readTable } = nodeHost.settings;
    assert.ok(readTable);
    mkdirSync(path.join(folder, '文件夹.jxmb'));
    writeFileSync(path.join(folder, '单位 1.jxmb'), '单位: 元');
    writeFileSync(path.join(folder, '图.jxmb'), Buffer.from([0, 1, 2]));
    for (const place of [`${folder}/`, `${pathToFileURL(folder).href}/`]) {
      const isUri = place.startsWith('file:');
      const at = (name: string) => place + (isUri ? encodeURIComponent(name) : name);
      assert.equal(readTable(at('单位 1.jxmb')), '单位: 元');
      assert.equal(readTable(at('没有.jxmb')), undefined);
      assert.equal(readTable(`${at('单位 1.jxmb')}/a.jxmb`), undefined);
      assert.equal(readTable(at('文件夹.jxmb')), undefined);
      assert.deepEqual(readTable(at('图.jxmb')), { problem: 'encoding' });
    }
    assert.equal(readTable('vscode-vfs://github/a/b.jxmb'), null);
    assert.equal(readTable('file://server%00/a.jxmb'), null);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

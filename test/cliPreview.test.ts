import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentOf, file, folder, jxmb, zh } from './commandLine.ts';

const TABLE = '项目支出绩效目标表\n部门名称: 示范市科技局\n项目名称: <甲>\n总计: 130\n引用: 下级.jxmb\n';

test('preview: a page to the standard output, in the view, on the paper and by the profile that are asked for', () => {
  writeFileSync(path.join(folder, '下级.jxmb'), '资金使用单位: 图书馆\n项目名称: 下级项目\n');
  const { status, stdout, stderr } = jxmb(['preview', file(TABLE)], zh);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^<!doctype html>\n[\s\S]*<\/html>\n$/);
  assert.match(stdout, /size: A3 landscape/);
  assert.match(stdout, /&lt;甲&gt;[\s\S]*130\.00[\s\S]*图书馆[\s\S]*下级项目/);
  assert.doesNotMatch(stdout, /一级指标/);
  const other = jxmb(['preview', '--view=structured', '--paper', 'A4', '--profile=central-2021', file(TABLE)], zh);
  assert.match(other.stdout, /size: A4 landscape[\s\S]*年度资金总额[\s\S]*一级指标/);
});

test('preview: into a file, which is never replaced unless that is said', () => {
  const table = file(TABLE);
  const page = jxmb(['preview', table]).stdout;
  assert.deepEqual(jxmb(['preview', table, '-o', 'page.html']), { status: 0, stdout: '', stderr: '' });
  assert.equal(contentOf('page.html'), page);
  writeFileSync(path.join(folder, 'page.html'), 'by hand');
  const again = jxmb(['preview', table, '-o', 'page.html']);
  assert.deepEqual([again.status, again.stderr], [2, 'jxmb: page.html: is there already; --force replaces it\n']);
  assert.equal(contentOf('page.html'), 'by hand');
  assert.equal(jxmb(['preview', table, '-o', 'page.html', '--force']).status, 0);
  assert.equal(contentOf('page.html'), page);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('preview: what cannot be done', () => {
  const table = file(TABLE);
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = jxmb(['preview', ...args]);
    assert.deepEqual([status, stdout], [2, '']);
    return stderr;
  };
  assert.equal(refused('nowhere.jxmb'), 'jxmb: nowhere.jxmb: no such file or folder\n');
  assert.equal(refused(table, '-o', table, '--force'), `jxmb: ${table}: is the file that is read\n`);
  assert.equal(refused(table, '-o', 'nowhere/page.html'), 'jxmb: nowhere/page.html: no such file or folder\n');
  const text = file('# 说明\n', 'md');
  assert.equal(refused(text), `jxmb: ${text}: no table was found in it\n`);
  assert.equal(contentOf(table), TABLE);
});

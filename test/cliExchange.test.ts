import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentOf, file, folder, jxmb, zh } from './commandLine.ts';

const PUBLISHED = `项目支出绩效目标表

部门名称:示范市科技局
单位:万元
项目名称(资金使用单位)\t总计\t财政拨款\t绩效目标\t绩效指标
合计\t20. 00\t20.00\t\t
示范市科技局本级\t20.00\t20.00\t\t
科技金融专项\t20.00\t20.00\t服务企业。\t1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
`;

test('import: the document to the standard output, the report beside it', () => {
  const { status, stdout, stderr } = jxmb(['import', file(PUBLISHED, 'txt')]);
  assert.equal(status, 0);
  assert.match(stdout, /^项目支出绩效目标表\n[\s\S]*\n项目名称: 科技金融专项\n总计: 20\.00\n/);
  assert.match(stderr, /^Imported: total rows 1, units 1, projects 1, indicators 1\.\n/);
  assert.match(stderr, /"20\. 00" → "20\.00"/);
  assert.match(jxmb(['import', file(PUBLISHED, 'txt')], zh).stderr, /^已导入/);
});

test('import: what a cell holds gives a terminal no commands, but is in the document', () => {
  const wild = PUBLISHED.replace('\t20.00\t\t\n', '\t20.00\t\u001b[31m\u009b1m\u0007好\u2028\u202e\t\n');
  const { status, stdout, stderr } = jxmb(['import', file(wild, 'txt')]);
  assert.equal(status, 0);
  assert.match(stdout, /\[31m.*1m.*好/);
  assert.match(stderr, /^Imported: .*\n\n[^\n]+\n {2}D6/);
  assert.match(stderr, /"\[31m1m好⏎ "/);
  assert.doesNotMatch(stderr.replaceAll('\n', ''), /\p{Cc}|[\u2028\u202e]/u);
});

test('import: the report as JSON', () => {
  const { stderr } = jxmb(['import', file(PUBLISHED, 'txt'), '--report', 'json']);
  const { counts, items } = JSON.parse(stderr);
  assert.deepEqual(counts, { totals: 1, units: 1, projects: 1, indicators: 1 });
  const [mended] = items.filter(({ kind }: { kind: string }) => kind === 'mended');
  assert.deepEqual(mended, {
    kind: 'mended',
    line: 6,
    cell: 'B6',
    column: '总计',
    at: 0,
    before: '20. 00',
    after: '20.00',
    message: 'spaces inside the amount taken out',
  });
  assert.match(jxmb(['import', file(PUBLISHED, 'txt'), '--report=json'], zh).stderr, /金额中的空格已去掉/);
});

test('import: into a file, which is never replaced unless that is said', () => {
  const source = file(PUBLISHED, 'txt');
  const document = jxmb(['import', source]).stdout;
  const first = jxmb(['import', source, '-o', 'out.jxmb']);
  assert.deepEqual([first.status, first.stdout], [0, '']);
  const out = path.join(folder, 'out.jxmb');
  assert.equal(readFileSync(out, 'utf8'), document);

  writeFileSync(out, 'by hand');
  const again = jxmb(['import', source, '--output', 'out.jxmb']);
  assert.deepEqual(
    [again.status, again.stdout, again.stderr],
    [2, '', 'jxmb: out.jxmb: is there already; --force replaces it\n'],
  );
  assert.equal(readFileSync(out, 'utf8'), 'by hand');

  assert.equal(jxmb(['import', source, '-o', 'out.jxmb', '--force']).status, 0);
  assert.equal(readFileSync(out, 'utf8'), document);

  symlinkSync('out.jxmb', path.join(folder, 'link.jxmb'));
  writeFileSync(out, 'by hand');
  assert.equal(jxmb(['import', source, '-o', 'link.jxmb']).status, 2);
  assert.equal(jxmb(['import', source, '-o', 'link.jxmb', '--force']).status, 0);
  assert.equal(readFileSync(out, 'utf8'), document);

  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('import: what cannot be done', () => {
  const source = file(PUBLISHED, 'txt');
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = jxmb(['import', ...args]);
    assert.deepEqual([status, stdout], [2, '']);
    return stderr;
  };
  assert.equal(refused('nowhere.txt'), 'jxmb: nowhere.txt: no such file or folder\n');
  assert.equal(refused(source, '-o', 'nowhere/out.jxmb'), 'jxmb: nowhere/out.jxmb: no such file or folder\n');
  assert.equal(refused(source, '-o', source, '--force'), `jxmb: ${source}: is the file that is read\n`);
  const empty = file('\n\n', 'txt');
  assert.equal(refused(empty), `jxmb: ${empty}: no table was found in it\n`);
  assert.equal(readFileSync(path.join(folder, source), 'utf8'), PUBLISHED);
});

const LAYOUTS = path.join(import.meta.dirname, 'exchange/fixtures/layouts');

/** A file of another program, under a name of its own in the folder. */
function copied(source: string, name: string): string {
  copyFileSync(path.join(LAYOUTS, source), path.join(folder, name));
  return name;
}

test('import --list: what was recognised, numbered, and nothing is imported', () => {
  const several = copied('several.xlsx', 'several.xlsx');
  const { status, stdout, stderr } = jxmb(['import', '--list', several], zh);
  assert.deepEqual([status, stderr], [0, '']);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(lines.length, 4);
  assert.match(lines[0] as string, /^1 {2}封面 · 不是绩效目标表 · 不导入 · /);
  assert.match(lines[1] as string, /^2 {2}表1 · 项目支出绩效目标表 · .* · 2 个项目 · 5 条指标 · 万元 · guangzhou$/);
  assert.match(lines[3] as string, /^4 {2}往年 · .* · 不导入 · 隐藏的工作表$/);
  assert.match(
    jxmb(['import', '--list', several]).stdout,
    /^3 {2}表2 · .* · 1 project · 2 indicators · 元 · guangzhou$/m,
  );
});

test('import: what is recognised, or the tables that are named by number or name', () => {
  const several = copied('several.xlsx', 'several.xlsx');
  const projects = (...args: string[]) =>
    [...jxmb(['import', several, ...args]).stdout.matchAll(/^项目名称: (.*)$/gm)].map(([, name]) => name);
  const all = projects();
  assert.equal(all.length, 3);
  assert.deepEqual(projects('--table', '表2'), all.slice(2));
  assert.deepEqual(projects('--table=3', '--table', '2'), all);
  assert.equal(projects('--table', '往年').length, 1);
  const { status, stdout, stderr } = jxmb(['import', several, '--table', '5']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.equal(stderr, 'jxmb: there is no table 5; --list lists the tables of the files\n');
});

test('import: tables that were left out are told, with how to take them', () => {
  const several = copied('several.xlsx', 'several.xlsx');
  const { stderr } = jxmb(['import', several], zh);
  const [, leftOut = ''] = stderr.split('\n没有导入的表（2）；要导入就用 --table 写明序号或工作表名\n');
  assert.match(leftOut, /^ {2}1 {2}封面 · .*\n {2}4 {2}往年 · .* · 隐藏的工作表\n$/);
  assert.match(jxmb(['import', several]).stderr, /\nTables that were left out \(2\); --table takes one .*\n {2}1 {2}/);
  assert.doesNotMatch(jxmb(['import', several, '--table', '2'], zh).stderr, /没有导入的表/);
  assert.doesNotMatch(jxmb(['import', copied('gs-form.xlsx', 'gs.xlsx')], zh).stderr, /没有导入的表/);
  const told = JSON.parse(jxmb(['import', several, '--report', 'json'], zh).stderr);
  assert.deepEqual(
    told.leftOut.map(({ table, name }: { table: number; name: string }) => [table, name]),
    [
      [1, '封面'],
      [4, '往年'],
    ],
  );
});

test('import: several files become one table; cells are named with their files', () => {
  const files = [copied('gs-form.xlsx', '一.xlsx'), copied('jx-form.docx', '二.docx')];
  const { status, stdout, stderr } = jxmb(['import', ...files], zh);
  assert.equal(status, 0);
  assert.deepEqual(
    [...stdout.matchAll(/^项目名称: (.*)$/gm)].map(([, name]) => name),
    ['草原鼠害监测防控', '城区学校直饮水改造'],
  );
  assert.match(stderr, /^ {2}\[一\.xlsx\]Sheet1!E5 /m);
  assert.match(stderr, /^ {2}\[二\.docx\]表1!C12 /m);
});

test('import: for the profile that is asked for, which the document names', () => {
  const form = copied('gs-form.xlsx', 'gs.xlsx');
  assert.match(jxmb(['import', form]).stdout, /^版式: central-2021$/m);
  assert.doesNotMatch(jxmb(['import', form, '--profile', 'guangzhou']).stdout, /^版式:/m);
  const { status, stderr } = jxmb(['import', form, '--profile', 'nowhere']);
  assert.deepEqual([status, stderr], [2, 'jxmb: there is no profile nowhere; there are guangzhou, central-2021\n']);
});

test('import: a file that cannot be read is told, and none of the others is imported without it', () => {
  const form = copied('gs-form.xlsx', 'gs.xlsx');
  const whole = readFileSync(path.join(folder, form));
  const cut = file(whole.subarray(0, whole.length / 2), 'xlsx');
  const old = file(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'xls');
  const { status, stdout, stderr } = jxmb(['import', form, cut, old, '-o', 'never.jxmb'], zh);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, new RegExp(`^jxmb: ${cut}: .*另存.*; ${old}: .*xlsx.*\n$`));
  assert.ok(!readdirSync(folder).includes('never.jxmb'));
});

const TABLE = `项目支出绩效目标表
部门名称: 示范市科技局
年度: 2025
单位: 万元

合计
总计: 20.00
财政拨款: 20.00

资金使用单位: 示范市科技局本级
总计: 20.00
财政拨款: 20.00

项目名称: =科技金融专项
总计: 20.00
财政拨款: 20.00
绩效目标: 服务企业。
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、2-效益指标; 22-社会效益; 企业融资便利度提高比率; 实施周期指标值:≥5%; 年度指标值:≥5%。
  3、3-满意度指标; 31-服务对象满意度; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
`;

for (const ending of ['xlsx', 'docx', 'html', 'csv', 'md', 'json']) {
  test(`export to .${ending}, from which the same table is imported again`, () => {
    const out = `表.${ending}`;
    assert.deepEqual(jxmb(['export', file(TABLE), '-o', out, '--force']), { status: 0, stdout: '', stderr: '' });
    const { status, stdout } = jxmb(['import', out]);
    assert.equal(status, 0);
    assert.equal(stdout.trimEnd(), TABLE.trimEnd());
  });
}

test('export: an existing file is replaced only by a whole new one, and only where that is said', () => {
  const table = file(TABLE);
  const out = path.join(folder, 'kept.csv');
  writeFileSync(out, 'by hand');
  const refused = jxmb(['export', table, '-o', 'kept.csv']);
  assert.deepEqual([refused.status, refused.stderr], [2, 'jxmb: kept.csv: is there already; --force replaces it\n']);
  assert.equal(contentOf('kept.csv'), 'by hand');
  assert.equal(jxmb(['export', table, '-o', 'kept.csv', '--force']).status, 0);
  assert.match(contentOf('kept.csv'), /^\ufeff项目支出绩效目标表/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('export to the standard output, in the layout and the format that are asked for', () => {
  const published = jxmb(['export', file(TABLE), '-o', '-', '--format', 'csv']);
  const structured = jxmb(['export', file(TABLE), '-o', '-', '--format', 'csv', '--layout', 'structured']);
  assert.match(published.stdout, /,绩效指标\r\n/);
  assert.match(structured.stdout, /,三级指标/);
  assert.equal(JSON.parse(jxmb(['export', file(TABLE), '-o', '-', '--format=json']).stdout).format, 'jxmb-table');
});

test('export: errors in the table are told, and keep nobody from it', () => {
  const wrong = file(TABLE.replace('总计: 20.00', '总计: 21.00'));
  const { status, stderr } = jxmb(['export', wrong, '-o', 'wrong.html']);
  assert.equal(status, 0);
  assert.match(stderr, /^exported with \d+ errors? in the table\n$/);
  assert.match(jxmb(['export', wrong, '-o', 'wrong.html', '--force'], zh).stderr, /^表里有 \d+ 个错误,照样导出\n$/);
  assert.match(contentOf('wrong.html'), /21\.00/);
});

test('export: what cannot be done', () => {
  const table = file(TABLE);
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = jxmb(['export', ...args]);
    assert.deepEqual([status, stdout], [2, '']);
    return stderr.replace('; see jxmb --help\n', '');
  };
  assert.equal(refused(table), 'jxmb: export needs -o with the file to write');
  assert.equal(refused(table, '-o', '-'), 'jxmb: -o - needs --format');
  assert.match(
    refused(table, '-o', 'table.xls'),
    /^jxmb: the name table\.xls tells no format; let it end in one of \.xlsx, /,
  );
  assert.equal(
    refused(table, '-o', 'a.csv', '--layout', 'tree'),
    'jxmb: option --layout is one of published, structured, both, not tree',
  );
  assert.equal(refused(table, '-o', table, '--format', 'csv', '--force'), `jxmb: ${table}: is the file that is read\n`);
  assert.equal(refused(table, '-o', 'nowhere/a.csv'), 'jxmb: nowhere/a.csv: no such file or folder\n');
});

/** What tables that take in each other come to, which are tied, and what a change costs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../bench/generate.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { environment } from '../features/marks.ts';
import { asked, settings } from '../tables.ts';

type Files = Record<string, string>;

/** A workspace with files in a folder; whoever opens a table names it as the file is named. */
function office(files: Files) {
  const nameOf = (uri: string) => decodeURIComponent(uri.slice('file:///'.length));
  const reads: string[] = [];
  const own = {
    ...settings,
    readTable: (uri: string) => {
      reads.push(nameOf(uri));
      return files[nameOf(uri)];
    },
  };
  const list = () => ({ uris: Object.keys(files).map((name) => `file:///${encodeURI(name)}`), isCut: false });
  const workspace = new Workspace({ stamp: (uri) => files[nameOf(uri)], list }, () => own);
  workspace.setFolders(['file://']);
  const open = (name: string, text = files[name] ?? '') => workspace.open(`file:///${name}`, 'jxmb', 0, text, own);
  return { workspace, open, reads, names: (tables: readonly TableDocument[]) => tables.map(({ uri }) => nameOf(uri)) };
}

const RULES = ['sum-mismatch', 'duplicate-project', 'repeated-goal'];
const found = (table: TableDocument) =>
  diagnostics(table, asked)
    .filter(({ code }) => RULES.includes(String(code)))
    .map(({ code, range }) => `${range.start.line} ${code}`);

const TOTAL = '合计\n总计: 10\n\n';
const unit = (name: string, money: number, project = '设备购置') =>
  `资金使用单位: ${name}\n总计: ${money}\n项目名称: ${project}\n总计: ${money}\n`;
const GOAL = '绩效目标: 举办科普活动二十场,让更多居民了解科学。\n绩效指标:\n';

test('projects without a unit count for the whole table, unless they may be the unit’s above', () => {
  const projects = '项目名称: 甲\n总计: 4\n';
  const above = `${TOTAL}引用: 甲.jxmb\n`;
  const below = `${TOTAL}${unit('本级', 6)}引用: 甲.jxmb\n`;
  const short = `${TOTAL}资金使用单位: 本级\n总计: 10\n项目名称: 乙\n总计: 6\n引用: 甲.jxmb\n`;
  assert.deepEqual(found(office({ '甲.jxmb': projects }).open('局.jxmb', above)), ['1 sum-mismatch']);
  // 甲 may belong to 本级, or to nobody: nothing is compared.
  for (const table of [below, below.replace('10', '3'), short])
    assert.deepEqual(found(office({ '甲.jxmb': projects }).open('局.jxmb', table)), []);
  // A table of its own says that its projects are not those of the unit above.
  for (const own of [`部门名称: 科协\n${projects}`, `合计\n总计: 4\n${projects}`]) {
    assert.deepEqual(found(office({ '甲.jxmb': own }).open('局.jxmb', below)), []);
    assert.deepEqual(found(office({ '甲.jxmb': own }).open('局.jxmb', below.replace('10', '9'))), ['1 sum-mismatch']);
    assert.deepEqual(found(office({ '甲.jxmb': own }).open('局.jxmb', short)), ['1 sum-mismatch', '4 sum-mismatch']);
  }
});

test('a unit that stands in two tables may be told twice or in parts: its sums are not compared, its projects are', () => {
  const table = `${TOTAL}资金使用单位: 科协\n总计: 10\n项目名称: 乙\n总计: 6\n\n引用: 甲.jxmb\n引用: 乙.jxmb\n`;
  const two = office({ '甲.jxmb': unit('科 协', 4), '乙.jxmb': unit('科学馆', 1) });
  assert.deepEqual(found(two.open('局.jxmb', table)), []);
  const repeated = office({ '甲.jxmb': unit('科协', 4, '乙'), '乙.jxmb': unit('科学馆', 1) });
  assert.deepEqual(found(repeated.open('局.jxmb', table)), ['8 duplicate-project']);
  const across = office({ '甲.jxmb': unit('馆', 4, '乙'), '乙.jxmb': unit('馆', 1, '乙') });
  assert.deepEqual(found(across.open('局.jxmb', table)), ['4 sum-mismatch', '9 duplicate-project']);
});

test('what stands behind is what repeats: a row behind a table that is taken in, or the table', () => {
  const { open } = office({ '甲.jxmb': `${unit('科协', 4)}${GOAL}` });
  const own = unit('科协', 4);
  assert.deepEqual(found(open('局.jxmb', `引用: 甲.jxmb\n${own}${GOAL}`)), ['3 duplicate-project']);
  assert.deepEqual(found(open('局.jxmb', `${own}${GOAL}引用: 甲.jxmb\n`)), ['6 duplicate-project', '6 repeated-goal']);
  const others = unit('馆', 4, '别的');
  assert.deepEqual(found(open('局.jxmb', `引用: 甲.jxmb\n${others}${GOAL}`)), ['5 repeated-goal']);
});

test('projects of two departments are not compared', () => {
  const own = '部门名称: 科协\n项目名称: 设备购置\n总计: 4\n';
  assert.deepEqual(found(office({ '甲.jxmb': own }).open('局.jxmb', `${own}引用: 甲.jxmb\n`)), []);
});

test('what cannot be known is not compared: amounts, conflicts, other columns, files that are not there', () => {
  const table = `${TOTAL}引用: 甲.jxmb\n`;
  const sound = unit('科协', 4);
  assert.deepEqual(found(office({ '甲.jxmb': sound }).open('局.jxmb', table)), ['1 sum-mismatch']);
  for (const other of [
    sound.replace('总计: 4', '总计: 约4'),
    `<<<<<<< 甲\n${sound}`,
    `版式: central-2021\n${sound}`,
    `单位: 元\n${sound}`,
    `${sound}引用: 没有.jxmb\n`,
    `引用: 局.jxmb\n${sound}`,
  ])
    assert.deepEqual(found(office({ '甲.jxmb': other }).open('局.jxmb', table)), [], other);
});

test('tables are tied in both directions, also by tables that nobody has opened', () => {
  const { workspace, open, names, reads } = office({
    '局.jxmb': '引用: 单位/科协.jxmb\n引用: 单位/馆.jxmb\n',
    '单位/科协.jxmb': '引用: 分/甲.jxmb\n',
    '单位/馆.jxmb': '',
    '单位/分/甲.jxmb': '',
    '单位/别的.jxmb': '引用: 分/乙.jxmb\n',
    '单位/分/乙.jxmb': '',
  });
  const first = open('单位/分/甲.jxmb');
  assert.deepEqual(names(workspace.tied(first)), ['单位/分/甲.jxmb', '单位/科协.jxmb', '局.jxmb', '单位/馆.jxmb']);
  assert.equal(workspace.tied(first)[0], first);
  assert.equal(new Set(reads).size, reads.length);
  assert.deepEqual(
    names([...workspace.tables()]).sort(),
    ['单位/分/乙.jxmb', '单位/分/甲.jxmb', '单位/别的.jxmb', '单位/科协.jxmb', '单位/馆.jxmb', '局.jxmb'].sort(),
  );
});

test('where the amounts stand that a total is not the sum of, after edits of the tables they are in', () => {
  const { open } = office({ '局.jxmb': `${TOTAL}引用: 科协.jxmb\n`, '科协.jxmb': unit('科协', 4) });
  const whole = open('局.jxmb');
  const part = open('科协.jxmb');
  const places = () =>
    diagnostics(whole, asked).flatMap(({ relatedInformation = [] }) =>
      relatedInformation.map(({ location }) => `${decodeURIComponent(location.uri)} ${location.range.start.line}`),
    );
  assert.deepEqual(places(), ['file:///科协.jxmb 1']);
  // Nothing of the sum is another, but the row is.
  part.edit(0, 0, '\n// 科协的表\n');
  assert.deepEqual(places(), ['file:///科协.jxmb 3']);
  part.edit(part.getText().indexOf('科协\n总计'), part.getText().indexOf('\n总计'), '科学技术协会');
  assert.deepEqual(places(), ['file:///科协.jxmb 3']);
});

test('more changes than are remembered are taken over too', () => {
  const { open } = office({});
  const part = open('甲.jxmb', unit('科协', 4));
  const whole = open('局.jxmb', `${unit('科协', 4, '丙')}引用: 甲.jxmb\n`);
  assert.deepEqual(found(whole), []);
  const at = part.getText().indexOf('设备购置');
  for (let i = 0; i < 2000; i++) part.edit(at, at + 4, `项目${1000 + i}`.slice(0, 4));
  part.edit(at, at + 4, '丙');
  assert.deepEqual(found(whole), ['4 duplicate-project']);
});

test('an edit of a table costs those that take it in what changed, not what either holds', () => {
  const rows = (projects: number) => {
    const { open } = office({});
    const part = open('甲.jxmb', generate({ projects }));
    const whole = open(
      '局.jxmb',
      `${generate({ projects }).replaceAll('资金使用单位: ', '资金使用单位: 本市')}\n引用: 甲.jxmb\n`,
    );
    found(whole);
    let read = 0;
    const count = whole.row.bind(whole);
    whole.row = (block: Block) => {
      read++;
      return count(block);
    };
    const at = part.getText().indexOf('总计: ', part.getText().length / 2) + 4;
    const { outside } = whole;
    part.edit(at, at, '1');
    assert.equal(whole.outside, outside + 1);
    return read;
  };
  const small = rows(100);
  assert.equal(rows(400), small);
});

test('a table that is not open is read once while nothing changes, and again when it has', () => {
  const files: Files = { '局.jxmb': `${TOTAL}引用: 甲.jxmb\n`, '甲.jxmb': unit('科协', 4) };
  const { workspace, open, reads } = office(files);
  const whole = open('局.jxmb');
  const look = () => {
    workspace.look();
    return found(whole);
  };
  assert.deepEqual(look(), ['1 sum-mismatch']);
  const state = workspace.stateOf(whole.uri);
  assert.deepEqual(look(), ['1 sum-mismatch']);
  assert.equal(workspace.stateOf(whole.uri), state);
  assert.deepEqual(reads, ['甲.jxmb']);
  files['甲.jxmb'] = unit('科协', 10);
  assert.deepEqual(look(), []);
  assert.notEqual(workspace.stateOf(whole.uri), state);
  assert.deepEqual(reads, ['甲.jxmb', '甲.jxmb']);
  delete files['甲.jxmb'];
  look();
  files['甲.jxmb'] = unit('科协', 4);
  assert.deepEqual(look(), ['1 sum-mismatch']);
});

test('completions read each of many tables once, and none for paths', async () => {
  const files: Files = {};
  for (let i = 0; i < 1_000; i++) files[`${i}.jxmb`] = unit(`单位${i}`, 1, `项目${i}`);
  const { workspace, open, reads } = office(files);
  const service = createLanguageService({ ...environment, workspace });
  const offered = async (text: string) => {
    const { items } = await service.complete(open('局.jxmb', text), { line: 0, character: text.length });
    return items.map(({ label }) => label);
  };
  assert.equal((await offered('引用: ')).length, 100);
  assert.deepEqual(await offered('引用: 777'), ['777.jxmb']);
  assert.deepEqual(reads, []);
  for (let i = 0; i < 3; i++) assert.ok((await offered('资金使用单位: 单位')).includes('单位7'));
  assert.ok(reads.length > 100 && new Set(reads).size === reads.length, `${reads.length} reads`);
});

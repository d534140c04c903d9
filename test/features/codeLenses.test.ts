import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses } from '../../server/src/features/codeLenses.ts';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { environment } from './marks.ts';
import { lensesIn, open } from './shown.ts';

const others: ServiceEnvironment = {
  ...environment,
  client: { ...environment.client, vscode: false, inlayHints: false },
};

const project = (name: string, total: string, more = '') => `项目名称: ${name}
总计: ${total}
财政拨款: ${total}
绩效目标: 服务${name}类企业50家,引导社会资金投向科技型企业。
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、2-效益指标; 22-社会效益; 企业融资便利度提高比率; 实施周期指标值:≥5%; 年度指标值:≥5%。
  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
${more}
`;

const table = (year: number, projects: string, unit = '本级', moneyUnit = '万元') =>
  `部门名称: 示范市科技局\n年度: ${year}\n单位: ${moneyUnit}\n\n资金使用单位: ${unit}\n总计: 30.00\n财政拨款: 30.00\n\n${projects}`;

const TWO = table(2025, project('甲', '10.00') + project('乙', '20.00').replace('1-产出指标; 11-', '11-'));

/** An environment with a workspace of its own, in which tables are open. */
function workspaceOf(given: ServiceEnvironment, tables: Readonly<Record<string, string>> = {}): ServiceEnvironment {
  const own = { ...given, workspace: new Workspace() };
  for (const [uri, text] of Object.entries(tables)) open(text, own, uri);
  return own;
}

test('above a unit what its projects come to, above a project its indicators by class', () => {
  assert.deepEqual(lensesIn(open(TWO)), [
    '资金使用单位: 本级 ← 2 个项目 · 相加 30.00 万元',
    '项目名称: 甲 ← 3 条指标: 产出 1、效益 1、满意度 1',
    '项目名称: 乙 ← 3 条指标: 产出 1、效益 1、满意度 1',
  ]);
  const english = { ...environment, language: 'en' } as const;
  assert.deepEqual(lensesIn(open(TWO, english), english).slice(0, 2), [
    '资金使用单位: 本级 ← projects: 2 · adding up to 30.00 万元',
    '项目名称: 甲 ← indicators: 3 (产出 1, 效益 1, 满意度 1)',
  ]);
});

test('what is found, and a way to it; a unit counts what is found in its projects', () => {
  const document = open(TWO.replace('总计: 20.00', '总计: 21.00').replace('3、3-满意度指标', '3、9-满意度指标'));
  assert.deepEqual(lensesIn(document), [
    '资金使用单位: 本级 ← 2 个项目 · 相加 31.00 万元 | 3 个问题 [jxmb.showFinding]',
    '项目名称: 甲 ← 3 条指标: 产出 1、效益 1、满意度 1 | 1 个问题 [jxmb.showFinding]',
    '项目名称: 乙 ← 3 条指标: 产出 1、效益 1、满意度 1 | 1 个问题 [jxmb.showFinding]',
  ]);
  const lenses = codeLenses(document, environment);
  const [uri, position] = lenses.at(-1)?.command?.arguments ?? [];
  assert.equal(uri, 'file:///a.jxmb');
  assert.equal(document.getText().split('\n')[position.line]?.slice(position.character), '21.00');
});

test('clients that cannot show shares behind amounts have them here, and no commands of ours', () => {
  const document = open(TWO.replace('总计: 20.00', '总计: 21.00'), others);
  assert.deepEqual(lensesIn(document, others), [
    '资金使用单位: 本级 ← 2 个项目 · 相加 31.00 万元 | 2 个问题',
    '项目名称: 甲 ← 3 条指标: 产出 1、效益 1、满意度 1 · 占本单位 33.3%',
    '项目名称: 乙 ← 3 条指标: 产出 1、效益 1、满意度 1 · 占本单位 70.0% | 1 个问题',
  ]);
});

test('nothing where there is nothing to say, and nothing where a setting says so', () => {
  assert.deepEqual(lensesIn(open('合计\n总计: 1\n')), []);
  const settings = { ...environment.settings, severities: new Map() };
  const off = { ...environment, settings: { ...settings, show: { ...settings.show, codeLenses: false } } };
  assert.deepEqual(lensesIn(open(TWO, off), off), []);
  const lenses = codeLenses(open('项目名称:\n\n资金使用单位: 甲\n绩效指标:\n'), environment);
  assert.ok(lenses.every(({ command }) => command && command.title.trim() !== ''));
});

test('the same project a year before, by unit and name, else by name', () => {
  const last = table(2024, project('乙', '15.00') + project('丁', '1.00'));
  const own = workspaceOf(environment, { 'file:///2024.jxmb': last });
  const document = open(TWO, own);
  const [, , lens] = lensesIn(document, own);
  assert.equal(lens, '项目名称: 乙 ← 3 条指标: 产出 1、效益 1、满意度 1 | 与 2024 年对比(+5.00) [jxmb.compare]');
  const compare = codeLenses(document, own).find(({ command }) => command?.command === 'jxmb.compare');
  const [before, after, title] = compare?.command?.arguments ?? [];
  assert.equal(title, '乙: 2024 年 ↔ 2025 年');
  assert.equal(before.uri, 'file:///2024.jxmb');
  assert.match(
    own.workspace.table(before.uri)?.getText(before.range) ?? '',
    /^项目名称: 乙\n[\s\S]*年度指标值:≥90%。$/,
  );
  assert.match(document.getText(after.range), /^项目名称: 乙\n总计: 20\.00\n[\s\S]*年度指标值:≥90%。$/);

  const lensesBeside = (text: string, given = environment) => {
    const beside = workspaceOf(given, { 'file:///other.jxmb': text });
    return lensesIn(open(TWO, beside), beside).filter((line) => line.includes('2024'));
  };
  // another unit, another money unit, the same amount, a total that is not known
  assert.match(lensesBeside(table(2024, project('乙', '20.00'), '科学馆'))[0] ?? '', /与 2024 年对比\(金额不变\)/);
  assert.match(lensesBeside(table(2024, project('乙', '250,000.00'), '本级', '元'))[0] ?? '', /对比\(-5\.00\)/);
  assert.match(lensesBeside(table(2024, project('乙', '约20')))[0] ?? '', /\| 与 2024 年对比 \[/);
  // other clients read it, as far as there is something to read
  assert.match(lensesBeside(last, others)[0] ?? '', /\| 比 2024 年 \+5\.00$/);
  assert.deepEqual(lensesBeside(table(2024, project('乙', '约20')), others), []);
  // another year, another department
  assert.deepEqual(lensesBeside(table(2023, project('乙', '20.00'))), []);
  assert.deepEqual(lensesBeside(last.replace('科技局', '文化局')), []);
  assert.deepEqual(lensesBeside(last.replace('年度: 2024\n', '')), []);
});

test('the table of last year may change while this one is looked at', () => {
  const own = workspaceOf(environment, { 'file:///2024.jxmb': table(2024, project('丁', '15.00')) });
  const document = open(TWO, own);
  const comparisons = () => lensesIn(document, own).filter((line) => line.includes('2024')).length;
  assert.equal(comparisons(), 0);
  const last = own.workspace.table('file:///2024.jxmb');
  assert.ok(last);
  const at = last.getText().indexOf('丁');
  last.update([{ range: { start: last.positionAt(at), end: last.positionAt(at + 1) }, text: '乙' }], 1);
  assert.equal(comparisons(), 1);
  const department = last.getText().indexOf('科技局');
  last.update(
    [{ range: { start: last.positionAt(department), end: last.positionAt(department + 2) }, text: '文化' }],
    2,
  );
  assert.equal(comparisons(), 0);
});

test('a very large table has lenses above its units only', () => {
  const many = `资金使用单位: 本级\n总计: 1\n${'项目名称: 甲\n绩效指标:\n1、11; 甲; 5个\n'.repeat(2_001)}`;
  assert.deepEqual(
    lensesIn(open(many)).map((line) => line.replace(/[\d,]+ 个问题/, '… 个问题')),
    ['资金使用单位: 本级 ← 2001 个项目 | … 个问题 [jxmb.showFinding]'],
  );
});

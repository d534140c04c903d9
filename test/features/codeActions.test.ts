/** What the lamp offers besides the fixes: all of a rule, everything at once, turning rules off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions, fixAllAction } from '../../server/src/features/codeActions.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { asked, client, openTable } from '../tables.ts';

const whole = (document: TableDocument) => ({
  start: { line: 0, character: 0 },
  end: document.positionAt(Number.MAX_SAFE_INTEGER),
});

/** The text that an action makes of a document's. */
function applied(document: TableDocument, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change, action?.title);
  const copy = openTable(document.getText());
  const edits = change.edits.flatMap((edit) => ('newText' in edit ? [{ range: edit.range, text: edit.newText }] : []));
  copy.update([...edits].reverse(), 1);
  return copy.getText();
}

/** The action that is offered on a text with such a title, where the cursor stands at a mark. */
function chosen(text: string, title: string, at: string): string {
  const document = openTable(text);
  const position = document.positionAt(text.indexOf(at));
  const actions = codeActions(document, { start: position, end: position }, asked);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `${title} among ${actions.map((one) => one.title).join(' | ')}`);
  return applied(document, action);
}

const LINE = '这一行不检查 total-mismatch(注明理由)';
const FILE = '本文件不检查 total-mismatch(注明理由)';

for (const end of ['\n', '\r\n']) {
  const withEnd = (text: string) => text.replaceAll('\n', end);

  test(`a line is not checked: a comment above it, with the line end of the text ${JSON.stringify(end)}`, () => {
    const table = withEnd('项目名称: 科技金融专项\n  总计: 130.00\n财政拨款: 120.00\n');
    assert.equal(
      chosen(table, LINE, '130.00'),
      withEnd(
        '项目名称: 科技金融专项\n  // jxmb-disable-next-line total-mismatch: 请注明理由\n  总计: 130.00\n财政拨款: 120.00\n',
      ),
    );
  });

  test(`a file is not checked: a comment at its beginning, with the line end of the text ${JSON.stringify(end)}`, () => {
    const table = withEnd('\ufeff项目名称: 科技金融专项\n总计: 130.00\n财政拨款: 120.00\n');
    assert.equal(
      chosen(table, FILE, '130.00'),
      `\ufeff${withEnd('// jxmb-disable-file total-mismatch: 请注明理由\n')}${table.slice(1)}`,
    );
  });
}

test('a comment that is there already speaks of one more rule', () => {
  const table =
    '// jxmb-disable-file amount-style: 旧表\n项目名称: 科技金融专项\n// jxmb-disable-next-line amount-invalid, amount-style: 见批复\n\n总计: 130.00\n财政拨款: 120.00\n';
  assert.equal(chosen(table, LINE, '130.00'), table.replace('amount-style: 见', 'amount-style, total-mismatch: 见'));
  assert.equal(chosen(table, FILE, '130.00'), table.replace('amount-style: 旧', 'amount-style, total-mismatch: 旧'));
});

test('the comment above the first line of a block ends the block before it', () => {
  const table =
    '单位: 万元\n\n资金使用单位: 本级\n总计: 30.00\n\n项目名称: 科技金融专项\n总计: 20.00\n\n项目名称: 科技金融专项\n总计: 10.00\n';
  const title = '这一行不检查 missing-goal(注明理由)';
  const document = openTable(table);
  const second = table.lastIndexOf('科技金融');
  if (!document.findings().some(({ finding }) => finding.rule.id === 'missing-goal')) return;
  const position = document.positionAt(second);
  const action = codeActions(document, { start: position, end: position }, asked).find((one) => one.title === title);
  const done = openTable(applied(document, action));
  assert.equal(
    done.findings().filter(({ finding }) => finding.rule.id === 'missing-goal').length,
    document.findings().filter(({ finding }) => finding.rule.id === 'missing-goal').length - 1,
  );
});

test('whatever is found, turning its rule off for the line or the file leaves nothing of it there', () => {
  const table = `单位: 万元

资金使用单位: 本级
总计: 5O
财政拨款: 50.00

项目名称: 科技金融专项
总计: 30.00
财政拨款: 20.00
乱写的文字
绩效指标:
  1、2-效益指标; 31-服务对象满意度; 企业满意度; 年度指标值:≥90%; 年度指标值:≥90%。2、1-产出指标; 12-数量指标; 甲; 年度指标值:1个; 年度指标值:2个。
`;
  const document = openTable(table);
  for (const { finding, place } of document.findings()) {
    const { id } = finding.rule;
    const position = document.positionAt(place.offset + finding.span.start);
    for (const title of [`这一行不检查 ${id}(注明理由)`, `本文件不检查 ${id}(注明理由)`]) {
      const action = codeActions(document, { start: position, end: position }, asked).find(
        (one) => one.title === title,
      );
      const after = openTable(applied(document, action));
      const left = after.findings().map((placed) => placed.finding.rule.id);
      assert.ok(
        left.filter((other) => other === id).length <
          document.findings().filter((placed) => placed.finding.rule.id === id).length,
        title,
      );
      assert.ok(!left.includes('unused-suppression') && !left.includes('unknown-rule'), `${title}: ${left}`);
    }
  }
});

test('everything at once: until there is nothing left; amounts, comments and choices stay', () => {
  const table = `单位: 万元

合计
总计: 1.00
财政拨款: 1.00

资金使用单位: 本级
// 以批复为准
总计: 2.00
财政拨款: 2.00

项目名称: 科技金融专项
总计: 3.00
财政拨款: 1,0000.00
财政专户拨款: 0.00
其他资金: 0.00
绩效目标: 服务企业50家。
绩效指标:
  1、2-效益指标; 31-服务对象满意度; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%; 年度指标值:≥90%。
  2、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家; 年度指标值:60家。
`;
  const document = openTable(table);
  const action = fixAllAction(document, asked);
  const text = applied(document, action);
  assert.equal(action?.kind, 'source.fixAll.jxmb');
  assert.match(text, /^合计\n总计: 1\.00\n财政拨款: 1\.00$/m);
  assert.match(text, /^\/\/ 以批复为准\n总计: 2\.00$/m);
  assert.match(text, /^总计: 3\.00\n财政拨款: 10,000\.00$/m);
  assert.match(text, /3-满意度指标; 31-服务对象满意度; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。$/m);
  assert.match(text, /年度指标值:50家; 年度指标值:60家。$/m);
  assert.equal(fixAllAction(openTable(text), asked), undefined);
});

test('amounts are set to their sums only where somebody asks for all of the rule: units first, then 合计', () => {
  const project = (name: string) => `项目名称: ${name}\n总计: 5.00\n财政拨款: 5.00\n\n`;
  const unit = (name: string) =>
    `资金使用单位: ${name}\n总计: 9.00\n财政拨款: 9.00\n\n${project('甲')}${project('乙')}`;
  const table = `单位: 万元\n\n合计\n总计: 18.00\n财政拨款: 18.00\n\n${unit('本级')}${unit('科学馆')}`;
  const document = openTable(table);
  assert.equal(fixAllAction(document, asked), undefined);
  const position = document.positionAt(table.indexOf('9.00'));
  const action = codeActions(
    document,
    { start: position, end: position },
    { ...asked, client: { ...client, resolvesActions: false } },
  ).find(({ title }) => title === '改好本文件所有同类问题: 上级金额与下级之和不符');
  const text = applied(document, action);
  assert.equal(text, table.replaceAll('9.00', '10.00').replaceAll('18.00', '20.00'));
});

test('nothing to mend, nothing offered', () => {
  assert.equal(fixAllAction(openTable('项目名称: 科技金融专项\n总计: 130.00\n'), asked), undefined);
});

test('the same fix for all of a rule is offered where there are several, and made at once for a client that cannot wait', () => {
  const one = '项目名称: 甲\n总计: 1.00\n财政拨款: 2.00\n财政专户拨款: 0.00\n其他资金: 0.00\n';
  const titles = (text: string) =>
    codeActions(openTable(text), { start: { line: 1, character: 5 }, end: { line: 1, character: 5 } }, asked).map(
      ({ title }) => title,
    );
  const title = '改好本文件所有同类问题: 总计与资金来源之和不符';
  assert.ok(!titles(one).includes(title));
  assert.ok(titles(one + one.replace('甲', '乙')).includes(title));
  const document = openTable(one + one.replace('甲', '乙'));
  const action = codeActions(document, whole(document), {
    ...asked,
    client: { ...client, resolvesActions: false },
  }).find((candidate) => candidate.title === title);
  assert.equal(applied(document, action), document.getText().replaceAll('总计: 1.00', '总计: 2.00'));
});

test('the explanation is a command of our own client, and of no other', () => {
  const document = openTable('项目名称: 甲\n总计: 1.00\n财政拨款: 2.00\n');
  const commands = (vscode: boolean) =>
    codeActions(document, whole(document), { ...asked, client: { ...client, vscode } }).flatMap(
      ({ command }) => command?.arguments ?? [],
    );
  assert.ok(commands(true).includes('total-mismatch'));
  assert.deepEqual(commands(false), []);
});

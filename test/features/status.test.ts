import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { reportFindings } from '../../server/src/features/report.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import { asked } from '../tables.ts';
import { EXAMPLE, environment } from './marks.ts';
import { open } from './shown.ts';

const service = createLanguageService(environment);

describe('the status of a table', () => {
  it('says profile, money unit, number of projects, total and findings', () => {
    const document = open(EXAMPLE);
    assert.deepEqual(service.status(document), {
      profile: 'guangzhou',
      profileName: '广州市项目支出绩效目标表',
      moneyUnit: '万元',
      projects: 2,
      total: '178.73',
      findings: document.findings().length,
      errors: document.findings().filter(({ finding }) => finding.severity === 'error').length,
      limits: [],
    });
  });

  it('follows edits, and says no total that is not known', () => {
    const document = open('项目名称: 甲\n总计: 1\n');
    const [, second] = [service.status(document), open('')];
    assert.equal(service.status(second).projects, 0);
    document.edit(0, 0, '项目名称: 乙\n总计: 2\n资金使用单位: 丙\n');
    assert.equal(service.status(document).projects, 2);
    assert.equal(service.status(document).total, null);
    document.edit(0, document.getText().length, '单位: 元\n项目名称: 甲\n总计: 5\n');
    const { projects, total, moneyUnit } = service.status(document);
    assert.deepEqual([projects, total, moneyUnit], [1, '5.00', '元']);
  });

  it('tells what was left out', () => {
    const document = open('项目名称: 甲\n总计: 1\n绩效目标: 好\n'.repeat(2_001));
    const [first] = documentSymbols(document, 'zh');
    assert.deepEqual([first?.name, first?.children ?? []], ['甲', []]);
    assert.deepEqual(service.status(document).limits, [
      '项目超过 2,000 个,大纲只列到项目,不列目标和指标。',
      '项目超过 2,000 个,只在单位上方显示合计和问题数,项目上方不显示。',
    ]);
  });
});

describe('more findings than an editor is sent', () => {
  const document = open(`单位: 万元\n${'项目名称: 甲\n总计: 一\n'.repeat(5_100)}`);
  const count = document.findings().length;

  it('are cut off, which is said at the top and in the status', () => {
    assert.ok(count > 20_000, String(count));
    const sent = diagnostics(document, asked);
    const rest = String(count - 20_000);
    assert.equal(sent.length, 20_001);
    const message = `问题太多,只列出前 20,000 个,还有 ${rest} 个没有列出。`;
    assert.deepEqual(sent[0], {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 3,
      source: 'jxmb',
      message,
    });
    assert.ok(sent.slice(1).every(({ code }) => code !== undefined));
    const { findings, limits } = service.status(document);
    assert.equal(findings, count);
    assert.ok(limits.includes(message), limits.join());
    assert.match(
      String(diagnostics(document, { ...asked, language: 'en' })[0]?.message),
      /^Too many findings: the first 20,000 are listed, [\d,]+ more are not\.$/,
    );
  });

  it('are all in a report', () => assert.equal(reportFindings(document, 'a.jxmb', 'zh').length, count));
});

describe('the profiles a table may be read by', () => {
  /** The table with a profile chosen for it. */
  const chosen = (text: string, id = 'central-2021') => {
    const document = open(text);
    const choice = service.profiles(document).find((one) => one.id === id);
    for (const { range, newText } of choice?.edits ?? []) {
      document.edit(document.offsetAt(range.start), document.offsetAt(range.end), newText);
    }
    assert.equal(service.status(document).profile, id);
    return document.getText();
  };

  it('are named, and the one in use is marked', () => {
    assert.deepEqual(
      service.profiles(open('版式: central-2021\n')).map(({ id, current }) => [id, current]),
      [
        ['guangzhou', false],
        ['central-2021', true],
      ],
    );
  });

  it('are written into the head', () => {
    assert.equal(chosen('表\n单位: 元\n\n项目名称: 甲\n'), '表\n单位: 元\n版式: central-2021\n\n项目名称: 甲\n');
    assert.equal(chosen('表\r\n版式：guangzhou\r\n单位: 元\r\n'), '表\r\n版式：central-2021\r\n单位: 元\r\n');
    assert.equal(chosen('版式:\n项目名称: 甲\n'), '版式: central-2021\n项目名称: 甲\n');
    assert.equal(chosen('\uFEFF项目名称: 甲\n'), '\uFEFF版式: central-2021\n\n项目名称: 甲\n');
    assert.equal(chosen('版式: 不认识\n'), '版式: central-2021\n');
    assert.equal(chosen(''), '版式: central-2021\n');
    assert.equal(chosen('版式: guangzhou\n', 'guangzhou'), '版式: guangzhou\n');
  });
});

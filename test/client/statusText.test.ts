import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { statusText } from '../../client/src/status/statusText.ts';
import type { TableStatus } from '../../server/src/protocol.ts';

const chinese: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
);
const fill = (message: string, args: readonly (string | number)[]) =>
  message.replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)]));
const inChinese = (message: string, ...args: (string | number)[]) => {
  assert.ok(message in chinese, message);
  return fill(chinese[message] as string, args);
};
const inEnglish = (message: string, ...args: (string | number)[]) => fill(message, args);

const status: TableStatus = {
  profile: 'guangzhou',
  profileName: '广州市项目支出绩效目标表',
  moneyUnit: '万元',
  projects: 45,
  total: '72,239.50',
  findings: 6,
  errors: 2,
  limits: [],
};

test('the status item says money unit, projects and total, and beside it profile and findings', () => {
  assert.deepEqual(statusText(status, inChinese), {
    text: '万元 · 45 个项目 · 72,239.50',
    detail: '广州市项目支出绩效目标表 · 6 个问题',
    isWarning: false,
  });
  assert.equal(statusText(status, inEnglish).text, '万元 · 45 projects · 72,239.50');
  assert.equal(statusText({ ...status, projects: 1, total: null }, inEnglish).text, '万元 · 1 project');
  assert.equal(statusText({ ...status, findings: 0 }, inChinese).detail, '广州市项目支出绩效目标表');
  assert.match(statusText({ ...status, findings: 1 }, inEnglish).detail, / · 1 finding$/);
});

test('what was left out makes it a warning', () => {
  const limits = ['问题太多,只列出前 20,000 个,还有 5 个没有列出。'];
  const shown = statusText({ ...status, limits }, inChinese);
  assert.deepEqual([shown.isWarning, shown.detail], [true, limits[0]]);
});

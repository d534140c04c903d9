import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportText } from '../../../server/src/exchange/importing/report.ts';
import { importTable } from '../reading.ts';
import { HEADING, TARGET } from './published.ts';

test('the report as text', () => {
  const { report } = importTable([['单位:万元'], HEADING, ['甲', '39. 38', '39.38', '1', '與', TARGET], ['随便']]);
  assert.equal(
    reportText(report, 'zh'),
    `已导入：合计 0 行，单位 0 个，项目 1 个，指标 1 条。

不成一行，已作注释保留（1）
  A4：“随便”

不计此数总计正好等于其余各项，按零星字符作注释保留（1）
  D3 财政专户拨款：“1”

空格中的零星字符，已作注释保留（1）
  E3 绩效目标：“與”

金额中的空格已去掉（1）
  B3 总计：“39. 38” → “39.38”

表头和栏目名，已据此读取（1）
  A2：“项目名称(资金使用单位)⇥总计⇥财政拨款⇥财政专户拨款⇥其他资金⇥绩效目标⇥绩效指标”
`,
  );
  const english = reportText(report, 'en');
  assert.match(english, /^Imported: total rows 0, units 0, projects 1, indicators 1\.\n/);
  assert.match(english, /\nSpaces inside the amount taken out \(1\)\n {2}B3, 总计: "39\. 38" → "39\.38"\n/);
});

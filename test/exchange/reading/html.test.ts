/** Pages and clipboards, as spreadsheets and browsers write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from './hostile/samples.ts';
import { read, say } from './say.ts';

test('what Excel puts on the clipboard', async () => {
  assert.deepEqual(say(await read('excel.html', fixture('excel.html'))), [
    '1: 0(2x1) 项目⏎名称 | 2 总计 | 3 目标值 | 4 说明',
    '2: 0(1x2) 科普活动 | 1 讲座 场次 | 2# 1234.5 | 3% 95% | 4 =1+1 <不是公式>',
    '3: 1 资料册数 | 2# 58.73 | 3 2025/1/1 | 4 及时⏎发放',
  ]);
});

test('what WPS puts on the clipboard, with its header', async () => {
  assert.deepEqual(say(await read('wps.html', fixture('wps.html'))), [
    '1: 0 指标名称 | 1 指标值 | 2 金额',
    '2: 0 讲座场次 | 1% 90% | 2# 12000',
    '3: 0 00123 | 1 ≥3场',
  ]);
});

const html = async (text: string) => say(await read('a.html', text));

test('a number that is shown with zeros before it is a code', async () => {
  const cells = '<td x:num="1001002">01001002<td sdval="7">007<td x:num="0.5">0.50';
  assert.deepEqual(await html(`<table><tr>${cells}</table>`), ['1: 0 01001002 | 1 007 | 2# 0.5']);
});

test('cells that reach down push those below aside', async () => {
  assert.deepEqual(
    await html('<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan="x">d<tr><td>e<th>f</table>'),
    ['1: 0(1x2) a | 1(2x1) b', '2: 1 c | 2 d', '3: 0 e | 1 f'],
  );
});

test('lines are those that a browser shows', async () => {
  assert.deepEqual(
    await html(
      '<title>不见</title><h1>标题</h1><script>不见</script><p>单位:\n  万元<table><tr><td><p>一</p><p>二<b>三</b></p><ol start=3><li>甲<li>乙</ol><td>a&nbsp;&lt;b&gt;&#20013;<!-- 不见 --></table>注',
    ),
    ['^ 标题', '^ 单位: 万元', '1: 0 一⏎二三⏎3. 甲⏎4. 乙 | 1 a <b>中', '_ 注'],
  );
});

test('a table in a cell follows the one that it lies in; one that only arranges others is lines', async () => {
  assert.deepEqual(await html('<table><tr><td>a<td>b<table><tr><td>c</table>d<tr><td>e</table>'), [
    '1: 0 a | 1 b⏎d',
    '2: 0 e',
    '1: 0 c',
  ]);
  assert.deepEqual(await html('<table><tr><td>导航<tr><td><table><tr><td>a<td>b</table><tr><td>页脚</table>'), [
    '^ 导航',
    '1: 0 a | 1 b',
    '_ 页脚',
  ]);
});

test('a page that is called a workbook is a page', async () => {
  const page = '<meta charset="utf-8"><table><tr><td>甲<td>1</table>';
  assert.deepEqual(say(await read('a.xls', page)), ['1: 0 甲 | 1 1']);
});

test('rows are what their attribute says', async () => {
  assert.deepEqual(
    await html('<table><tr data-jxmb-row="unit"><td>甲<tr data-jxmb-row="none"><td>乙<tr class="unit"><td>丙</table>'),
    ['1 unit: 0 甲', '2: 0 乙', '3: 0 丙'],
  );
});

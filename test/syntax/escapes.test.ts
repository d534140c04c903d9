import { test } from 'node:test';
import { reads, readsIndicators } from './outline.ts';

test('an escaped label is text', () =>
  reads(
    '\\合计\n\\项目名称: 甲\n项目名称: 乙\n绩效目标: 好\n\\总计: 5\n项目名称\\: 丙\n\\\\总计: 6\n\\// 丁\n\\=======',
    `
    head
      title 合计
      stray 项目名称: 甲
    project
      project: 乙
      绩效目标 = 好 ⏎ 总计: 5 ⏎ 项目名称: 丙 ⏎ \\总计: 6 ⏎ // 丁 ⏎ =======
    `,
  ));

test('a backslash before a line end or the end is itself', () =>
  reads('项目名称: 甲\\\n绩效目标: 好\\\n坏\\', 'project\n  project: 甲\\\n  绩效目标 = 好\\ ⏎ 坏\\'));

test('any character may be escaped in a name', () =>
  reads('项目名称: \\甲\\\\\\: \\😀', 'project\n  project: 甲\\: 😀'));

test('escaped marks are text in an indicator', () => {
  readsIndicators('1、11-数量指标; 甲\\; 乙; 年度指标值:1个\\。。', '#1 [11·数量指标] 甲; 乙 | 年度指标值=1个。');
  readsIndicators('1、11; 甲\\、; 年度指标值:1', '#1 [11·] 甲、 | 年度指标值=1');
  readsIndicators('1、11; 甲\\; 乙: 丙; 1', '#1 [11·] 甲; 乙: 丙 | =1');
  readsIndicators('1、11; 甲\\: 乙: 1', '#1 [11·] 甲: 乙 | =1');
  readsIndicators('1、11; 甲\\\\; 1\\\\', '#1 [11·] 甲\\ | =1\\');
});

test('an escaped number or class starts nothing', () => {
  readsIndicators('1、11; 甲; 年度指标值:1。\\2-效益指标; 乙', '#1 [11·] 甲 | 年度指标值=1。2-效益指标; 乙');
  readsIndicators('1、11; 甲; 年度指标值:1。2\\-效益指标; 乙', '#1 [11·] 甲 | 年度指标值=1。2-效益指标; 乙');
  readsIndicators('1、11; 甲; 年度指标值:1。2、\\2-效益指标; 乙', '#1 [11·] 甲 | 年度指标值=1。2、2-效益指标; 乙');
  readsIndicators('1、11; 甲; 年度指标值:1。2\\、11-数量指标; 乙', '#1 [11·] 甲 | 年度指标值=1。2、11-数量指标; 乙');
  readsIndicators('1、11; 甲; 年度指标值:1。\\2、11-数量指标; 乙', '#1 [11·] 甲 | 年度指标值=1。2、11-数量指标; 乙');
  readsIndicators(
    '1、11; 甲; 年度指标值:1\n\\2、乙\n\\11-数量指标; 丙',
    '#1 [11·] 甲 | 年度指标值=1 2、乙 11-数量指标; 丙',
  );
  readsIndicators('1、11; 甲; 年度指标值:乙\\\\2-效益指标; 丙', '#1 [11·] 甲 | 年度指标值=乙\\\n[2·效益指标] 丙');
  readsIndicators('1、\\11; 甲', '#1 11 | =甲');
});

test('an escaped value label is text', () => {
  for (const written of ['年度指标值\\:', '\\年度指标值:', '年\\度指标值:', '年度指标\\值:']) {
    readsIndicators(`1、11; 甲; 实施周期指标值:乙; ${written}1`, '#1 [11·] 甲 | 实施周期指标值=乙; 年度指标值:1');
  }
  readsIndicators('1、11; 甲; \\车度指标值:1', '#1 [11·] 甲 | =车度指标值:1');
  readsIndicators('1、11; \\甲; 年度指标值:1', '#1 [11·] 甲 | 年度指标值=1');
  readsIndicators('1、11; 甲\\。年度指标值:1', '#1 [11·] 甲。 | 年度指标值=1');
});

import { test } from 'node:test';
import { readsIndicators } from './outline.ts';

test('numbers in all forms', () => {
  for (const [written, number] of [
    ...[
      ['1、', '1'],
      ['1 、', '1'],
      ['1.', '1'],
      ['1．', '1'],
      ['1)', '1'],
      ['1）', '1'],
      ['(1)', '1'],
      ['（1）', '1'],
    ],
    ...[
      ['( 1 ) ', '1'],
      ['①', '①'],
      ['① ', '①'],
      ['⑳、', '⑳'],
      ['①.', '①'],
      ['12、', '12'],
      ['100.', '100'],
      ['１、', '１'],
    ],
    ...[
      ['(1)、', '1'],
      ['1. ', '1'],
    ],
  ]) {
    readsIndicators(
      `\n${written}1-产出指标; 11-数量指标; 甲; 年度指标值:1`,
      `
      #${number} [1·产出指标] [11·数量指标] 甲 | 年度指标值=1`,
    );
    readsIndicators(`\n${written}建设平台; 1个`, `#${number} 建设平台 | =1个`);
  }
});

test('what looks like a number and is none', () => {
  for (const line of ['1.5万人次参加', '30.189亩用地', '1234、甲', '2025年甲', '(1甲', '1-2次活动', '5个', '1']) {
    readsIndicators(
      `\n1、11-数量指标; 甲; 年度指标值:乙\n${line}`,
      `
      #1 [11·数量指标] 甲 | 年度指标值=乙${/^\d/.test(line) ? ` ${line}` : ` ${line}`}`,
    );
  }
  readsIndicators('\n30.189亩用地', '30.189亩用地');
});

test('a number with a point, directly before a class', () => {
  readsIndicators('\n1.1-产出指标; 11-数量指标; 甲; 年度指标值:1', '#1 [1·产出指标] [11·数量指标] 甲 | 年度指标值=1');
  readsIndicators('\n2.11-数量指标; 甲; 年度指标值:1', '#2 [11·数量指标] 甲 | 年度指标值=1');
});

test('run together on one line', () =>
  readsIndicators(
    '1、1-产出指标; 11-数量指标; 甲; 年度指标值:1。2、2-效益指标; 21-经济效益; 乙; 年度指标值:2。3、11-数量指标; 丙; 年度指标值:3。 12 、1 - 产出指标; 12-质量指标; 丁; 年度指标值:4。',
    `
    #1 [1·产出指标] [11·数量指标] 甲 | 年度指标值=1
    #2 [2·效益指标] [21·经济效益] 乙 | 年度指标值=2
    #3 [11·数量指标] 丙 | 年度指标值=3
    #12 [1·产出指标] [12·质量指标] 丁 | 年度指标值=4
    `,
  ));

test('run together with numbers of other forms', () => {
  for (const [mark, number] of [
    ['2.', '2'],
    ['2．', '2'],
    ['2)', '2'],
    ['(2)', '2'],
    ['（2）', '2'],
    ['②', '②'],
    ['②、', '②'],
  ]) {
    readsIndicators(
      `1、11-数量指标; 甲; 年度指标值:1。${mark}1-产出指标; 11-数量指标; 乙; 年度指标值:2。`,
      `
      #1 [11·数量指标] 甲 | 年度指标值=1
      #${number} [1·产出指标] [11·数量指标] 乙 | 年度指标值=2
      `,
    );
    readsIndicators(
      `1、11-数量指标; 甲; 年度指标值:1。${mark} 12-质量指标; 乙; 年度指标值:2。`,
      `
      #1 [11·数量指标] 甲 | 年度指标值=1
      #${number} [12·质量指标] 乙 | 年度指标值=2
      `,
    );
  }
});

test('run together without separator behind the class', () =>
  readsIndicators(
    '1、11-数量指标; 甲; 年度指标值:1。2、2-效益指标 22-社会效益; 乙; 年度指标值:2',
    `
    #1 [11·数量指标] 甲 | 年度指标值=1
    #2 2-效益指标 22-社会效益; 乙 | 年度指标值=2
    `,
  ));

test('a class that is one letter off starts an indicator where a number stands before it', () =>
  readsIndicators(
    '1、11-数量指标; 甲; 年度指标值:1。2、2-效盖指标; 22-社会交益; 乙; 年度指标值:2。3、12-灰重指标; 丙',
    `
    #1 [11·数量指标] 甲 | 年度指标值=1
    #2 [2·效盖指标] [22·社会交益] 乙 | 年度指标值=2。3、12-灰重指标; 丙
    `,
  ));

test('numbers in running text that are text', () => {
  for (const text of [
    ...['完成1、2-3号楼修缮', '4、5-6月', '1、2-3岁', '包括1、11-15号', '第2、3-4名', '5、6级', '3、'],
    ...['举办1-2次', '2023-2024年', '1-产出', '12-指标', '2、产出指标'],
  ]) {
    readsIndicators(`1、11-数量指标; 甲; 年度指标值:${text}乙`, `#1 [11·数量指标] 甲 | 年度指标值=${text}乙`);
  }
});

test('a bare number at the end is an indicator without content', () => {
  readsIndicators('4、11-数量指标; 甲; 年度指标值: 5场。5、', '#4 [11·数量指标] 甲 | 年度指标值=5场\n#5 ∅');
  readsIndicators('\n4、11-数量指标; 甲; 年度指标值: 5场；\n5、\n', '#4 [11·数量指标] 甲 | 年度指标值=5场\n#5 ∅');
  readsIndicators('4、11-数量指标; 甲; 年度指标值:5场5、', '#4 [11·数量指标] 甲 | 年度指标值=5场5、');
  readsIndicators('4、11-数量指标; 甲; 年度指标值:5场\\。5、', '#4 [11·数量指标] 甲 | 年度指标值=5场。5、');
  readsIndicators(
    '4、11-数量指标; 甲; 年度指标值:5场。5、\n1-产出指标; 12-质量指标; 乙',
    `
    #4 [11·数量指标] 甲 | 年度指标值=5场
    #5 [1·产出指标] [12·质量指标] 乙
    `,
  );
});

test('several lines', () => {
  readsIndicators(
    `
    1、1-产出指标;
       11-数量指标;
       建设
       平台 A
       B型;
       实施周期
       指标值:
       1个;
       年度指标值:不少于
       5 个
       以上。
    2、12-质量指标; 乙; 年度指标值:1`,
    `
    #1 [1·产出指标] [11·数量指标] 建设平台 A B型 | 实施周期指标值=1个 | 年度指标值=不少于 5 个以上
    #2 [12·质量指标] 乙 | 年度指标值=1
    `,
  );
  readsIndicators('\n1、\n1-产出指标; 数量\n指标; 甲', '#1 [1·产出指标] [·数量指标] 甲');
});

test('a class on a line of its own goes on with the indicator only behind a separator', () => {
  readsIndicators('\n1、1-产出指标\n11-数量指标; 甲; 1', '#1 [1·产出指标] ∅\n[11·数量指标] 甲 | =1');
  readsIndicators('\n1、1-产出指标;\n11-数量指标; 甲; 1', '#1 [1·产出指标] [11·数量指标] 甲 | =1');
  readsIndicators('\n1、\n11-数量指标; 甲; 1', '#1 [11·数量指标] 甲 | =1');
});

test('a line that begins with a class and goes on is an indicator without number', () => {
  readsIndicators(
    '\n1、11-数量指标; 甲; 年度指标值:1\n1-产出指标; 12-质量指标; 乙; 年度指标值:2\n13-时效指标：丙\n数量指标; 丁; 1个',
    `
    #1 [11·数量指标] 甲 | 年度指标值=1
    [1·产出指标] [12·质量指标] 乙 | 年度指标值=2
    [13·时效指标] 丙
    [·数量指标] 丁 | =1个
    `,
  );
});

test('a line of a value that only resembles a class is text', () => {
  for (const line of [
    '3,000人次',
    '12, 其中外地5',
    '1: 2',
    '11。',
    '进度: 按计划',
    '质量, 优良',
    '满意度:90%',
    '成本：不变',
    '22-23家; 好',
  ]) {
    readsIndicators(
      `\n1、11-数量指标; 甲; 年度指标值:\n${line}`,
      `#1 [11·数量指标] 甲 | 年度指标值=${line.replace(/。$/, '')}`,
    );
  }
});

test('damage: without its number', () =>
  readsIndicators(
    '5、11-数量指标; 甲; 年度指标值:不少于5次。每2-效益指标; 22-社会效益; 乙; 年度指标值:提升。7、31; 丙; 1',
    `
    #5 [11·数量指标] 甲 | 年度指标值=不少于5次。每
    [2·效益指标] [22·社会效益] 乙 | 年度指标值=提升。7、31; 丙; 1
    `,
  ));

test('damage: a cell that starts in the middle', () => {
  readsIndicators(
    '指标值:100%。3、1-产出指标;12-灰重指标;合规性; 年度指标值:100%。',
    `
    ∅ | 年度指标值=100%
    #3 [1·产出指标] [12·灰重指标] 合规性 | 年度指标值=100%
    `,
  );
  readsIndicators(
    '识研历次数; 年度 指标值: 2场。3、11-数量指标; 甲',
    '识研历次数 | 年度指标值=2场\n#3 [11·数量指标] 甲',
  );
  readsIndicators('。 ;1-产出指标; 11-数量指标; 甲', '[1·产出指标] [11·数量指标] 甲');
  readsIndicators('尾。\n\n(一)产出指标\n。\n1、甲', '尾\nheading [·产出指标]\n#1 甲');
  readsIndicators('。', '');
});

test('damage: a number of four digits is no number', () =>
  readsIndicators(
    '1、11-数量指标; 甲; 年度指标值:2025、2-效益指标; 22-社会效益; 乙',
    `
    #1 [11·数量指标] 甲 | 年度指标值=2025、
    [2·效益指标] [22·社会效益] 乙
    `,
  ));

import { test } from 'node:test';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { profile, reads, readsIndicators } from './outline.ts';

test('an indicator as the table prints it', () => {
  const line = '1、1-产出指标; 11-数量指标; 建设平台数量; 实施周期指标值:1个; 年度指标值:1个。';
  const tree = '#1 [1·产出指标] [11·数量指标] 建设平台数量 | 实施周期指标值=1个 | 年度指标值=1个';
  readsIndicators(line, tree);
  readsIndicators(`\n  ${line}\n`, tree);
  readsIndicators(`\n\n${line}\n\n`, tree);
});

test('in full width', () =>
  readsIndicators(
    '\n　１、１－产出指标；１１—数量指标；参训人数（人）；实施周期指标值：１００％；年度指标值：１００％。',
    `
    #１ [１·产出指标] [１１·数量指标] 参训人数（人） | 实施周期指标值=１００％ | 年度指标值=１００％
    `,
  ));

test('a class with spaces, any dash', () => {
  for (const dash of ['-', ' - ', '- ', '－', '–', '—', ' ― ']) {
    readsIndicators(
      `1、1${dash}产出指标; 11${dash}数量 指标; 甲; 年度指标值:1`,
      `
      #1 [1·产出指标] [11·数量指标] 甲 | 年度指标值=1`,
    );
  }
});

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

test('separators', () => {
  for (const [a, b] of [
    [':', ':'],
    ['。', '。'],
    [',', ','],
    ['：', '；'],
    ['，', '。'],
    [';;', ' ; ;'],
    ['。;', ': ;'],
  ]) {
    readsIndicators(
      `1、1-产出指标${a} 11-数量指标${b}建设平台${a}实施周期指标值:1个${b}年度指标值:1个`,
      `
      #1 [1·产出指标] [11·数量指标] 建设平台 | 实施周期指标值=1个 | 年度指标值=1个
      `,
    );
  }
});

test('separators between number and class', () => {
  readsIndicators('1、; 1-产出指标; 11-数量指标; 甲', '#1 [1·产出指标] [11·数量指标] 甲');
  readsIndicators('\n1)；11：甲', '#1 [11·] 甲');
});

test('a name may hold separators, and end in 、', () => {
  readsIndicators(
    '1、11-数量指标; 举办宣传、培训: 讲座, 等; 次数。; 年度指标值:1',
    '#1 [11·数量指标] 举办宣传、培训: 讲座, 等; 次数 | 年度指标值=1',
  );
  readsIndicators('1、11-数量指标; 补贴发放及时率、; 年度指标值:1', '#1 [11·数量指标] 补贴发放及时率 | 年度指标值=1');
  readsIndicators('1、11-数量指标; 3-5岁儿童入园率; 年度指标值:1', '#1 [11·数量指标] 3-5岁儿童入园率 | 年度指标值=1');
});

test('a value holds separators; the terminators behind it are taken off', () => {
  for (const [written, value] of [
    ['至少举办1-2次活动; 评选不少于10家商业街区', '至少举办1-2次活动; 评选不少于10家商业街区'],
    ['在岗补助人数: 5人', '在岗补助人数: 5人'],
    ['不超过2亿元人民币。;', '不超过2亿元人民币'],
    ['2亿元 。 ； ;。 ', '2亿元'],
    [': ≤0%', '≤0%'],
    ['：：≤0%,', '≤0%'],
    ['提升。效果: 显著，', '提升。效果: 显著'],
    ['', ''],
    ['。', ''],
    ['甲、', '甲、'],
    ['"走出去"', '"走出去"'],
  ]) {
    readsIndicators(
      `1、11-数量指标; 甲; 实施周期指标值:${written}年度指标值:${written}`,
      `
      #1 [11·数量指标] 甲 | 实施周期指标值=${value} | 年度指标值=${value}
      `,
    );
  }
});

test('value labels: aliases, spaces, misspelt, repeated, anywhere', () => {
  for (const [label, name] of [
    ...[
      ['实施期指标值', '实施周期指标值'],
      ['中期指标值', '实施周期指标值'],
      ['指标值', '年度指标值'],
      ['目标值', '年度指标值'],
    ],
    ...[
      ['年度 指标值 ', '年度指标值'],
      ['实施 周期\n指标值', '实施周期指标值'],
      ['年　度指标值', '年度指标值'],
    ],
    ...[
      ['车度指标值', '~年度指标值'],
      ['年度指标', '~年度指标值'],
      ['年度目标值', '~年度指标值'],
      ['实施用期指标值', '~实施周期指标值'],
    ],
  ]) {
    readsIndicators(
      `1、11-数量指标; 甲; ${label}:5个; 年度指标值:6个`,
      `#1 [11·数量指标] 甲 | ${name}=5个 | 年度指标值=6个`,
    );
    readsIndicators(`1、11-数量指标; 甲 ${label}：5个`, `#1 [11·数量指标] 甲 | ${name}=5个`);
  }
  readsIndicators(
    '1、11-数量指标; 甲年度指标值:5个实施周期指标值:6个年度指标值:7',
    `
    #1 [11·数量指标] 甲 | 年度指标值=5个 | 实施周期指标值=6个 | 年度指标值=7`,
  );
  readsIndicators('1、11-数量指标; 研发投入强度指标值:5%', '#1 [11·数量指标] 研发投入强度 | 年度指标值=5%');
  readsIndicators('1、11-数量指标; 甲; 年度值:5%', '#1 [11·数量指标] 甲 | =年度值:5%');
});

test('the level-2 class alone', () => {
  for (const [written, tree] of [
    ['11-数量指标', '[11·数量指标]'],
    ['11', '[11·]'],
    ['数量指标', '[·数量指标]'],
    ['11-', '[11·]'],
    ['产出数量', '[·产出数量]'],
  ]) {
    readsIndicators(`1、${written}; 甲; 年度指标值:1`, `#1 ${tree} 甲 | 年度指标值=1`);
    readsIndicators(`1、${written}; 甲; 1个`, `#1 ${tree} 甲 | =1个`);
    readsIndicators(`1、${written}: 甲，1个`, `#1 ${tree} 甲 | =1个`);
  }
});

test('codes and names that do not go together, or that the profile does not know', () => {
  for (const [one, two] of [
    ...[
      ['1-效益指标', '22-经济效益'],
      ['1-数量指标', '11-产出指标'],
      ['9-其他指标', '99-其他指标'],
      ['1-产岀指标', '11-数置指标'],
    ],
    ...[
      ['2-社会效益', '29-社会效益'],
      ['7-满意度', '77-服务对象满意度'],
      ['2-经济效益', '21-效益指标'],
    ],
  ]) {
    readsIndicators(
      `1、${one}; ${two}; 甲; 年度指标值:1`,
      `#1 [${one?.replace('-', '·')}] [${two?.replace('-', '·')}] 甲 | 年度指标值=1`,
    );
  }
});

test('classes without code, codes alone', () => {
  readsIndicators('1、产出指标; 数量指标; 甲; 年度指标值:1', '#1 [·产出指标] [·数量指标] 甲 | 年度指标值=1');
  readsIndicators('1、1; 11; 甲; 年度指标值:1', '#1 [1·] [11·] 甲 | 年度指标值=1');
  readsIndicators('1、1-; 数量; 甲; 1', '#1 [1·] [·数量] 甲 | =1');
  readsIndicators('1、成本指标; 41-经济成本指标; 甲; 1', '#1 [·成本指标] [41·经济成本指标] 甲 | =1');
  readsIndicators('1、成本指标; 采购成本; 1', '#1 [·成本指标] 采购成本 | =1');
  readsIndicators(
    '1、满意度指标; 服务对象满意度; 学生满意度; 90%',
    '#1 [·满意度指标] [·服务对象满意度] 学生满意度 | =90%',
  );
  readsIndicators('1、1-产出指标; 甲; 年度指标值:1', '#1 [1·产出指标] 甲 | 年度指标值=1');
  readsIndicators('1、5; 甲; 年度指标值:1', '#1 5; 甲 | 年度指标值=1');
});

test('a word that may be class or name is the name where nothing else is', () => {
  readsIndicators('1、服务对象满意度; ≥90%', '#1 服务对象满意度 | =≥90%');
  readsIndicators('1、服务对象满意度: 年度指标值:≥90%', '#1 服务对象满意度 | 年度指标值=≥90%');
  readsIndicators('1、服务对象满意度', '#1 服务对象满意度');
  readsIndicators(
    '1、3-满意度指标; 服务对象满意度; 年度指标值:90%',
    '#1 [3·满意度指标] 服务对象满意度 | 年度指标值=90%',
  );
  readsIndicators('1、满意度指标; 服务对象满意度; 90%', '#1 [·满意度指标] 服务对象满意度 | =90%');
  readsIndicators('1、31-服务对象满意度; 服务对象满意度; 90%', '#1 [31·服务对象满意度] 服务对象满意度 | =90%');
  readsIndicators('1、31-服务对象满意度; 年度指标值:90%', '#1 [31·服务对象满意度] ∅ | 年度指标值=90%');
  readsIndicators('1、数量指标; 年度指标值:90', '#1 [·数量指标] ∅ | 年度指标值=90');
  readsIndicators('1、社会效益; 甲; 年度指标值:提升', '#1 [·社会效益] 甲 | 年度指标值=提升');
});

test('without value labels', () => {
  readsIndicators('1、11; 甲; 5个; 6个。', '#1 [11·] 甲 | =5个; 6个');
  readsIndicators('1、11; 甲: 5个, 好', '#1 [11·] 甲 | =5个, 好');
  readsIndicators('1、11; 甲, 乙: 丙; 5个', '#1 [11·] 甲, 乙: 丙 | =5个');
  readsIndicators('1、11; 金额1,000元，好', '#1 [11·] 金额1,000元 | =好');
  readsIndicators('1、11; 每日8:30开放：是', '#1 [11·] 每日8:30开放 | =是');
  readsIndicators('1、11; 甲', '#1 [11·] 甲');
  readsIndicators('1、甲', '#1 甲');
  readsIndicators('1、11; 甲;', '#1 [11·] 甲');
  readsIndicators('1、11; 甲: 5个。', '#1 [11·] 甲 | =5个');
});

test('headings', () =>
  readsIndicators(
    `
    (一)产出指标
    （二） 数量指标：
    1、甲; 1个
    三、效益指标
    社会效益:
    2、乙; 2个
    3-满意度指标
    服务对象满意度; 学生满意度; ≥90%
    一、其他
    (一)其他指标`,
    `
    heading [·产出指标]
    heading [·数量指标]
    #1 甲 | =1个
    heading [·效益指标]
    heading [·社会效益]
    #2 乙 | =2个
    heading [3·满意度指标]
    [·服务对象满意度] 学生满意度 | =≥90% 一、其他 (一)其他指标
    `,
  ));

test('the code of the third level', () => {
  for (const [written, code, name] of [
    ['222192406-对社会的影响程度', '222192406', '对社会的影响程度'],
    ['1101-平台数量', '1101', '平台数量'],
    ['111-平台数量', '111', '平台数量'],
    ['G0012-平台数量', 'G0012', '平台数量'],
    ['gx010101 — 平台数量', 'gx010101', '平台数量'],
    ['２２２１９２４０６－平台', '２２２１９２４０６', '平台'],
    ['222192406-5G基站数', '222192406', '5G基站数'],
  ]) {
    readsIndicators(`1、11-数量指标; ${written}; 年度指标值:1`, `#1 [11·数量指标] {${code}} ${name} | 年度指标值=1`);
  }
  for (const name of [
    ...[
      '3-5岁儿童入园率',
      '2023-2024学年培训次数',
      '11-12月完成率',
      '5G-A基站数',
      'PM2.5-平均',
      '120-急救站数',
      '1101',
      '1101-',
    ],
    ...['1101-1200号楼', '202301-202312完成率', '2035-远景', 'ISO9001-认证数', '-甲'],
  ]) {
    readsIndicators(`1、11-数量指标; ${name}; 年度指标值:1`, `#1 [11·数量指标] ${name} | 年度指标值=1`);
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

test('a label line ends the indicators', () =>
  reads(
    '项目名称: 甲\n绩效指标:\n1、11; 乙; 年度指标值:1\n总计: 5\n2、丙\n绩效指标: 3、丁\n绩效目标: 好',
    `
    project
      project: 甲
      绩效指标
        #1 [11·] 乙 | 年度指标值=1
      总计 = 5
      stray 2、丙
      绩效指标
        #3 丁
      绩效目标 = 好
    `,
  ));

test('no indicators', () => {
  readsIndicators('', '');
  readsIndicators('\n\n \n', '');
});

test('a profile with other value labels and classes', () => {
  const words = vocabularyOf({
    ...profile,
    valueLabels: [
      { name: '权重', span: 'year' },
      { name: '指标值', span: 'year' },
      { name: '指标解释', span: 'year' },
    ],
  });
  readsIndicators(
    '1、11-数量指标; 甲; 权重:10; 指标值:≥5个; 指标解释:个数: 总数。',
    `
    #1 [11·数量指标] 甲 | 权重=10 | 指标值=≥5个 | 指标解释=个数: 总数`,
    words,
  );
});

test('a labelled weight behind a value without label', () => {
  const words = vocabularyOf({
    ...profile,
    valueLabels: [
      { name: '年度指标值', span: 'year' },
      { name: '权重', span: 'weight' },
      { name: '指标解释', span: 'explanation' },
    ],
  });
  const readsTo = (line: string, tree: string) => readsIndicators(line, tree, words);
  readsTo('1、11-数量指标; 甲; 5个; 权重:10; 指标解释:个数。', '#1 [11·数量指标] 甲 | =5个 | 权重=10 | 指标解释=个数');
  readsTo('1、11-数量指标：甲：5个，权重：10。', '#1 [11·数量指标] 甲 | =5个 | 权重=10');
  readsTo('1、服务对象满意度; ≥90%; 权重:10', '#1 服务对象满意度 | =≥90% | 权重=10');
  readsTo('1、11-数量指标; 甲; 权重:10', '#1 [11·数量指标] 甲 | 权重=10');
  readsTo('1、11-数量指标; 甲; 年度指标值:5个; 权重:10', '#1 [11·数量指标] 甲 | 年度指标值=5个 | 权重=10');
});

test('a heading may carry the weight of what stands below it', () => {
  readsIndicators(
    '\n(一)产出指标(50分)\n1、甲\n二、效益指标（ ３０．５ ％ ）：\n满意度指标(10)\n2、乙',
    `
    heading [·产出指标] (50)
    #1 甲
    heading [·效益指标] (３０．５)
    heading [·满意度指标] (10)
    #2 乙
    `,
  );
  // no figure, or more behind it
  readsIndicators('\n产出指标(五十分)', '产出指标(五十分)');
  readsIndicators('\n产出(5分)指标', '产出(5分)指标');
});

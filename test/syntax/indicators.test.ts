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

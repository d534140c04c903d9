import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english, hoverAt, hoverText } from './marks.ts';

/** A project of 120 万元 with one indicator. */
const project = (indicator: string, unit = '万元', total = '120') =>
  `单位: ${unit}\n项目名称: 甲\n总计: ${total}\n绩效指标:\n1、${indicator}\n`;
const count = (values: string, name = '讲座场次') => project(`11-数量指标; ${name}; ${values}。`);
const cost = (values: string, name = '项目总成本') => project(`41-经济成本指标; ${name}; ${values}。`);

describe('hover on a value', () => {
  const read: readonly (readonly [value: string, zh: string, en: string])[] = [
    ['不少于50项', '**≥ 50 项** · 大于等于(不低于)', '**≥ 50 项** · at least'],
    ['90%以上', '**≥ 90%** · 大于等于(不低于)', '**≥ 90%** · at least'],
    ['2小时内', '**≤ 2 小时** · 小于等于(不超过)', '**≤ 2 小时** · at most'],
    ['低于15%', '**\\< 15%** · 小于(低于)', '**\\< 15%** · less than'],
    ['超过3次', '**\\> 3 次** · 大于(高于)', '**\\> 3 次** · more than'],
    ['5场', '**= 5 场** · 等于', '**= 5 场** · exactly'],
    ['≥2万人次', '**≥ 2 万人次** = 20000 人次 · 大于等于(不低于)', '**≥ 2 万人次** = 20000 人次 · at least'],
    ['5', '**= 5** · 等于\n\n- 没有计量单位', '**= 5** · exactly\n\n- No unit'],
    [
      '良好',
      '定性指标值: 写的是文字,没有可以比较的数。',
      'A qualitative value: words, without a number that could be compared.',
    ],
    [
      '1-2次',
      '按文字读: 有几个数、范围或日期,不是一个可以比较的数。',
      'Read as words: it has several numbers, a range or a date, not one number that could be compared.',
    ],
  ];
  for (const [value, zh, en] of read) {
    it(value, async () => {
      const marked = count(`年度指标值:│${value}`);
      assert.deepEqual(await hoverAt(marked), { about: value, text: zh });
      assert.equal(await hoverText(marked, english), en);
    });
  }

  it('without unit takes the one in the name', async () => {
    assert.equal(
      await hoverText(count('年度指标值:│5', '企业数(家)')),
      '**= 5 家** · 等于\n\n- 计量单位写在名称里: 家',
    );
  });

  it('without label is that of each', async () => {
    assert.equal(
      await hoverText(count('≤│5天')),
      '**≤ 5 天** · 小于等于(不超过)\n\n- 没有写明是哪一个指标值,各指标值都取它。',
    );
  });
});

describe('hover on money in a value', () => {
  const head = async (value: string, unit?: string) =>
    (await hoverText(project(`11-数量指标; 补贴标准; 年度指标值:│${value}。`, unit))).split(' · ')[0];

  it('says it in the money unit of the table, and in 元', async () => {
    assert.equal(await head('500元'), '**= 500 元** = 0.05 万元');
    assert.equal(await head('3000万元'), '**= 3000 万元** = 30,000,000.00 元');
    assert.equal(await head('≥2亿元'), '**≥ 2 亿元** = 20,000.00 万元 = 200,000,000.00 元');
    assert.equal(await head('3000万元', '元'), '**= 3000 万元** = 30,000,000.00 元');
    assert.equal(await head('20000元', '元'), '**= 20000 元** = 2.00 万元');
    assert.equal(await head('9亿美元'), '**= 9 亿美元** = 900000000 美元');
    assert.equal(await head('5万元/家'), '**= 5 万元/家** = 50000 元/家');
  });

  it('that the project spends in the year is a share of its total', async () => {
    const share = async (marked: string) =>
      (await hoverText(marked)).split('\n- ').filter((line) => line.startsWith('占'));
    assert.deepEqual(await share(cost('年度指标值:≤│90万元')), ['占本项目总计 120.00 万元的 75.00%']);
    assert.deepEqual(await share(cost('≤│900000元')), ['占本项目总计 120.00 万元的 75.00%']);
    // not of the year; a price of one; not spent by the project; a total that is in doubt
    assert.deepEqual(await share(cost('实施周期指标值:≤│90万元; 年度指标值:≤30万元')), []);
    assert.deepEqual(await share(cost('年度指标值:≤│90万元', '人均培训成本')), []);
    assert.deepEqual(await share(project('21-经济效益; 带动投资额; 年度指标值:≥│90万元。')), []);
    assert.deepEqual(await share(cost('年度指标值:≤│90万元').replace('总计: 120', '总计: 120\n财政拨款: 100')), []);
    assert.match(
      await hoverText(cost('年度指标值:≤│90万元'), english),
      /\n- 75\.00% of the project's 总计 of 120\.00 万元$/,
    );
  });
});

describe('hover on a value for the year beside that for the period', () => {
  const said = async (period: string, year: string) => {
    const [ofPeriod, ofYear] = await Promise.all([
      hoverText(count(`实施周期指标值:│${period}; 年度指标值:${year}`)),
      hoverText(count(`实施周期指标值:${period}; 年度指标值:│${year}`)),
    ]);
    return [ofPeriod, ofYear].map((text) => text.split('\n- ')[1]);
  };

  it('says that they are the same', async () => {
    const same = ['与年度指标值相同', '与实施周期指标值相同'];
    assert.deepEqual(await said('60场', '60场'), same);
    assert.deepEqual(await said('≥60场', '不少于60场'), same);
    assert.deepEqual(await said('1亿元', '10000万元'), same);
    assert.deepEqual(await said('及时', '及时'), same);
  });

  it('says what share the one is of the other, and the difference', async () => {
    assert.deepEqual(await said('60场', '15场'), [
      '年度指标值 15场,年度是实施周期的 25.00%,少 45 场',
      '实施周期指标值 60场,年度是实施周期的 25.00%,少 45 场',
    ]);
    assert.deepEqual((await said('2万人', '25000人'))[1], '实施周期指标值 2万人,年度是实施周期的 125.00%,多 5000 人');
    assert.deepEqual(
      (await said('1亿元', '500万元'))[1],
      '实施周期指标值 1亿元,年度是实施周期的 5.00%,少 9,500.00 万元',
    );
  });

  it('says only the difference of rates', async () => {
    assert.equal((await said('≥95%', '≥90%'))[1], '实施周期指标值 ≥95%,年度比实施周期少 5 个百分点');
    assert.equal((await said('3‰', '4‰'))[1], '实施周期指标值 3‰,年度比实施周期多 1‰');
  });

  it('says only the other where they cannot be compared', async () => {
    assert.equal((await said('*提升*', '5场'))[1], '实施周期指标值: \\*提升\\*');
    assert.equal((await said('5人', '5场'))[1], '实施周期指标值: 5人');
    assert.equal((await said('≥5场', '≤5场'))[1], '实施周期指标值: ≥5场');
  });

  it('in English', async () => {
    const marked = count('实施周期指标值:60场; 年度指标值:│15场');
    assert.match(
      await hoverText(marked, english),
      /\n- 实施周期指标值 60场; the year is 25\.00% of the period, 45 场 below it$/,
    );
  });
});

describe('hover on a weight', () => {
  const table = (...weights: string[]) =>
    `版式: central-2021\n项目名称: 甲\n绩效指标:\n${weights
      .map((weight, i) => `${i + 1}、${i === 0 ? '11-数量指标' : '22-社会效益'}; 名称; 年度指标值:3期${weight}。\n`)
      .join('')}`;

  it('says what share it is, and what the weights of the project add up to', async () => {
    assert.deepEqual(await hoverAt(table('; 权重:│60', '; 权重:30')), {
      about: '60',
      text: '**权重 60** · 占合计的 66.67%\n\n- 本项目权重合计 90,符合要求\n- 产出指标 60、效益指标 30',
    });
  });

  it('says what is missing, or too much', async () => {
    const lines = async (marked: string) => (await hoverText(marked)).split('\n- ').slice(1);
    assert.deepEqual(await lines(table('; 权重:│60分', '; 权重:25')), [
      '本项目权重合计 85,应为 90 或 100,还差 5 或 15',
      '产出指标 60、效益指标 25',
    ]);
    assert.deepEqual((await lines(table('; 权重:│60', '; 权重:35')))[0], '本项目权重合计 95,应为 90 或 100,还差 5');
    assert.deepEqual((await lines(table('; 权重:│60', '; 权重:45')))[0], '本项目权重合计 105,应为 90 或 100,多出 5');
    assert.deepEqual(await lines(table('; 权重:│60', '')), [
      '本项目权重合计 60,应为 90 或 100,还差 30 或 40',
      '还有 1 条指标没有权重',
    ]);
  });

  it('explains the label where it is no weight, as of an explanation', async () => {
    assert.match(await hoverText(table('; 权重:│无')), /^\*\*权重\*\*\n\n/);
    assert.match(await hoverText(table('; 指标解释:开│办 3 期')), /^\*\*指标解释\*\*\n\n/);
  });
});

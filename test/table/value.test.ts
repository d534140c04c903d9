import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MONEY_UNITS, type MoneyUnit } from '../../server/src/table/moneyUnit.ts';
import { inPlainUnit, isRate, moneyIn, type Quantity, readValue } from '../../server/src/table/value.ts';
import { languageText } from '../syntax/texts.ts';

/** A reading as text: `≥ 5 个`; `词` where there is no number, `词 (数)` where there are some that make no quantity. */
function shown(text: string): string {
  const reading = readValue(text);
  if (reading.kind === 'qualitative') return reading.hasNumber ? '词 (数)' : '词';
  return `${reading.operator} ${reading.number} ${reading.unit}`.trimEnd();
}

function quantity(text: string): Quantity {
  const reading = readValue(text);
  assert.equal(reading.kind, 'quantity', text);
  return reading as Quantity;
}

function unitNamed(name: string): MoneyUnit {
  return MONEY_UNITS.find((unit) => unit.name === name) as MoneyUnit;
}

const READINGS: Readonly<Record<string, readonly (readonly [text: string, reading: string])[]>> = {
  'a number with its unit': [
    ...([
      ['100%', '= 100 %'],
      ['6个', '= 6 个'],
      ['12', '= 12'],
      ['1套', '= 1 套'],
      ['1000件', '= 1000 件'],
      ['6000柜', '= 6000 柜'],
    ] as const),
    ...([
      ['0%', '= 0 %'],
      ['30.189亩', '= 30.189 亩'],
      ['1,234.50万元', '= 1234.5 万元'],
      ['2200亿元', '= 2200 亿元'],
    ] as const),
    ...([
      ['60场次', '= 60 场次'],
      ['24小时', '= 24 小时'],
      ['3个工作日', '= 3 个工作日'],
      ['36个月', '= 36 个月'],
      ['400万', '= 400 万'],
    ] as const),
    ...([
      ['5标段', '= 5 标段'],
      ['7艘船', '= 7 艘'],
      ['5驿站', '= 5 驿站'],
      ['20kg', '= 20 kg'],
      ['100㎡', '= 100 ㎡'],
      ['10台(套)', '= 10 台'],
    ] as const),
  ],
  'full width and spaces': [
    ...([
      ['１００％', '= 100 %'],
      [' ≥ 5 个 ', '≥ 5 个'],
      ['１，２３４．５０ 万元', '= 1234.5 万元'],
      ['＞＝5个', '≥ 5 个'],
    ] as const),
  ],
  signs: [
    ...([
      ['≥100个', '≥ 100 个'],
      ['≤0%', '≤ 0 %'],
      ['>5', '> 5'],
      ['<5%', '< 5 %'],
      ['=1个', '= 1 个'],
      ['≧5', '≥ 5'],
      ['≦5', '≤ 5'],
    ] as const),
    ...([
      ['>=5个', '≥ 5 个'],
      ['=>5个', '≥ 5 个'],
      ['<=5', '≤ 5'],
      ['=<5', '≤ 5'],
      ['》=10％', '≥ 10 %'],
      ['《=10', '≤ 10'],
      ['》5', '> 5'],
    ] as const),
    ...([
      ['《5', '< 5'],
      ['控制在≥90%', '≥ 90 %'],
      ['合格率≥90%', '≥ 90 %'],
    ] as const),
  ],
  'words before the number': [
    ...([
      ['不少于50项', '≥ 50 项'],
      ['不低于60%', '≥ 60 %'],
      ['至少1次', '≥ 1 次'],
      ['不小于5', '≥ 5'],
      ['大于等于5', '≥ 5'],
    ] as const),
    ...([
      ['大于或等于5个', '≥ 5 个'],
      ['不超过79万元', '≤ 79 万元'],
      ['不高于5%', '≤ 5 %'],
      ['不多于3次', '≤ 3 次'],
      ['最多3次', '≤ 3 次'],
    ] as const),
    ...([
      ['低于15%', '< 15 %'],
      ['少于3次', '< 3 次'],
      ['高于90%', '> 90 %'],
      ['超过10家', '> 10 家'],
      ['等于5', '= 5'],
      ['达到90%', '= 90 %'],
    ] as const),
    ...([
      ['不少于4641平方', '≥ 4641 平方'],
      ['不少于755亿元', '≥ 755 亿元'],
      ['控制在5%', '≤ 5 %'],
      ['约50人', '= 50 人'],
    ] as const),
  ],
  'words behind the number': [
    ...([
      ['90%以上', '≥ 90 %'],
      ['1200家以上', '≥ 1200 家'],
      ['20万辆以上', '≥ 20 万辆'],
      ['10亿元及以上', '≥ 10 亿元'],
      ['80或以上', '≥ 80'],
    ] as const),
    ...([
      ['2小时内', '≤ 2 小时'],
      ['5天以内', '≤ 5 天'],
      ['5个工作日之内', '≤ 5 个工作日'],
      ['3%以下', '≤ 3 %'],
      ['3次及以下', '≤ 3 次'],
    ] as const),
    ...([
      ['95%以上满意', '≥ 95 %'],
      ['控制在5%以内', '≤ 5 %'],
      ['控制在90%以上', '≥ 90 %'],
      ['不低于20家以上', '≥ 20 家'],
    ] as const),
    ...([
      ['5个以上(含5个)', '≥ 5 个'],
      ['3年内完成', '≤ 3 年'],
      ['1人/团以内', '≤ 1 人/团'],
      ['5批次以上', '≥ 5 批次'],
    ] as const),
  ],
  'so many for each, so many in': [
    ...([
      ['1人/团', '= 1 人/团'],
      ['10万元/家', '= 10 万元/家'],
      ['50元/人·天', '= 50 元/人·天'],
      ['500元/人/月', '= 500 元/人/月'],
      ['≤0.3万元/平方米/年', '≤ 0.3 万元/平方米/年'],
      ['200元/人/次以内', '≤ 200 元/人/次'],
      ['≤3/10万/年', '≤ 3 /10万/年'],
      ['1/10万', '= 1 /10万'],
    ] as const),
    ...([
      ['≤5.5/10万', '≤ 5.5 /10万'],
      ['12/10万人', '= 12 /10万'],
      ['0.9‰', '= 0.9 ‰'],
      ['2个百分点', '= 2 个百分点'],
      ['3次/年', '= 3 次/年'],
    ] as const),
  ],
  'large numbers': [
    ...([
      ['≥1000万人次', '≥ 1000 万人次'],
      ['≥9亿美元', '≥ 9 亿美元'],
      ['1亿元以上', '≥ 1 亿元'],
      ['15万人', '= 15 万人'],
      ['5百万元', '= 5 百万元'],
    ] as const),
  ],
  'below zero': [
    ['-5%', '= -5 %'],
    ['≥-0.5%', '≥ -0.5 %'],
    ['增长-2%', '= -2 %'],
    ['GB-5', '词 (数)'],
  ],
  'a sentence with one number': [
    ['在岗补助人数: 5人', '= 5 人'],
    ['全社会研发投入强度2.6%', '= 2.6 %'],
    ['出访期间参加外事活动数不少于4个', '≥ 4 个'],
    ['累计不少于20个', '≥ 20 个'],
    ['办公座椅8套', '= 8 套'],
    ['发动5家企业', '= 5 家'],
    ['至少1项知识产权且无产权纠纷', '≥ 1 项'],
    ['举办不少于2场软件企业政策宣讲培训会', '≥ 2 场'],
    ['至少举办1次区内现场促消费活动', '≥ 1 次'],
    ['双方开展对接互访交流不少于5次。每', '≥ 5 次'],
    ['协助发动5家规上制造业企业剥离研发部门,发展成规上企业', '= 5 家'],
    ['收回30.189亩用地上的建筑物', '= 30.189 亩'],
    ['高新技术企业研发投入130亿元', '= 130 亿元'],
    ['不超过2亿元人民币', '≤ 2 亿元'],
    ['2022年营业收入不超过2亿元', '≤ 2 亿元'],
    ['提升50%以上', '≥ 50 %'],
    ['较上年增长超过10%', '> 10 %'],
    ['制定《方案》1份', '= 1 份'],
    ['2025年12月31日前完成5场', '= 5 场'],
    ['按不超过计划数,完成5家', '= 5 家'],
    ['完成年度考核率 100%', '= 100 %'],
    ['得分90', '= 90'],
  ],
  'what a form has left before it': [
    ...([
      ['标准:100%', '= 100 %'],
      ['标准: ≥80%', '≥ 80 %'],
      ['标推:100%', '= 100 %'],
      ['标椎：24小时', '= 24 小时'],
      ['标准:控制数', '词'],
    ] as const),
  ],
  'words only': [
    ...[
      '',
      '正常开展',
      '提升',
      '满意',
      '是',
      '不超预算',
      '控制数',
      '实际支出不超过预算批复金额',
      '搭建"走出去"平台',
      '以上',
      '≥',
      '一次',
      '%',
    ].map((text) => [text, '词'] as const),
  ],
  'numbers that make no quantity': [
    ...[
      '2023年12月31日',
      '2025年12月31日前',
      '12月底前',
      '12月31日前',
      '2025年度',
      '15日前',
      '第3季度',
      '至少举办1-2次活动',
      '80%-90%',
    ].map((text) => [text, '词 (数)'] as const),
    ...[
      '走访3个园区和50家企业',
      '至少1次; 不少于10家',
      '7×24小时',
      '8:30',
      '2/3',
      'PM2.5达标',
      '5G基站建设',
      '建成5A级景区',
      '穗财〔2024〕42号',
    ].map((text) => [text, '词 (数)'] as const),
    ...['科技创新2030', '编写2024年统计月报', 'A4纸', '1,2号楼', 'CO2减排'].map((text) => [text, '词 (数)'] as const),
  ],
};

for (const [name, readings] of Object.entries(READINGS)) {
  test(`values: ${name}`, () => {
    assert.deepEqual(
      readings.map(([text]) => [text, shown(text)]),
      readings,
    );
  });
}

test('any text has a reading', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), languageText), (text) => {
      const reading = readValue(text);
      if (reading.kind === 'quantity') assert.match(text, /[0-9０-９]/);
      else assert.equal(reading.hasNumber, /[0-9０-９]/.test(text));
    }),
    { numRuns: 5000 },
  ));

test('what is written plainly reads as it is meant', () => {
  const operators = [
    ['≥', '≥'],
    ['≤', '≤'],
    ['>', '>'],
    ['<', '<'],
    ['=', '='],
    ['', '='],
    ['不少于', '≥'],
    ['不超过', '≤'],
  ] as const;
  const number = fc
    .tuple(fc.nat(99_999_999), fc.integer({ min: 0, max: 3 }))
    .map(([units, scale]) => (units / 10 ** scale).toFixed(scale));
  const unit = fc.constantFrom('', '%', '‰', '个', '人次', '万人次', '亿元', '元/人·天', '/10万', '平方米');
  fc.assert(
    fc.property(fc.constantFrom(...operators), number, unit, ([written, operator], digits, unitText) => {
      const reading = quantity(`${written}${digits}${unitText}`);
      assert.deepEqual(
        [reading.operator, reading.unit, reading.number.toString(reading.number.scale)],
        [operator, unitText, digits],
      );
    }),
  );
});

test('rates', () => {
  for (const text of ['100%', '0.9‰', '5/10万', '1/10万', '2个百分点', '≥90％'])
    assert.ok(isRate(quantity(text)), text);
  for (const text of ['1000件', '20个', '100家以上', '8', '1人/团', '10万元/家'])
    assert.ok(!isRate(quantity(text)), text);
});

test('万 and 亿 multiply out', () => {
  const plain = (text: string) => {
    const { number, unit } = inPlainUnit(quantity(text));
    return `${number} ${unit}`.trimEnd();
  };
  for (const text of ['1亿元', '10,000万元', '100000000元', '1000百万元']) {
    assert.equal(plain(text), text === '1000百万元' ? '1000000000 元' : '100000000 元');
  }
  assert.equal(plain('20.5万辆'), '205000 辆');
  assert.equal(plain('3万亿元'), '3000000000000 元');
  assert.equal(plain('400万'), '4000000');
  assert.equal(plain('9亿美元'), '900000000 美元');
  assert.equal(plain('5千米'), '5 千米');
  assert.equal(plain('2百分点'), '2 百分点');
  assert.equal(plain('1.5万元/家'), '15000 元/家');
});

test('money in the unit of the table, exactly', () => {
  const money = (text: string, unit: string) => moneyIn(quantity(text), unitNamed(unit))?.toString();
  assert.equal(money('1亿元', '万元'), '10000');
  assert.equal(money('10,000万元', '亿元'), '1');
  assert.equal(money('0.01元', '亿元'), '0.0000000001');
  assert.equal(money('不超过79.5万元', '元'), '795000');
  assert.equal(money('35千元', '万元'), '3.5');
  assert.equal(money('不超过2亿元人民币', '万元'), '20000');
  for (const text of ['9亿美元', '10万元/家', '5个', '100%', '400万'])
    assert.equal(money(text, '万元'), undefined, text);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profile } from '../tables.ts';
import {
  afterIndicators,
  BEHIND_LAST,
  bare,
  CLASSES,
  itemAt,
  labelsAt,
  OUTPUT,
  PROJECT,
  take,
  UNIT,
} from './completing.ts';

describe('classes where an indicator begins', () => {
  const cases: readonly (readonly [line: string, labels: readonly string[], first: string])[] = [
    ['  4、│', BEHIND_LAST, '  4、3-满意度指标; 31-服务对象满意度; '],
    ['  4、1│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、11│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、１１│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、1-│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、1-产│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、11-│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、1-质│', ['12-质量指标'], '  4、1-产出指标; 12-质量指标; '],
    ['  4、数│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、数量│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、数量指标│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、sl│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、shul│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、shuliang│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  4、产出│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、效益│', ['21-经济效益', '22-社会效益', '23-生态效益', '24-可持续影响'], '  4、2-效益指标; 21-经济效益; '],
    ['  4、社会效益指标│', ['22-社会效益'], '  4、2-效益指标; 22-社会效益; '],
    ['  4、满意│', ['31-服务对象满意度'], '  4、3-满意度指标; 31-服务对象满意度; '],
    ['  4、满yd│', ['31-服务对象满意度'], '  4、3-满意度指标; 31-服务对象满意度; '],
    [
      '  4、成本│',
      ['14-成本指标', '41-经济成本指标', '42-社会成本指标', '43-生态环境成本指标'],
      '  4、1-产出指标; 14-成本指标; ',
    ],
    ['  4、99│', [], ''],
    // other ways to number
    ['  4.│', BEHIND_LAST, '  4.3-满意度指标; 31-服务对象满意度; '],
    ['  4.1│', OUTPUT, '  4.1-产出指标; 11-数量指标; '],
    ['  4. sl│', ['11-数量指标'], '  4. 1-产出指标; 11-数量指标; '],
    ['  4)│', BEHIND_LAST, '  4)3-满意度指标; 31-服务对象满意度; '],
    ['  (4)sl│', ['11-数量指标'], '  (4)1-产出指标; 11-数量指标; '],
    ['  ④sl│', ['11-数量指标'], '  ④1-产出指标; 11-数量指标; '],
    // level 1 is there: level 2 only
    ['  4、1-产出指标; │', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、1-产出指标;│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、1-产出指标；│', OUTPUT, '  4、1-产出指标；11-数量指标; '],
    ['  4、1-产出指标; zl│', ['12-质量指标'], '  4、1-产出指标; 12-质量指标; '],
    ['  4、1-产出指标; 1│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  4、产出指标; sl│', ['11-数量指标'], '  4、产出指标; 11-数量指标; '],
    ['  4、1-产出指标; 22│', [], ''],
    ['  1-产出指标; sl│', ['11-数量指标'], '  1-产出指标; 11-数量指标; '],
    ['  4、9-其他指标; sl│', ['11-数量指标'], '  4、9-其他指标; 11-数量指标; '],
    // what stands behind the cursor gives way where it is the class, and stays where it is not
    ['  4、11│; 平台数量; 1个; 1个。', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; 平台数量; 1个; 1个。'],
    ['  4、1-产│出指标; 12-质量指标; 名称', OUTPUT, '  4、1-产出指标; 11-数量指标; 名称'],
    ['  4、1-产出指标; 1│2-质量指标; 名称', OUTPUT, '  4、1-产出指标; 11-数量指标; 名称'],
    ['  4、sl│平台数量; 1个', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; 平台数量; 1个'],
  ];
  for (const [line, labels, first] of cases) {
    it(line.trim(), async () => {
      const marked = afterIndicators(line);
      assert.deepEqual(await labelsAt(marked), labels);
      if (first) assert.equal(await take(marked), first);
    });
  }

  it('goes on from the line above where that is parted there', async () => {
    assert.equal(await take(afterIndicators('  4、1-产出指标;\n  1│')), '  11-数量指标; ');
    assert.equal(await take(afterIndicators('  4、\n  sl│')), '  1-产出指标; 11-数量指标; ');
    assert.equal(await take(afterIndicators('  4、1-产出指标;\n// 数量; 质量\n  1│')), '  11-数量指标; ');
  });

  it('says what a class is', async () => {
    const item = await itemAt(afterIndicators('  4、sl│'), '11-数量指标', bare);
    assert.equal(item.detail, '1-产出指标');
    const { documentation } = item;
    assert.ok(typeof documentation === 'object');
    assert.match(
      documentation.value,
      /^\*\*11-数量指标\*\* \(二级指标,属 1-产出指标\)\n\n计划提供的公共产品或服务的数量。/,
    );
  });
});

describe('a line of 绩效指标 without number', () => {
  const BLOCKS = [...PROJECT, ...UNIT, '引用', '合计'];
  const FIELDS = profile.fields.map(({ name }) => name);
  const cases: readonly (readonly [line: string, labels: readonly string[], first: string])[] = [
    ['  │', ['4、', ...BEHIND_LAST, ...FIELDS, ...BLOCKS], '  4、'],
    // the class above with its number comes first, the number, the classes that the digit may mean, then the others
    [
      '  4│',
      ['31-服务对象满意度', '4、', ...CLASSES.filter((name) => name.startsWith('4')), ...CLASSES.slice(0, 8)],
      '  4、3-满意度指标; 31-服务对象满意度; ',
    ],
    ['  1│', OUTPUT, '  4、1-产出指标; 11-数量指标; '],
    ['  11│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  7│', [], ''],
    ['  数│', ['11-数量指标'], '  4、1-产出指标; 11-数量指标; '],
    ['  zl│', ['12-质量指标'], '  4、1-产出指标; 12-质量指标; '],
    ['  xmmc│', PROJECT, '  项目名称: '],
    ['备│', ['备注'], '备注: '],
    ['  正文│', [], ''],
    // a number that is only being changed
    ['  4│、1-产出指标; 11-数量指标; 平台', [], ''],
    ['  │3、1-产出指标; 11-数量指标; 平台', [], ''],
    ['  1│4、1-产出指标; 11-数量指标; 平台', [], ''],
  ];
  for (const [line, labels, first] of cases) {
    it(line.trim(), async () => {
      const marked = afterIndicators(line);
      assert.deepEqual(await labelsAt(marked), labels);
      if (first) assert.equal(await take(marked), first);
    });
  }

  it('counts on from the indicator above', async () => {
    const project = '项目名称: 甲\n绩效指标:\n';
    const next = async (above: string, line = '│') => (await labelsAt(`${project}${above}\n${line}`))[0];
    assert.equal(await next(''), '1、');
    assert.equal(await next('1、11; 数; 1个。'), '2、');
    assert.equal(await next('1、11; 数; 1个。\n7、11; 量; 1个。'), '8、');
    assert.equal(await next('③11; 数; 1个。'), '4、');
    assert.equal(await next('11-数量指标; 数; 1个。\n12-质量指标; 量; 1个。'), '3、');
    assert.ok((await labelsAt(`${project}11、11; 数; 1个。\n1│`)).includes('12、'));
    assert.equal(await next('4、11; 数; 1个。', '5│'), '11-数量指标');
  });

  it('begins behind the label, too', async () => {
    assert.equal(await take('项目名称: 甲\n绩效指标: sl│'), '绩效指标: 1、1-产出指标; 11-数量指标; ');
  });
});

describe('the first line of 绩效指标', () => {
  const cases: readonly (readonly [line: string, labels: readonly string[], first: string])[] = [
    // number and class in one go; the number alone stands behind the classes that the digit means
    ['1│', [...OUTPUT, '1、', ...CLASSES.slice(OUTPUT.length)], '1、1-产出指标; 11-数量指标; '],
    ['１│', [...OUTPUT, '1、', ...CLASSES.slice(OUTPUT.length)], '1、1-产出指标; 11-数量指标; '],
    ['11│', ['11-数量指标'], '1、1-产出指标; 11-数量指标; '],
    ['2│', CLASSES.filter((name) => name.startsWith('2')), '1、2-效益指标; 21-经济效益; '],
    ['1-│', OUTPUT, '1、1-产出指标; 11-数量指标; '],
    ['1-产出指标│', OUTPUT, '1、1-产出指标; 11-数量指标; '],
    ['11-数量│', ['11-数量指标'], '1、1-产出指标; 11-数量指标; '],
    ['数│', ['11-数量指标'], '1、1-产出指标; 11-数量指标; '],
    ['数量│', ['11-数量指标'], '1、1-产出指标; 11-数量指标; '],
    ['数量指标│', ['11-数量指标'], '1、1-产出指标; 11-数量指标; '],
    ['sl│', ['11-数量指标'], '1、1-产出指标; 11-数量指标; '],
    ['1│1-数量指标; 平台数量', OUTPUT, '1、1-产出指标; 11-数量指标; 平台数量'],
    ['│数量指标; 平台数量', CLASSES, '1、1-产出指标; 11-数量指标; 平台数量'],
    // the class is written, and more is to follow it
    ['1-产出指标; 1│', OUTPUT, '1-产出指标; 11-数量指标; '],
    ['11-数量指标; 培训班│', ['培训班次'], `11-数量指标; 培训班次; 实施周期指标值:≥\${1:2}期; 年度指标值:≥$1期。$0`],
    ['甲。2-效益指标│', CLASSES.filter((name) => name.startsWith('2')), '甲。2-效益指标; 21-经济效益; '],
    ['1、1│', OUTPUT, '1、1-产出指标; 11-数量指标; '],
  ];
  for (const [line, labels, first] of cases) {
    it(line, async () => {
      const marked = `项目名称: 甲\n绩效指标:\n  ${line}\n`;
      assert.deepEqual((await labelsAt(marked)).slice(0, labels.length), labels);
      assert.equal(await take(marked), `  ${first}`);
      assert.equal(await take(`项目名称: 甲\n绩效指标: ${line}\n`), `绩效指标: ${first}`);
    });
  }
});

it('a code means its class where the number is another or not typed out', async () => {
  const above = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}、11; 数${i}; 1个。`).join('\n');
  const taken = (count: number, line: string) => take(`项目名称: 甲\n绩效指标:\n${above(count)}\n${line}`);
  assert.equal(await taken(1, '1│'), '2、1-产出指标; 11-数量指标; ');
  assert.equal(await taken(1, '2│'), '2、1-产出指标; 11-数量指标; ');
  assert.equal(await taken(10, '1│'), '11、1-产出指标; 11-数量指标; ');
  assert.equal(await taken(10, '11│'), '11、1-产出指标; 11-数量指标; ');
  assert.equal(await taken(14, '15│'), '15、1-产出指标; 11-数量指标; ');
});

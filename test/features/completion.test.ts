import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { client, profile } from '../tables.ts';
import { completionsAt, EXAMPLE, environment, exampleWith, lineWithItem, MARK, openMarked, withItem } from './marks.ts';

/** What begins a project, and a unit: the label, and the whole of it. */
const PROJECT = ['项目名称', '项目: 各栏和各类指标', '项目: 各栏和第一条指标'];
const UNIT = ['资金使用单位', '单位: 名称和金额'];
const LAST_INDICATOR = '  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。';
const CLASSES = profile.classes.flatMap(({ children }) => children.map(({ code, name }) => `${code}-${name}`));
const OUTPUT = CLASSES.filter((name) => name.startsWith('1'));
/** As they come below an indicator of satisfaction, such as the example's last. */
const BEHIND_LAST = [...CLASSES.slice(CLASSES.indexOf('31-服务对象满意度')), ...CLASSES.slice(0, 8)];

/** A bare client: neither tab stops nor our commands. */
const bare: ServiceEnvironment = {
  ...environment,
  client: { ...client, snippets: false, replaceRanges: false, resolvesCompletions: false, vscode: false },
};

/** The example with a line of one's own below its last full indicator. */
const afterIndicators = (line: string) => exampleWith({ below: LAST_INDICATOR }, line);

async function labelsAt(marked: string, given?: ServiceEnvironment): Promise<string[]> {
  return (await completionsAt(marked, given)).items.map(({ label }) => label);
}

async function itemAt(marked: string, label: string, given?: ServiceEnvironment): Promise<CompletionItem> {
  const { items } = await completionsAt(marked, given);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} among ${items.map((other) => other.label).join(' | ')}`);
  return item;
}

/** What becomes of the marked line when an item is taken, the first one where none is named. */
async function take(marked: string, label?: string, given?: ServiceEnvironment): Promise<string> {
  const name = label ?? (await labelsAt(marked, given))[0];
  assert.ok(name, 'nothing is offered');
  return lineWithItem(marked, await itemAt(marked, name, given));
}

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
    const item = await itemAt(afterIndicators('  4、sl│'), '11-数量指标');
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

describe('standard names', () => {
  const QUANTITY = '  4、1-产出指标; 11-数量指标; ';
  const SATISFACTION = '  4、3-满意度指标; 31-服务对象满意度; ';

  it('are found by characters, initials and pinyin, those that begin so first', async () => {
    const first = async (line: string) => (await labelsAt(afterIndicators(line))).slice(0, 3);
    assert.deepEqual(await first(`${QUANTITY}培训│`), ['培训班次', '培训人次', '培训人数']);
    assert.deepEqual(await first(`${QUANTITY}pxr│`), ['培训人次', '培训人数']);
    assert.deepEqual(await first(`${QUANTITY}peixunren│`), ['培训人次', '培训人数']);
    assert.deepEqual(await first(`${QUANTITY}培xr│`), ['培训人次', '培训人数']);
    assert.deepEqual(await first(`${SATISFACTION}群z满│`), ['群众满意度', '辖区群众满意度', '办事群众满意度']);
    assert.equal((await first(`${SATISFACTION}满yd│`))[0], '服务对象满意度');
    assert.deepEqual(await first('  4、12; 合格lv│'), await first('  4、12; 合格lu│'));
  });

  it('are those of the class', async () => {
    const names = await labelsAt(afterIndicators(`${QUANTITY}│`));
    const catalogue = await environment.loadCatalogue('guangzhou');
    assert.deepEqual(names, [
      // the one that is in use
      '建设信息平台数量',
      ...catalogue.filter((indicator) => indicator.class === '11').map(({ name }) => name),
    ]);
  });

  it('bring their values, with a stop at the first that the second repeats', async () => {
    assert.equal(
      await take(afterIndicators(`${SATISFACTION}服务│`)),
      `${SATISFACTION}服务对象满意度; 实施周期指标值:≥\${1:90}%; 年度指标值:≥$1%。$0`,
    );
    assert.equal(
      await take(afterIndicators(`${QUANTITY}培训人次│`)),
      `${QUANTITY}培训人次; 实施周期指标值:\${1}人次; 年度指标值:\${1}人次。$0`,
    );
  });

  it('bring their values without stops for a client that knows none', async () => {
    assert.equal(
      await take(afterIndicators(`${SATISFACTION}服务│`), undefined, bare),
      `${SATISFACTION}服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。`,
    );
    assert.equal(
      await take(afterIndicators(`${QUANTITY}培训人次│`), undefined, bare),
      `${QUANTITY}培训人次; 实施周期指标值:`,
    );
  });

  it('come alone where values stand behind the cursor', async () => {
    const values = '; 实施周期指标值:1个; 年度指标值:1个。';
    assert.equal(await take(afterIndicators(`${QUANTITY}培训班│${values}`)), `${QUANTITY}培训班次${values}`);
    assert.equal(await take(afterIndicators(`${QUANTITY}培训│班次${values}`)), `${QUANTITY}培训班次${values}`);
    assert.equal(await take(afterIndicators(`${QUANTITY}培训班│\n   ${values}`)), `${QUANTITY}培训班次`);
    assert.equal(await take(afterIndicators(`${QUANTITY}培训班│; 1个`)), `${QUANTITY}培训班次; 1个`);
  });

  it('stand behind a code of the third level', async () => {
    assert.equal(
      await take(afterIndicators('  4、2-效益指标; 22-社会效益; 222192406-受益人│; 1人')),
      '  4、2-效益指标; 22-社会效益; 222192406-受益人数; 1人',
    );
  });

  it('are offered with their classes where what is typed is no class', async () => {
    assert.equal(
      await take(afterIndicators('  4、培训班│'), undefined, bare),
      '  4、1-产出指标; 11-数量指标; 培训班次; 实施周期指标值:≥2期; 年度指标值:≥2期。',
    );
    assert.equal(
      await take(afterIndicators('  4、1-产出指标; 培训班│'), undefined, bare),
      '  4、1-产出指标; 11-数量指标; 培训班次; 实施周期指标值:≥2期; 年度指标值:≥2期。',
    );
    assert.equal(
      await take('项目名称: 甲\n绩效指标:\n数量指标:\n1、培训班│', undefined, bare),
      '1、培训班次; 实施周期指标值:≥2期; 年度指标值:≥2期。',
    );
  });

  it('say what they are', async () => {
    const marked = afterIndicators(`${SATISFACTION}服务│`);
    const { detail, documentation } = await itemAt(marked, '服务对象满意度', bare);
    assert.equal(detail, '31-服务对象满意度 · % · 越高越好 · ≥90%');
    assert.ok(typeof documentation === 'object');
    assert.match(documentation.value, /^\*\*服务对象满意度\*\* \(31-服务对象满意度\)\n\n.+\n\n- 计算公式: /);
    // where the client can ask, once somebody looks
    const item = await itemAt(marked, '服务对象满意度');
    assert.equal(item.documentation, undefined);
    const resolved = await createLanguageService(environment).resolveCompletion(openMarked(marked).document, item);
    assert.deepEqual(resolved.documentation, documentation);
  });

  it('read back as the name in its class with its values, every one of them', async () => {
    const catalogue = await environment.loadCatalogue('guangzhou');
    for (const { children } of profile.classes) {
      for (const { code } of children) {
        const marked = `项目名称: 甲\n绩效指标:\n1、${code}; │`;
        const { items } = await completionsAt(marked, bare);
        const names = catalogue.filter((indicator) => indicator.class === code);
        assert.equal(items.length, names.length);
        for (const [i, item] of items.entries()) {
          const text = withItem(marked, item);
          const document = createLanguageService(bare).open('file:///b.jxmb', 'jxmb', 0, text);
          const [indicator, ...others] = document.row(document.blocks.blocks.first() as Block).indicators;
          const standard = names[i];
          assert.ok(indicator && standard && others.length === 0, text);
          assert.deepEqual([indicator.level2?.code, indicator.name], [code, standard.name]);
          const { typical } = standard;
          assert.deepEqual(
            indicator.values.map((value) => [value.label?.name, value.text]),
            typical === undefined
              ? [['实施周期指标值', '']]
              : [
                  ['实施周期指标值', typical],
                  ['年度指标值', typical],
                ],
          );
        }
      }
    }
  });
});

describe('value labels', () => {
  const NAMED = '  4、1-产出指标; 11-数量指标; 培训班次;';
  const OWN = '  4、1-产出指标; 11-数量指标; 自己的名称;';
  const cases: readonly (readonly [line: string, labels: readonly string[], first: string])[] = [
    [
      `${NAMED}│`,
      ['实施周期指标值:≥2期; 年度指标值:≥2期。', '实施周期指标值:', '年度指标值:'],
      `${NAMED} 实施周期指标值:≥\${1:2}期; 年度指标值:≥$1期。$0`,
    ],
    [
      `${OWN} │`,
      ['实施周期指标值:; 年度指标值:', '实施周期指标值:', '年度指标值:'],
      `${OWN} 实施周期指标值:\${1}; 年度指标值:\${1}。$0`,
    ],
    [
      `${OWN} ss│`,
      ['实施周期指标值:; 年度指标值:', '实施周期指标值:'],
      `${OWN} 实施周期指标值:\${1}; 年度指标值:\${1}。$0`,
    ],
    [
      `${OWN} 实施周期指标值:5个; │`,
      ['年度指标值:5个。', '年度指标值:'],
      `${OWN} 实施周期指标值:5个; 年度指标值:5个。`,
    ],
    [
      `${OWN} 实施周期指标值:5个; 年│`,
      ['年度指标值:5个。', '年度指标值:'],
      `${OWN} 实施周期指标值:5个; 年度指标值:5个。`,
    ],
    [
      `${OWN} 实施周期指标值:5个; nd│`,
      ['年度指标值:5个。', '年度指标值:'],
      `${OWN} 实施周期指标值:5个; 年度指标值:5个。`,
    ],
    [
      `${OWN} 实施周期指标值:1\\;2; │`,
      ['年度指标值:1\\;2。', '年度指标值:'],
      `${OWN} 实施周期指标值:1\\;2; 年度指标值:1\\;2。`,
    ],
    [`${OWN} │; 年度指标值:5个。`, ['实施周期指标值:'], `${OWN} 实施周期指标值; 年度指标值:5个。`],
    [`${OWN} 实施周期指标值:5个; 年度指标值:│`, ['5个'], `${OWN} 实施周期指标值:5个; 年度指标值:5个。`],
    [`${NAMED} 实施周期指标值:│`, ['≥2期', '期', '≥期', '不少于期'], `${NAMED} 实施周期指标值:≥2期; `],
    [`${NAMED} 实施周期指标值:≥│`, ['≥2期', '≥期'], `${NAMED} 实施周期指标值:≥2期; `],
    [`${OWN} 实施周期指标值:5个; 年│度指标值:1`, ['年度指标值:'], `${OWN} 实施周期指标值:5个; 年度指标值:1`],
    [`${OWN} 实施周期指标值:│`, [], ''],
    [`${OWN} 实施周期指标值:5个; 年度指标值:5个。│`, [], ''],
    [`${OWN} 实施周期指标值:举办活动; 评选│`, [], ''],
  ];
  for (const [line, labels, first] of cases) {
    it(line.trim(), async () => {
      const marked = afterIndicators(line);
      assert.deepEqual(await labelsAt(marked), labels);
      if (first) assert.equal(await take(marked), first);
    });
  }

  it('are not put together for a client without stops where there is no value', async () => {
    assert.deepEqual(await labelsAt(afterIndicators(`${OWN} │`), bare), ['实施周期指标值:', '年度指标值:']);
  });
});

describe('labels at the start of a line', () => {
  it('are those that the block may hold and does not', async () => {
    assert.deepEqual(await labelsAt('│'), [
      ...['部门名称', '年度', '单位', '版式'],
      ...['合计', ...UNIT, ...PROJECT, '引用'],
    ]);
    assert.deepEqual(await labelsAt(exampleWith({ below: '单位: 万元' }, '│')), [
      ...['年度', '版式'],
      ...['合计', ...UNIT, ...PROJECT, '引用'],
    ]);
    assert.deepEqual(await labelsAt('合计\n总计: 1\n│'), [
      ...['财政拨款', '财政专户拨款', '其他资金'],
      ...[...UNIT, ...PROJECT, '引用'],
    ]);
    assert.deepEqual(await labelsAt('项目名称: 甲\n总计: 1\n项目编码: 2\n│'), [
      ...['财政拨款', '财政专户拨款', '其他资金', '绩效目标', '绩效指标'],
      ...['项目类别', '主管部门', '起止日期', '项目负责人', '联系电话', '立项依据', '备注'],
      ...[...PROJECT, ...UNIT, '引用', '合计'],
    ]);
  });

  const cases: readonly (readonly [typed: string, labels: readonly string[], line: string])[] = [
    ['财│', ['财政拨款', '财政专户拨款'], '财政拨款: '],
    ['czbk│', ['财政拨款'], '财政拨款: '],
    ['caizhengz│', ['财政专户拨款'], '财政专户拨款: '],
    ['拨款│', ['财政拨款', '财政专户拨款'], '财政拨款: '],
    ['  jxmb│', ['绩效目标'], '  绩效目标: '],
    ['jixiaozhi│', ['绩效指标'], '绩效指标:\n  1、'],
    ['年度资金总额│', ['总计'], '总计: '],
    ['主管│', ['主管部门'], '主管部门: '],
    ['项目名│', PROJECT, '项目名称: '],
    ['填报│', ['资金使用单位'], '资金使用单位: '],
    ['hj│', ['合计'], '合计\n'],
    ['绩效│目标: 办好活动。', ['绩效目标'], '绩效目标: 办好活动。'],
    ['绩效目标│: 办好活动。', ['绩效目标'], '绩效目标: 办好活动。'],
    ['其中:│', ['财政拨款', '财政专户拨款', '其他资金'], '其中:财政拨款: '],
    ['其中: qt│', ['其他资金'], '其中: 其他资金: '],
    ['财│政有钱', [], ''],
    ['没有这个│', [], ''],
  ];
  for (const [typed, labels, line] of cases) {
    it(typed, async () => {
      const marked = `项目名称: 甲\n${typed}\n`;
      assert.deepEqual(await labelsAt(marked), labels);
      if (line) assert.equal(await take(marked), line);
    });
  }

  it('of a line that begins a block are up to the block above', async () => {
    assert.equal(await take('项目名称: 甲\n总计: 1\n项目│名称: 乙\n'), '项目名称: 乙');
    assert.equal(await take('项目名称: 甲\n合计│'), '合计\n');
    assert.deepEqual(await labelsAt('项目名称: 甲\n│项目名称: 乙\n'), ['项目名称']);
  });

  it('end a goal only where they look like one', async () => {
    const goal = (line: string) => `项目名称: 甲\n绩效目标:\n  1. 办好活动。\n${line}\n`;
    assert.deepEqual(await labelsAt(goal('绩效│')), ['绩效指标']);
    assert.deepEqual(await labelsAt(goal('jx│')), ['绩效指标']);
    assert.deepEqual(await labelsAt(goal('项目│')), ['项目名称']);
    assert.deepEqual(await labelsAt(goal('资金使│')), ['资金使用单位']);
    for (const line of [
      '│',
      '绩│',
      'j│',
      '总计│',
      '合│',
      '合计│',
      'hj│',
      'xm│',
      '项│',
      '预算│',
      '1│',
      '11│',
      '2025│',
      '备注│',
      '指标│',
      '  2. │',
      '  2、1│',
      '完成总计:│',
    ]) {
      assert.deepEqual(await labelsAt(goal(line)), [], line);
    }
    assert.deepEqual(await labelsAt('项目名称: 甲\n绩效目标: 绩效│'), []);
    for (const { preselect } of (await completionsAt(goal('绩效│'))).items) assert.equal(preselect, undefined);
  });

  it('come first by their own name, then by another, then by what is in the middle', async () => {
    const above = ['', '合计\n总计: 1\n', '资金使用单位: 甲\n总计: 1\n\n', '项目名称: 甲\n总计: 1\n\n'];
    for (const text of above) {
      for (const typed of ['项目', '项', 'xm', 'x', 'xiangm']) {
        assert.equal((await labelsAt(`${text}${typed}│\n`))[0], '项目名称', `${text}${typed}`);
      }
    }
    assert.deepEqual((await labelsAt('项目名称: 甲\n项目│')).slice(0, 6), [
      ...[...PROJECT, '项目编码', '项目类别', '项目负责人'],
    ]);
  });

  it('come before the classes that have in the middle what they begin with', async () => {
    for (const typed of ['项目', '项', 'xm']) {
      assert.equal((await labelsAt(afterIndicators(`${typed}│`)))[0], '项目名称', typed);
    }
    for (const typed of ['1', '11', '数', 'sl']) {
      assert.equal((await labelsAt(afterIndicators(`${typed}│`)))[0], '11-数量指标', typed);
    }
    const labels = await labelsAt('项目名称: 甲\n绩效指标:\n1、11; 数; 1个。\njx│');
    assert.ok(labels.indexOf('21-经济效益') >= 0);
    assert.ok(labels.indexOf('21-经济效益') < labels.indexOf('绩效目标'), labels.join(' '));
  });
});

describe('amounts', () => {
  const cases: readonly (readonly [table: string, offers: readonly (readonly [string, string])[], line?: string])[] = [
    ['项目名称: 甲\n总计: │\n财政拨款: 100\n其他资金: 20.5', [['120.50', '各资金来源之和']], '总计: 120.50'],
    ['项目名称: 甲\n总计:│\n财政拨款: 100', [['100.00', '各资金来源之和']], '总计: 100.00'],
    ['项目名称: 甲\n总计：│\n财政拨款: 1234', [['1,234.00', '各资金来源之和']], '总计：1,234.00'],
    ['项目名称: 甲\n总计: 12│\n财政拨款: 1234', []],
    ['项目名称: 甲\n总计: │\n财政拨款: 约100', []],
    ['项目名称: 甲\n总计: 120\n财政拨款: 100\n其他资金: │', [['20.00', '总额减去其他来源']], '其他资金: 20.00'],
    ['项目名称: 甲\n总计: 120\n财政拨款: │', [['120.00', '总额减去其他来源']]],
    ['项目名称: 甲\n总计: 120\n财政拨款: 120\n其他资金: │', []],
    ['资金使用单位: 甲\n总计: │\n项目名称: 乙\n总计: 1\n项目名称: 丙\n总计: 2', [['3.00', '本单位 2 个项目之和']]],
    [
      '资金使用单位: 甲\n总计: │\n财政拨款: 4\n项目名称: 乙\n总计: 1',
      [
        ['1.00', '本单位 1 个项目之和'],
        ['4.00', '各资金来源之和'],
      ],
    ],
    ['合计\n总计: │\n资金使用单位: 甲\n总计: 1\n资金使用单位: 乙\n总计: 2', [['3.00', '各预算单位之和']]],
    ['项目名称: 甲\n总计: │ 元', []],
  ];
  for (const [table, offers, line] of cases) {
    it(table.replaceAll('\n', ' '), async () => {
      const { items } = await completionsAt(table);
      assert.deepEqual(
        items.map(({ label, detail }) => [label, detail]),
        offers,
      );
      if (line) assert.equal(await take(table), line);
    });
  }

  it('have a unit', async () => {
    assert.deepEqual(await labelsAt('单位: │'), ['万元', '元', '千元', '亿元']);
    assert.deepEqual(await labelsAt('单位: y│'), ['元', '亿元']);
    assert.deepEqual(await labelsAt('单位: 元│'), []);
    assert.deepEqual(await labelsAt('单位: 万│'), ['万元']);
    assert.equal(await take('单位:wany│'), '单位: 万元');
  });
});

describe('comments', () => {
  it('hold directives and the rules they name', async () => {
    assert.deepEqual(await labelsAt('// jxmb-│'), [
      ...['jxmb-disable-next-line', 'jxmb-disable', 'jxmb-enable', 'jxmb-disable-file'],
    ]);
    assert.equal(await take('//jxmb-disable-n│'), '//jxmb-disable-next-line ');
    assert.equal(await take('// jxmb-disable total│'), '// jxmb-disable total-mismatch');
    assert.equal(await take('// jxmb-disable total-mismatch, sum-m│'), '// jxmb-disable total-mismatch, sum-mismatch');
    assert.ok(!(await labelsAt('// jxmb-disable total-mismatch, │')).includes('total-mismatch'));
  });

  it('name first the rules that find something where they are to be turned off', async () => {
    const project = (comment: string) => `项目名称: 甲
总计: 10.00
${comment}
// 说明
财政拨款: 9,0.00
绩效目标: 办好讲座。`;
    assert.equal((await labelsAt(project('// jxmb-disable-next-line │')))[0], 'amount-invalid');
    assert.equal((await labelsAt(project('// jxmb-disable │')))[0], 'amount-invalid');
    assert.ok((await labelsAt(project('// jxmb-disable-file │'))).slice(0, 3).includes('missing-indicators'));
    assert.ok(!(await labelsAt(project('// jxmb-disable-next-line │'))).slice(0, 1).includes('missing-indicators'));
  });

  it('take the title of a rule for its id', async () => {
    assert.deepEqual(await labelsAt('// jxmb-disable 尾差│'), ['sum-rounding']);
    assert.equal(await take('// jxmb-disable 尾差│'), '// jxmb-disable sum-rounding');
  });

  it('hold nothing else', async () => {
    for (const line of ['//│', '// │', '// 财│', '// 1│', '/│/', '／／ sl│', '// jxmb-disable total-mismatch: 有│']) {
      assert.deepEqual(await labelsAt(`项目名称: 甲\n${line}`), [], line);
      assert.deepEqual(await labelsAt(`项目名称: 甲\n绩效指标:\n  1、11; 数; 1个。\n  ${line}`), [], line);
    }
    assert.deepEqual(await labelsAt('项目名称: 甲\n<<<<<<< │'), []);
  });
});

describe('items as the protocol has them', () => {
  it('ask for the list again where more is due, if the client knows how', async () => {
    const more = async (marked: string, label: string, given?: ServiceEnvironment) =>
      (await itemAt(marked, label, given)).command?.command;
    const again = 'editor.action.triggerSuggest';
    assert.equal(await more(afterIndicators('  4、sl│'), '11-数量指标'), again);
    assert.equal(await more(afterIndicators('  4│'), '4、'), again);
    assert.equal(await more('│', '单位'), again);
    assert.equal(await more('项目名称: 甲\n财政拨款: 1\n│', '总计'), again);
    assert.equal(await more('项目名称: 甲\n│', '总计'), undefined);
    assert.equal(await more(afterIndicators('  4、sl│'), '11-数量指标', bare), undefined);
    assert.equal(await more(afterIndicators('  4、11; 培训班│'), '培训班次'), undefined);
  });

  it('keep to the line end of the document', async () => {
    assert.equal(
      withItem('项目名称: 甲\r\njxzb│\r\n', await itemAt('项目名称: 甲\r\njxzb│\r\n', '绩效指标')),
      '项目名称: 甲\r\n绩效指标:\r\n  1、\r\n',
    );
  });

  it('speak English to those who read it', async () => {
    const english: ServiceEnvironment = { ...bare, language: 'en' };
    const { detail, documentation } = await itemAt(afterIndicators('  4、11; 培训班│'), '培训班次', english);
    assert.equal(detail, '11-数量指标 · 期 · higher is better · ≥2期');
    assert.ok(typeof documentation === 'object');
    assert.match(documentation.value, /Number of training courses held in the year\.\n\n- Unit: 期\n/);
    assert.equal((await itemAt(afterIndicators('  4│'), '4、', english)).detail, 'next indicator');
  });

  it('replace what was typed and nothing but what they repeat, wherever the cursor stands', async () => {
    const lines = ['  4、1-产出指标; 1', '  sl', '  4、培训', '财', '// jxmb-d', '其中:', '单位: ', '总计: '];
    for (const text of [EXAMPLE, ...lines.map((line) => exampleWith({ below: LAST_INDICATOR }, line))]) {
      for (let at = 0; at <= text.length; at++) {
        const marked = `${text.slice(0, at)}${MARK}${text.slice(at)}`;
        const { position } = openMarked(marked);
        const { isIncomplete, items } = await completionsAt(marked);
        // A label typed up to its colon makes the line no longer the goal's.
        const labels = [...text.slice(0, at).matchAll(/(?:绩效目标|绩效指标|项目名称):/g)];
        const inGoal = labels.at(-1)?.[0] === '绩效目标:';
        assert.ok(isIncomplete);
        assert.equal(new Set(items.map(({ label, detail }) => `${label} ${detail}`)).size, items.length, marked);
        for (const [i, item] of items.entries()) {
          assert.ok(item.textEdit);
          const edit = item.textEdit;
          const { start, end } = 'range' in edit ? edit.range : edit.replace;
          if ('insert' in edit) {
            const { insert, replace } = edit;
            assert.deepEqual(insert.start, replace.start);
            assert.ok(insert.end.character < replace.end.character && position.character <= insert.end.character);
          }
          assert.deepEqual([start.line, end.line], [position.line, position.line]);
          assert.ok(start.character <= position.character && position.character <= end.character);
          const typed = text.slice(at - position.character + start.character, at);
          assert.equal(item.filterText, typed === '' ? undefined : typed);
          assert.equal(item.preselect, i === 0 && !inGoal ? true : undefined);
          assert.ok(i === 0 || (items[i - 1]?.sortText ?? '') < (item.sortText ?? ''));
        }
      }
    }
  });

  it('are none where the document changes while words are loaded', async () => {
    const lines = ['  4、sl│', '  4、11; 培│', '  4、11; 培训班次; │', '  财│'];
    for (const line of lines) {
      for (const late of ['loadPinyin', 'loadCatalogue'] as const) {
        let go = () => {};
        const gate = new Promise<void>((resolve) => {
          go = resolve;
        });
        const slow: ServiceEnvironment = {
          ...environment,
          loadPinyin: () => (late === 'loadPinyin' ? gate : Promise.resolve()).then(environment.loadPinyin),
          loadCatalogue: (id) =>
            (late === 'loadCatalogue' ? gate : Promise.resolve()).then(() => environment.loadCatalogue(id)),
        };
        const { document, position } = openMarked(afterIndicators(line), slow);
        const list = createLanguageService(slow).complete(document, position);
        await new Promise(setImmediate);
        document.update([{ text: '合计\n' }], 1);
        go();
        const { isIncomplete, items } = await list;
        assert.ok(isIncomplete);
        // A label needs no catalogue: it was answered before the edit.
        if (late === 'loadPinyin' || line !== '  财│') assert.deepEqual(items, [], `${line} ${late}`);
      }
    }
  });

  it('cost the same in a large table', async () => {
    const project = EXAMPLE.slice(EXAMPLE.indexOf('项目名称'));
    const text = `${EXAMPLE}\n${project.repeat(300)}`;
    const service = createLanguageService(environment);
    for (const typed of [
      '资金使用单位: 乙\n总计: │\n项目名称: 丙\n总计: 3',
      '项目名称: 乙\n总计: │\n财政拨款: 3',
      '项目名称: 乙\n项目│',
      '项目名称: 乙\n绩效指标:\n  1、sl│',
      '项目名称: 乙\n财│',
      '项目名称: 乙\n绩效指标:\n1、11; 培│',
    ]) {
      const { document, position } = openMarked(`${text}${typed}\n${project.repeat(300)}`);
      document.findings();
      // What the whole table writes is counted by and by.
      while (document.uses.read(1000) > 0);
      const read = new Set<Block>();
      const row = document.row.bind(document);
      document.row = (block) => {
        read.add(block);
        return row(block);
      };
      const { items } = await service.complete(document, position);
      assert.ok(items.length > 0 && read.size <= 1, `${read.size} blocks were read`);
    }
  });
});

describe('weights and explanations', () => {
  const table = (...lines: string[]) => `版式: central-2021\n项目名称: 甲\n绩效指标:\n${lines.join('\n')}`;
  const NAMED = '1、1-产出指标; 11-数量指标; 培训班次;';
  const WEIGHTED = '1、1-产出指标; 11-数量指标; 培训人次; 年度指标值:≥300人次; 权重:20。';

  it('are not written where no indicator has a weight', async () => {
    assert.equal(await take(table(`${NAMED}│`)), `${NAMED} 年度指标值:≥$\{1:2}期。$0`);
    assert.deepEqual(await labelsAt(table(`${NAMED}│`)), ['年度指标值:≥2期。', '年度指标值:', '权重:', '指标解释:']);
  });

  it('a weight gets a tab stop of its own where another indicator has one', async () => {
    assert.equal(await take(table(WEIGHTED, '2、11; 培训班│')), `2、11; 培训班次; 年度指标值:≥$\{1:2}期; 权重:$2。$0`);
    assert.equal(
      await take(table(WEIGHTED, '2、11; 培训班│'), undefined, bare),
      '2、11; 培训班次; 年度指标值:≥2期; 权重:',
    );
  });

  it('are no values: neither takes the value, nor gives it', async () => {
    assert.deepEqual(await labelsAt(table(`${NAMED} 年度指标值:≥3期; │`)), ['权重:', '指标解释:']);
    assert.deepEqual(await labelsAt(table(`${NAMED} 年度指标值:≥3期; 权重:│`)), []);
    assert.equal((await labelsAt(table(`${NAMED} 权重:10; 年度指标值:│`)))[0], '≥2期');
  });

  it('a name is offered in the classes that the profile has', async () => {
    const marked = table('1、项目总成│');
    const names = (await labelsAt(marked)).filter((label) => label === '项目总成本');
    assert.deepEqual(names, ['项目总成本']);
    assert.match(await take(marked), /^1、4-成本指标; 41-经济成本指标; 项目总成本; 年度指标值:/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { profile } from '../tables.ts';
import { afterIndicators, bare, itemAt, labelsAt, take } from './completing.ts';
import { completionsAt, environment, withItem } from './marks.ts';

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

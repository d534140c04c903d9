import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import centralJson from '../../server/src/profile/central-2021.json' with { type: 'json' };
import catalogueJson from '../../server/src/profile/guangzhou.indicators.json' with { type: 'json' };
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import judgingJson from '../../server/src/profile/judging.json' with { type: 'json' };
import pinyinJson from '../../server/src/profile/pinyin.json' with { type: 'json' };
import schema from '../../server/src/profile/profile.schema.json' with { type: 'json' };
import type { LevelTwoClass, StandardIndicator, WholeProfile } from '../../server/src/profile/profile.ts';

const profile = profileJson as WholeProfile;
const central = centralJson as WholeProfile;
/** The profiles that the product has. */
const profiles: readonly WholeProfile[] = [profile, central];
const catalogue = catalogueJson as readonly StandardIndicator[];
const pinyin: Readonly<Record<string, string>> = pinyinJson;
const levelTwo: readonly LevelTwoClass[] = profile.classes.flatMap((one) => one.children);

function allClasses({ classes }: WholeProfile) {
  return classes.flatMap((one) => [one, ...one.children]);
}

const ajv = new Ajv({ allErrors: true });
ajv.addKeyword('defaultSnippets');

/** How names are compared when a table is read: without spaces and without 指标 at the end. */
function key(name: string): string {
  return name.replace(/\s/g, '').replace(/指标$/, '');
}

function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function ofClass(code: string): readonly StandardIndicator[] {
  return catalogue.filter((indicator) => indicator.class === code);
}

function named(names: readonly StandardIndicator[]): readonly string[] {
  return names.map((indicator) => `${indicator.class} ${indicator.name}`);
}

/** Every word of both kinds of class must lead to one class of its level only. */
function assertUnambiguous(classes: readonly LevelTwoClass[]): void {
  const owner = new Map<string, string>();
  for (const { code, name, aliases } of classes) {
    for (const word of [name, ...aliases]) {
      assert.ok(!owner.has(key(word)), `${word} stands for ${owner.get(key(word))} and ${code}`);
      owner.set(key(word), code);
    }
  }
}

test('the profiles satisfy their schema', () => {
  const validate = ajv.compile(schema);
  for (const json of [profileJson, centralJson]) assert.ok(validate(json), ajv.errorsText(validate.errors));
});

test('a profile may bring any word or threshold that rules judge by, and nothing else', () => {
  const validate = ajv.compile(schema);
  assert.ok(validate({ ...profileJson, judging: judgingJson }), ajv.errorsText(validate.errors));
  assert.deepEqual(Object.keys(schema.definitions.judging.properties).sort(), Object.keys(judgingJson).sort());
  for (const [key, value] of Object.entries(judgingJson)) {
    assert.ok(validate({ ...profileJson, judging: { [key]: value } }), key);
    assert.ok(!validate({ ...profileJson, judging: { [key]: 'word' } }), key);
  }
});

test('weights may be fixed for classes of either level', () => {
  const validate = ajv.compile(schema);
  const demands = (classes: object) => ({
    ...centralJson,
    demands: { ...centralJson.demands, weights: { sums: [90], classes } },
  });
  assert.ok(validate(demands({ 1: [50], 31: [10, 15] })), ajv.errorsText(validate.errors));
  assert.ok(!validate(demands({ 成本: [50] })));
  assert.ok(!validate(demands({ 1: 50 })));
});

test('the schema is strict: no unknown property, no bad code, no missing language', () => {
  const validate = ajv.compile(schema);
  const broken: readonly ((draft: Record<string, unknown>) => void)[] = [
    (draft) => Object.assign(draft, { colour: 'red' }),
    (draft) => Object.assign(draft, { name: { zh: '只有中文' } }),
    (draft) => Object.assign(draft, { id: 'two words' }),
    (draft) => Object.assign(draft, { demands: { required: ['11'], expected: [] } }),
    (draft) => Object.assign(draft, { judging: { colours: ['red'] } }),
    (draft) => Object.assign(draft, { indicators: [{ name: '培训班次' }] }),
    (draft) => Object.assign(draft, { indicators: [{ name: '培训班次', class: '1' }] }),
    (draft) => delete draft.columns,
  ];
  for (const breakIt of broken) {
    const draft: Record<string, unknown> = structuredClone(profileJson);
    breakIt(draft);
    assert.ok(!validate(draft), `accepted: ${breakIt}`);
  }
});

test('a profile may hold indicators of its own, without pinyin', () => {
  const validate = ajv.compile(schema);
  const indicators = [
    { name: '培训班次', class: '11' },
    { name: '验收合格率', class: '12', unit: '%', direction: 'higher', typical: '=100%' },
  ];
  assert.ok(validate({ ...profileJson, indicators }), ajv.errorsText(validate.errors));
});

test('every indicator of the catalogue satisfies the schema, and is whole', () => {
  const validate = ajv.compile({ definitions: schema.definitions, $ref: '#/definitions/indicator' });
  for (const indicator of catalogue) {
    assert.ok(validate(indicator), `${indicator.name}: ${ajv.errorsText(validate.errors)}`);
    assert.ok(indicator.pinyin && indicator.definition.zh && indicator.definition.en, indicator.name);
  }
});

test('every description in the schema speaks Chinese first, then English', () => {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'description' && typeof value === 'string')
        assert.match(value, /^.*\p{Script=Han}.*\n[\x20-\x7e].*$/u);
      else visit(value);
    }
  };
  visit(schema);
});

test('classes: codes are unique and level 2 stands under its own level 1', () => {
  assert.deepEqual(
    profile.classes.map((one) => one.code),
    ['1', '2', '3', '4'],
  );
  assert.deepEqual(
    levelTwo.map((two) => two.code),
    ['11', '12', '13', '14', '21', '22', '23', '24', '31', '41', '42', '43'],
  );
  assert.deepEqual(
    central.classes.flatMap((one) => one.children.map((two) => two.code)),
    ['11', '12', '13', '21', '22', '23', '24', '31', '41', '42', '43'],
  );
  for (const one of profiles.flatMap(({ classes }) => classes)) {
    for (const two of one.children) assert.equal(two.code[0], one.code);
  }
});

test('no name or alias is ambiguous within its level, and none is a mere variant of another', () => {
  for (const { classes } of profiles) {
    assertUnambiguous(classes);
    assertUnambiguous(classes.flatMap((one) => one.children));
  }
});

test('labels: no word means two things, and the total adds up known columns', () => {
  for (const { columns, goals, fields, valueLabels } of profiles) {
    const words = [...columns, ...goals, ...fields, ...valueLabels].flatMap((label) => [
      label.name,
      ...(label.aliases ?? []),
    ]);
    assert.equal(new Set(words).size, words.length);
    const [total, ...rest] = columns;
    assert.deepEqual(
      total?.sumOf,
      rest.map((column) => column.name),
    );
    assert.ok(rest.every((column) => column.sumOf === undefined));
  }
});

test('demands name classes of the profile', () => {
  for (const one of profiles) {
    const codes = new Set(allClasses(one).map(({ code }) => code));
    for (const code of [...one.demands.required, ...one.demands.expected]) assert.ok(codes.has(code), code);
  }
  assert.deepEqual(central.demands.weights?.sums, [90, 100]);
});

test('examples of a class are names the catalogue has in that class', () => {
  for (const one of profiles.flatMap(allClasses)) {
    assert.ok(one.examples.length >= 3, one.code);
    for (const example of one.examples) {
      const found = catalogue.some((indicator) => indicator.name === example && indicator.class.startsWith(one.code));
      assert.ok(found, `${one.code} ${example}`);
    }
  }
});

test('a source says 仅供参考 and indicative, and quotes no clause', () => {
  for (const one of profiles.flatMap(allClasses)) {
    assert.match(one.source.zh, /仅供参考/);
    assert.match(one.source.en, /indicative/);
    assert.doesNotMatch(`${one.source.zh}${one.source.en}`, /第[一二三四五六七八九十\d]+[条款]|clause|article \d/i);
  }
});

test('the catalogue is large, and every class has at least eight names', () => {
  assert.ok(new Set(catalogue.map((indicator) => indicator.name)).size >= 340);
  const codes = levelTwo.map((two) => two.code);
  for (const indicator of catalogue) assert.ok(codes.includes(indicator.class), indicator.name);
  for (const code of codes) assert.ok(ofClass(code).length >= 8, code);
});

test('no name stands twice; only cost, which has two places, stands in two classes', () => {
  const classesOf = new Map<string, readonly string[]>();
  for (const { name, class: code } of catalogue) classesOf.set(key(name), [...(classesOf.get(key(name)) ?? []), code]);
  for (const [name, codes] of classesOf) if (codes.length > 1) assert.deepEqual(codes, ['14', '41'], name);
  assert.deepEqual(
    ofClass('14').map((indicator) => indicator.name),
    ofClass('41').map((indicator) => indicator.name),
  );
});

test('names carry no separator, no value, no template mark and no inner space', () => {
  for (const { name } of catalogue) assert.doesNotMatch(name, /[\s;；:：。，、,*≥≤=<>%％]|X{2}/, name);
});

test('a typical value with a number ends in the unit, and its sign agrees with the direction', () => {
  for (const { name, unit, typical, direction } of catalogue) {
    if (typical === undefined || unit === undefined) continue;
    const [, operator, number] = /^([≥≤=])(\d+(?:\.\d+)?)/.exec(typical) ?? [];
    assert.ok(operator && number, `${name}: ${typical}`);
    assert.equal(typical, `${operator}${number}${unit}`, name);
    if (operator === '≥') assert.equal(direction, 'higher', name);
    if (operator === '≤') assert.equal(direction, 'lower', name);
    // 100% is the top of a rate that cannot grow beyond it, so it is reached, not passed.
    if (operator === '≥' && unit === '%' && Number(number) >= 100) assert.match(name, /增长|保值|超额/);
  }
});

test('a rate is measured in %, but for vital statistics and forest damage, which have units of their own', () => {
  const own = new Map([
    ['传染病发病率', '1/10万'],
    ['孕产妇死亡率', '1/10万'],
    ['婴儿死亡率', '‰'],
    ['林业有害生物成灾率', '‰'],
    ['森林火灾受害率', '‰'],
    // an amount of money for each person, a rate in name only
    ['全员劳动生产率', '万元/人'],
  ]);
  for (const { name, unit } of catalogue) {
    if (name.endsWith('率')) assert.equal(unit, own.get(name) ?? '%', name);
  }
});

test('rates, ratios and unit costs have a formula', () => {
  // Set by rule for one person, firm or area, not computed from a total.
  const set = /标准$/;
  for (const { name, unit, formula } of catalogue) {
    if (!unit || !(unit === '%' || unit === '‰' || unit === '倍' || unit.includes('元/'))) continue;
    if (set.test(name) || unit === '万元/年') continue;
    assert.match(formula ?? '', /÷|−/, name);
  }
});

test('a count is a count: no rate in class 11, and every name there has a unit', () => {
  assert.deepEqual(named(ofClass('11').filter(({ name, unit }) => /[率比]$/.test(name) || !unit || unit === '%')), []);
});

test('satisfaction stands in class 31 and nowhere else', () => {
  for (const { name, class: code } of catalogue) assert.equal(/满意[度率]$/.test(name), code === '31', name);
});

test('names stand where the checker would put them', () => {
  const wrong = (pattern: RegExp, ...codes: string[]): readonly string[] =>
    named(catalogue.filter((indicator) => pattern.test(indicator.name) && !codes.includes(indicator.class)));
  assert.deepEqual(wrong(/及时|按时|按期/, '13'), []);
  assert.deepEqual(wrong(/合格|达标|准确/, '12'), []);
  assert.deepEqual(wrong(/(成本|预算|造价)(控制|节约)|超预算/, '14', '41'), []);
  assert.deepEqual(wrong(/资金拨付/, '12', '13'), []);
  assert.deepEqual(wrong(/资金使用|预算(完成|执行)|程序规范/), []);
});

test('pinyin has one syllable for each Han character', () => {
  for (const { name, pinyin: reading } of catalogue) {
    assert.match(reading, /^[a-z]+( [a-z]+)*$/, name);
    assert.equal(reading.split(' ').length, hanCount(name), name);
  }
  for (const [word, reading] of Object.entries(pinyin)) assert.equal(reading.split(' ').length, hanCount(word), word);
});

test('every word of the profiles has its pinyin', () => {
  const items = profiles.flatMap((one) => [
    ...one.columns,
    ...one.goals,
    ...one.fields,
    ...one.valueLabels,
    ...allClasses(one),
  ]);
  for (const item of items) for (const word of [item.name, ...(item.aliases ?? [])]) assert.ok(pinyin[word], word);
  assert.equal(pinyin.数量指标, 'shu liang zhi biao');
  assert.equal(pinyin.绩效指标, 'ji xiao zhi biao');
  assert.equal(pinyin.总计, 'zong ji');
  assert.equal(pinyin.权重, 'quan zhong');
  assert.equal(pinyin.指标解释, 'zhi biao jie shi');
});

test('characters of several readings are read as the word wants', () => {
  const readings: readonly (readonly [string, string])[] = [
    ['数量', 'shu liang'],
    ['率', 'lv'],
    ['绿化', 'lv hua'],
    ['重点', 'zhong dian'],
    ['重大', 'zhong da'],
    ['长度', 'chang du'],
    ['时长', 'shi chang'],
    ['增长', 'zeng zhang'],
    ['家长', 'jia zhang'],
    ['行业', 'hang ye'],
    ['同行', 'tong hang'],
    ['运行', 'yun xing'],
    ['调查', 'diao cha'],
    ['调研', 'diao yan'],
    ['调解', 'tiao jie'],
    ['处置', 'chu zhi'],
    ['处理', 'chu li'],
    ['参与', 'can yu'],
    ['参保', 'can bao'],
    ['供养', 'gong yang'],
    ['传染', 'chuan ran'],
    ['校舍', 'xiao she'],
    ['畜禽', 'chu qin'],
    ['会议', 'hui yi'],
    ['降低', 'jiang di'],
    ['泄露', 'xie lou'],
    ['更新', 'geng xin'],
    ['合格', 'he ge'],
  ];
  for (const [word, reading] of readings) {
    const names = catalogue.filter((indicator) => indicator.name.includes(word));
    assert.ok(names.length > 0, word);
    for (const { name, pinyin: whole } of names) {
      const before = hanCount(name.slice(0, name.indexOf(word)));
      assert.equal(
        whole
          .split(' ')
          .slice(before, before + hanCount(word))
          .join(' '),
        reading,
        name,
      );
    }
  }
});

test('the generated files are fresh', () => {
  const script = fileURLToPath(new URL('../../scripts/build-catalogue.mjs', import.meta.url));
  const run = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
});

test('the source of the catalogue holds no line twice', () => {
  const file = new URL('../../server/src/profile/guangzhou.indicators.tsv', import.meta.url);
  const names = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t')[1]);
  assert.equal(new Set(names).size, names.length);
});

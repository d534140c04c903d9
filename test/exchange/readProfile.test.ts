/** Profiles that people bring: what the schema says is what its own reader says, and what it cannot say is found too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { NotJson, readJson } from '../../server/src/exchange/profile/json.ts';
import { readProfile } from '../../server/src/exchange/profile/readProfile.ts';
import { type Schema, schemaProblems } from '../../server/src/exchange/profile/schema.ts';
import central from '../../server/src/profile/central-2021.json' with { type: 'json' };
import guangzhou from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import judging from '../../server/src/profile/judging.json' with { type: 'json' };
import schema from '../../server/src/profile/profile.schema.json' with { type: 'json' };

const ajv = new Ajv({ allErrors: true });
ajv.addKeyword('defaultSnippets');
const validate = ajv.compile(schema);

type Json = { [key: string]: unknown };
const WHOLE: Json = {
  ...central,
  judging,
  indicators: [{ name: '培训班次', class: '11', unit: '次', direction: 'higher', typical: '≥2次' }],
};

/** All places of a value, by their paths. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
}
const places = placesOf(WHOLE).filter((path) => path.length > 0);

function changed(path: readonly (string | number)[], change: (holder: Json, key: string) => void): Json {
  const draft: Json = structuredClone(WHOLE);
  let holder: Json = draft;
  for (const key of path.slice(0, -1)) holder = holder[key] as Json;
  change(holder, String(path.at(-1)));
  return draft;
}

const other = fc.constantFrom<unknown>(
  '',
  ' ',
  '甲',
  '甲 乙',
  '11',
  '1',
  '9',
  0,
  -1,
  1.5,
  101,
  true,
  null,
  [],
  {},
  ['甲', '甲'],
  ['甲 '],
  { 甲: 1 },
);

test('a profile is accepted if and only if the schema accepts it', () =>
  fc.assert(
    fc.property(fc.constantFrom(...places), other, fc.constantFrom('replace', 'remove', 'add'), (path, value, how) => {
      const draft = changed(path, (holder, key) => {
        if (how === 'replace') holder[key] = value;
        else if (how === 'add') holder[`${key}x`] = value;
        else if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
      });
      const text = JSON.stringify(draft);
      const problems = schemaProblems(readJson(text), schema as Schema);
      assert.equal(problems.length === 0, validate(JSON.parse(text)), JSON.stringify([path, value, how, problems]));
    }),
    { numRuns: 400 },
  ));

test('JSON is read as the language reads it, with its places; anything else is told', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom('', '\ufeff', ' \r\n'), (text, before) => {
      const node = readJson(before + text);
      assert.deepEqual(node.value, JSON.parse(text));
      assert.equal((before + text).slice(node.start, node.end), text.trim());
    }),
  );
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom(',', '}', '"', '\\', ']', ':', '/*', 'x'),
      (text, at, put) => {
        const broken = text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1));
        let expected: unknown = NotJson;
        try {
          expected = JSON.parse(broken);
        } catch {}
        if (expected === NotJson) assert.throws(() => readJson(broken), NotJson);
        else assert.deepEqual(readJson(broken).value, expected);
      },
    ),
  );
  assert.throws(() => readJson('['.repeat(100_000)), NotJson);
});

test('the profiles that come with the product are sound', () => {
  for (const profile of [guangzhou, central, WHOLE]) {
    const read = readProfile(JSON.stringify(profile));
    assert.deepEqual(read.problems, []);
    assert.deepEqual(read.profile, profile);
  }
});

/** What is wrong with a profile, with the text that it is said of. */
function problems(draft: unknown): string[] {
  const text = JSON.stringify(draft);
  return readProfile(text).problems.map(({ range: { start, end }, message, bySchema }) => {
    assert.equal(bySchema, false);
    assert.ok(message.en);
    return `${text.slice(start.character, end.character)} ${message.zh}`;
  });
}

test('what a schema cannot say is found', () => {
  const [total, ...sources] = guangzhou.columns;
  const [output, ...classes] = guangzhou.classes;
  const [first, ...children] = output?.children ?? [];
  assert.deepEqual(problems({ ...guangzhou, columns: [{ ...total, sumOf: ['总计', '财政拔款'] }, ...sources] }), [
    '"总计" 一列不能由自己相加得到',
    '"财政拔款" 资金列里没有"财政拔款"',
  ]);
  const own = (code: string) => ({
    ...guangzhou,
    classes: [{ ...output, children: [{ ...first, code }, ...children] }, ...classes],
  });
  assert.deepEqual(problems(own('51')), ['"51" 二级指标的代码要以 1 开头']);
  assert.deepEqual(
    problems(own('12')),
    ['"12" 代码 12 已经用过', `"${children[0]?.name}" "${children[0]?.name}"已经是 12 的叫法`].slice(0, 1),
  );
  const fields = [{ name: '项目 编码', description: { zh: '甲', en: 'a' } }];
  assert.deepEqual(problems({ ...guangzhou, goals: [...guangzhou.goals, { ...guangzhou.goals[0], aliases: [] }] }), [
    '"绩效目标" "绩效目标"已经是"绩效目标"的叫法',
  ]);
  assert.ok(readProfile(JSON.stringify({ ...guangzhou, fields })).problems.length > 0);
  assert.deepEqual(problems({ ...guangzhou, goals: [{ ...guangzhou.goals[0], name: '项目名称' }] }), [
    '"项目名称" "项目名称"是各种表共有的栏目名',
  ]);
  assert.deepEqual(
    problems({
      ...guangzhou,
      demands: { required: ['1', '9'], expected: ['55'], weights: { sums: [100], classes: { 8: [1] } } },
    }),
    ['"9" 没有代码为 9 的类别', '"55" 没有代码为 55 的类别', '"8" 没有代码为 8 的类别'],
  );
  assert.deepEqual(problems({ ...guangzhou, indicators: [{ name: '培训班次', class: '19' }] }), [
    '"19" 没有代码为 19 的类别',
  ]);
});

test('a file that is no profile says its id where it can be read', () => {
  assert.deepEqual(
    ['{ "id": "甲" }', '{ "id": 1 }', '[]', ''].map((text) => readProfile(text).id),
    ['甲', undefined, undefined, undefined],
  );
  const [missing] = readProfile('{ "id": "甲" }').problems;
  assert.deepEqual(missing?.message, { zh: '缺少 "name"', en: '"name" is missing' });
});

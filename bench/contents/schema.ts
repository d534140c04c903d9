import { profile } from './table.ts';

/**
 * What a schema can check of a table as JSON or YAML: what must be there, what may be, how amounts are written, which
 * classes there are and which level-2 class belongs to which of level 1, that each project has an indicator of every
 * class that is demanded. Sums, repetitions and what a text says are beyond it.
 */
const level1 = profile.classes.map(({ code, name }) => `${code}-${name}`);
const level2Of = new Map(
  profile.classes.map(({ code, name, children }) => [
    `${code}-${name}`,
    children.map((child) => `${child.code}-${child.name}`),
  ]),
);

const text = (description: string) => ({ type: 'string', minLength: 1, description });
const object = (description: string, properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  description,
  additionalProperties: false,
  required,
  properties,
});
const list = (description: string, items: object) => ({ type: 'array', minItems: 1, description, items });

const [total, ...sources] = profile.columns.map(({ name }) => name) as [string, ...string[]];
const amount = (name: string) => ({
  type: 'string',
  pattern: '^(0|[1-9][0-9]*)\\.[0-9]{2}$',
  description: `${name},按金额单位填写,两位小数`,
});
const amounts = object('各栏金额', Object.fromEntries([total, ...sources].map((name) => [name, amount(name)])), [
  total,
]);

const indicator = {
  ...object('一条绩效指标', {
    number: { type: 'integer', minimum: 1, description: '序号' },
    class1: { enum: level1, description: '一级指标' },
    class2: { enum: [...level2Of.values()].flat(), description: '二级指标,须属于所填的一级指标' },
    name: text('三级指标'),
    ...Object.fromEntries(profile.valueLabels.map(({ name }) => [name, text(name)])),
  }),
  allOf: [...level2Of].map(([parent, children]) => ({
    if: { properties: { class1: { const: parent } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { properties: { class2: { enum: children } } },
  })),
};

const demanded = ['1', '2', '3'].map((code) => level1.find((name) => name.startsWith(code)));

const project = object('一个项目', {
  name: text('项目名称'),
  amounts,
  goals: list('绩效目标', text('一条目标')),
  indicators: {
    ...list('绩效指标', indicator),
    allOf: demanded.map((name) => ({ contains: { properties: { class1: { const: name } } } })),
  },
});

export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...object('项目支出绩效目标表', {
    title: text('标题'),
    department: text('部门名称'),
    year: { type: 'integer', minimum: 2000, maximum: 2100, description: '年度' },
    moneyUnit: { enum: ['元', '万元'], description: '金额单位' },
    amounts,
    units: list(
      '资金使用单位',
      object('一个单位', { name: text('单位名称'), amounts, projects: list('项目', project) }),
    ),
  }),
};

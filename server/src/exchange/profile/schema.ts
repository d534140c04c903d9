import type { Bilingual } from '../../profile/profile.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { JsonNode } from './json.ts';

/** The part of JSON Schema that our schemas are written in. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong at a place of a file. */
export interface Problem {
  readonly span: Span;
  readonly message: Bilingual;
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  object: { zh: '对象 { }', en: 'an object { }' },
  array: { zh: '数组 [ ]', en: 'an array [ ]' },
  string: { zh: '字符串', en: 'a string' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
};

/** Where a value is not as a schema has it, in words for people. */
export function schemaProblems(node: JsonNode, root: Schema): Problem[] {
  return new Check(root).problems(node, root);
}

class Check {
  readonly root: Schema;

  constructor(root: Schema) {
    this.root = root;
  }

  problems(node: JsonNode, written: Schema): Problem[] {
    const schema = this.resolved(written);
    const found: Problem[] = [];
    const tell = (zh: string, en: string, span: Span = node) => {
      found.push({ span: { start: span.start, end: span.end }, message: { zh, en } });
    };
    const { value } = node;
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
      const words = types.map((type) => TYPES[type] ?? { zh: type, en: type });
      const [zh, en] = [words.map((word) => word.zh).join('或'), words.map((word) => word.en).join(' or ')];
      tell(`这里应是${zh}`, `This is to be ${en}`);
      return found;
    }
    if (schema.enum && !schema.enum.includes(value)) {
      const words = schema.enum.map(String);
      tell(`只能是 ${words.join('、')} 之一`, `One of ${words.join(', ')} is wanted`);
    }
    if (typeof value === 'string') {
      const isShort = [...value].length < (schema.minLength ?? 0);
      if (isShort || (schema.pattern && !new RegExp(schema.pattern, 'u').test(value))) {
        const [zh, en] = described(written === schema ? [schema] : [written, schema]);
        tell(`写法不对。${zh}`, `Not written as it should be. ${en}`);
      }
    }
    if (typeof value === 'number') {
      const { minimum, maximum, exclusiveMinimum } = schema;
      if (minimum !== undefined && value < minimum) tell(`不能小于 ${minimum}`, `Not less than ${minimum}`);
      if (maximum !== undefined && value > maximum) tell(`不能大于 ${maximum}`, `Not more than ${maximum}`);
      if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
        tell(`要大于 ${exclusiveMinimum}`, `More than ${exclusiveMinimum} is wanted`);
    }
    if (node.items) {
      const { items, minItems = 0 } = schema;
      if (node.items.length < minItems) tell(`至少要有 ${minItems} 项`, `At least ${minItems} wanted`);
      if (schema.uniqueItems) {
        const seen = new Set<string>();
        for (const item of node.items) {
          const text = JSON.stringify(item.value);
          if (seen.has(text)) tell('前面已经有了', 'This stands here before', item);
          seen.add(text);
        }
      }
      if (items) for (const item of node.items) found.push(...this.problems(item, items));
    }
    if (node.members) this.members(node, schema, found, tell);
    return found;
  }

  members(
    { members = [] }: JsonNode,
    schema: Schema,
    found: Problem[],
    tell: (zh: string, en: string, span?: Span) => void,
  ): void {
    const { required = [], properties = {}, additionalProperties, propertyNames } = schema;
    const keys = new Set(members.map(({ key }) => key));
    for (const name of required) if (!keys.has(name)) tell(`缺少 "${name}"`, `"${name}" is missing`);
    for (const { key, keySpan, node } of members) {
      if (propertyNames?.pattern && !new RegExp(propertyNames.pattern, 'u').test(key))
        tell(`名称 "${key}" 的写法不对`, `The name "${key}" is not written as it should be`, keySpan);
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (own) found.push(...this.problems(node, own));
      else if (additionalProperties === false) tell(`没有 "${key}" 这一项`, `There is no "${key}"`, keySpan);
      else if (typeof additionalProperties === 'object') found.push(...this.problems(node, additionalProperties));
    }
  }

  resolved(schema: Schema): Schema {
    const name = schema.$ref?.replace('#/definitions/', '');
    const target = name === undefined ? undefined : this.root.definitions?.[name];
    return target ? this.resolved(target) : schema;
  }
}

/** What schemas say of a value, in both languages. */
function described(schemas: readonly Schema[]): [zh: string, en: string] {
  const texts = schemas.flatMap(({ description }) => (description ? [description.split('\n')] : []));
  return [texts.map(([zh = '']) => zh).join(''), texts.map(([, en = '']) => en).join(' ')];
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      // The schema's words for these types are the language's.
      return typeof value === type;
  }
}

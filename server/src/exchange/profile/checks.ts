import type { Profile } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { className, isOwnLabel } from '../../syntax/vocabulary.ts';
import type { JsonNode } from './json.ts';
import type { Problem } from './schema.ts';

/**
 * What a schema cannot say of a profile: that what refers to something refers to something that is there, and that no
 * word means two things.
 * @param profile one that its schema accepts
 */
export function profileProblems(root: JsonNode, profile: Profile): Problem[] {
  const found: Problem[] = [];
  const tell = (node: JsonNode | undefined, zh: string, en: string) => {
    const { start, end } = node ?? root;
    found.push({ span: { start, end }, message: { zh, en } });
  };

  const columns = profile.columns.map(({ name }) => name);
  each(root, ['columns'], (column) => {
    each(column, ['sumOf'], (name) => {
      if (name.value === at(column, 'name')?.value)
        tell(name, '一列不能由自己相加得到', 'A column is no part of its own sum');
      else if (!columns.includes(name.value as string))
        tell(name, `资金列里没有"${name.value}"`, `There is no column “${name.value}”`);
    });
  });

  const labels = new Map<string, string>();
  for (const list of ['columns', 'goals', 'fields']) {
    each(root, [list], (label) => {
      for (const word of wordsOf(label)) {
        const key = squeeze(word.value as string);
        const other = labels.get(key);
        if (other !== undefined)
          tell(word, `"${word.value}"已经是"${other}"的叫法`, `“${word.value}” means ${other} already`);
        else if (list !== 'fields' && isOwnLabel(key))
          tell(word, `"${word.value}"是各种表共有的栏目名`, `“${word.value}” is a label that all tables have`);
        labels.set(key, other ?? String(at(label, 'name')?.value));
      }
    });
  }
  const values = new Map<string, string>();
  each(root, ['valueLabels'], (label) => {
    for (const word of wordsOf(label)) {
      const key = squeeze(word.value as string);
      const other = values.get(key);
      if (other !== undefined)
        tell(word, `"${word.value}"已经是"${other}"的叫法`, `“${word.value}” means ${other} already`);
      values.set(key, other ?? String(at(label, 'name')?.value));
    }
  });

  const codes = new Set<string>();
  const names: readonly Map<string, string>[] = [new Map(), new Map()];
  const lookAtClass = (node: JsonNode, level: number, parent: string) => {
    const code = at(node, 'code');
    const text = String(code?.value);
    if (codes.has(text)) tell(code, `代码 ${text} 已经用过`, `The code ${text} is taken`);
    else if (!text.startsWith(parent))
      tell(code, `二级指标的代码要以 ${parent} 开头`, `The code of a class below ${parent} begins with ${parent}`);
    codes.add(text);
    for (const word of wordsOf(node)) {
      const key = className(word.value as string);
      const owner = names[level]?.get(key);
      if (owner !== undefined && owner !== text)
        tell(word, `"${word.value}"已经是 ${owner} 的叫法`, `“${word.value}” means ${owner} already`);
      names[level]?.set(key, owner ?? text);
    }
  };
  each(root, ['classes'], (one) => {
    lookAtClass(one, 0, '');
    each(one, ['children'], (two) => lookAtClass(two, 1, String(at(one, 'code')?.value)));
  });

  const known = (code: JsonNode) => {
    if (!codes.has(code.value as string))
      tell(code, `没有代码为 ${code.value} 的类别`, `There is no class with the code ${code.value}`);
  };
  each(root, ['demands', 'required'], known);
  each(root, ['demands', 'expected'], known);
  for (const { key, keySpan, node } of at(root, 'demands', 'weights', 'classes')?.members ?? []) {
    known({ ...node, ...keySpan, value: key });
  }
  each(root, ['indicators'], (indicator) => {
    const code = at(indicator, 'class');
    if (code) known(code);
  });
  return found;
}

/** The name of something, and what else it is called. */
function wordsOf(node: JsonNode): JsonNode[] {
  const name = at(node, 'name');
  return [...(name ? [name] : []), ...(at(node, 'aliases')?.items ?? [])];
}

function at(node: JsonNode, ...path: readonly string[]): JsonNode | undefined {
  let found: JsonNode | undefined = node;
  for (const key of path) found = found?.members?.findLast((member) => member.key === key)?.node;
  return found;
}

function each(node: JsonNode, path: readonly string[], look: (item: JsonNode) => void): void {
  for (const item of at(node, ...path)?.items ?? []) look(item);
}

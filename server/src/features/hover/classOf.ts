import { squeeze } from '../../syntax/characters.ts';
import { classNamed } from '../../syntax/classes.ts';
import type { ClassNode } from '../../syntax/nodes.ts';
import type { ClassEntry, Vocabulary } from '../../syntax/vocabulary.ts';

/** The class that a node means: by its code, else by its name, of the level given or else of any. */
export function classOf(
  text: string,
  node: ClassNode,
  level: 1 | 2 | undefined,
  vocabulary: Vocabulary,
): ClassEntry | undefined {
  const byCode = node.code && vocabulary.classByCode.get(squeeze(text.slice(node.code.start, node.code.end)));
  if (byCode || !node.name) return byCode;
  const name = text.slice(node.name.start, node.name.end);
  return level
    ? classNamed(name, level, vocabulary)
    : (classNamed(name, 1, vocabulary) ?? classNamed(name, 2, vocabulary));
}

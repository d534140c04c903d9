import { squeeze } from '../../syntax/characters.ts';
import { classNamed } from '../../syntax/classes.ts';
import type { ClassNode } from '../../syntax/nodes.ts';
import type { ClassEntry, Vocabulary } from '../../syntax/vocabulary.ts';

/** What a class's code and name mean, each for itself. */
export interface ClassMeaning {
  readonly code: string;
  readonly name: string;
  readonly byCode: ClassEntry | undefined;
  readonly byName: ClassEntry | undefined;
}

export function meaningOf(text: string, node: ClassNode, level: 1 | 2, vocabulary: Vocabulary): ClassMeaning {
  const code = node.code ? squeeze(text.slice(node.code.start, node.code.end)) : '';
  const name = node.name ? squeeze(text.slice(node.name.start, node.name.end)) : '';
  const byCode = vocabulary.classByCode.get(code);
  return {
    code,
    name,
    byCode: byCode?.level === level ? byCode : undefined,
    byName: classNamed(name, level, vocabulary),
  };
}

/** The one class that is meant beyond doubt: a code and a name beside each other say the same. */
export function settledEntry({ code, name, byCode, byName }: ClassMeaning): ClassEntry | undefined {
  if (code === '') return byName;
  return name === '' || byName?.class.code === byCode?.class.code ? byCode : undefined;
}

/** A class as it is to stand: code and name where both are known, else what is written. */
export function classText(
  text: string,
  node: ClassNode,
  level: 1 | 2,
  isWrittenOut: boolean,
  vocabulary: Vocabulary,
): string {
  const code = node.code && squeeze(text.slice(node.code.start, node.code.end));
  const name = node.name && squeeze(text.slice(node.name.start, node.name.end));
  if (code && name) return `${code}-${name}`;
  const entry = isWrittenOut ? settledEntry(meaningOf(text, node, level, vocabulary)) : undefined;
  return entry ? `${code ?? entry.class.code}-${name ?? entry.class.name}` : (code ?? name ?? '');
}

/** The level-1 class that follows from a level-2 class, as it is to stand before it; empty where none does. */
export function parentText(text: string, class2: ClassNode, between: string, vocabulary: Vocabulary): string {
  const entry = settledEntry(meaningOf(text, class2, 2, vocabulary));
  return entry?.level === 2 ? `${entry.parent.code}-${entry.parent.name}${between}` : '';
}

import { squeeze } from '../../syntax/characters.ts';
import { classNamed } from '../../syntax/classes.ts';
import type { ClassNode, Indicator } from '../../syntax/nodes.ts';
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
function classText(meaning: ClassMeaning, isWrittenOut: boolean): string {
  const entry = isWrittenOut ? settledEntry(meaning) : undefined;
  const code = meaning.code || entry?.class.code;
  const name = meaning.name || entry?.class.name;
  return code && name ? `${code}-${name}` : (code ?? name ?? '');
}

/** How the classes of an indicator are to be written; where level 1 is not written and follows from level 2, before that. */
export function classTexts(
  text: string,
  { class1, class2 }: Indicator,
  isWrittenOut: boolean,
  between: string,
  vocabulary: Vocabulary,
): { readonly class1: string; readonly class2: string } {
  const two = class2 && meaningOf(text, class2, 2, vocabulary);
  const entry = two && isWrittenOut && !class1 ? settledEntry(two) : undefined;
  const parent = entry?.level === 2 ? `${entry.parent.code}-${entry.parent.name}${between}` : '';
  return {
    class1: class1 ? classText(meaningOf(text, class1, 1, vocabulary), isWrittenOut) : '',
    class2: two ? parent + classText(two, isWrittenOut) : '',
  };
}

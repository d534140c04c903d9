import type { Row } from './row.ts';

/** The path of the table that an include takes in, as written; none where the row is no include. Here `\` parts folders. */
export function includedPath({ tree }: Pick<Row, 'tree'>, text: string): string[] {
  return tree.parts.flatMap((part) =>
    part.type === 'field' && part.role === 'include' ? [text.slice(part.text.start, part.text.end)] : [],
  );
}

/**
 * The names that a path goes through, `/` and `\` alike. Undefined where it leads anywhere but beside or below the
 * table it stands in: an absolute path, a drive, a URL, or more `..` than folders.
 */
export function pathNames(path: string): string[] | undefined {
  if (/^[\\/]|^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return undefined;
  const names: string[] = [];
  for (const name of path.split(/[\\/]/)) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names;
}

import { existsSync, readFileSync } from 'node:fs';

/**
 * The cases of a rule, one file each: `cases/<id>.txt`. A file is a row of sections, each a piece of a table:
 *
 *     === finds: 全角数字
 *     总计: １２０.００
 *     ^^ info amount-style "１２０.００"
 *      + 改为 120.00
 *     --- fixed: 改为 120.00
 *     总计: 120.00
 *
 *     === silent: 规范写法
 *     总计: 120.00
 *
 * `finds` shows what the rule finds, in the language of `fixture.ts`; `--- fixed: TITLE` the text once the first fix
 * with that title is applied; `--- mended` what a person would make of it where there is no fix. Both are checked again
 * and may have findings under their lines. `silent` is a near miss. In brackets behind the section's word stand
 * `strict`, and other rules whose findings are shown too. Text before the first section is for the reader.
 */
export interface Case {
  readonly kind: 'finds' | 'silent';
  readonly title: string;
  readonly strict: boolean;
  /** Other rules whose findings are shown. */
  readonly rules: readonly string[];
  readonly fixture: string;
  readonly after: readonly { readonly fix: string | undefined; readonly fixture: string }[];
}

const SECTION = /^=== (finds|silent)(?: \(([^)]*)\))?: (.+)$/;
const AFTER = /^--- (?:fixed: (.+)|mended)$/;

export function casesFile(id: string): URL {
  return new URL(`cases/${id}.txt`, import.meta.url);
}

/** The cases of a rule; none where it has no file. */
export function readCases(id: string): Case[] {
  if (!existsSync(casesFile(id))) return [];
  const cases: Case[] = [];
  let open: { -readonly [Key in keyof Case]: Case[Key] } | undefined;
  let lines: string[] = [];
  let after: { fix: string | undefined; fixture: string }[] = [];
  let into: (text: string) => void = () => {};
  const close = () => {
    into(lines.join('\n').trimEnd());
    lines = [];
  };
  for (const line of readFileSync(casesFile(id), 'utf8').split(/\r?\n/)) {
    const section = SECTION.exec(line);
    const next = AFTER.exec(line);
    if (line.startsWith('=== ') && !section) throw new Error(`${id}: no section: ${line}`);
    if (line.startsWith('--- ') && !(next && open)) throw new Error(`${id}: no section: ${line}`);
    if (section) {
      close();
      const options = (section[2] ?? '').split(/,\s*/).filter((option) => option !== '');
      after = [];
      const one = {
        kind: section[1] as Case['kind'],
        title: section[3] as string,
        strict: options.includes('strict'),
        rules: options.filter((option) => option !== 'strict'),
        fixture: '',
        after,
      };
      cases.push(one);
      open = one;
      into = (text) => {
        one.fixture = text;
      };
    } else if (next) {
      close();
      const one = { fix: next[1], fixture: '' };
      after.push(one);
      into = (text) => {
        one.fixture = text;
      };
    } else lines.push(line);
  }
  close();
  return cases;
}

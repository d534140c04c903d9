import { includedPath, pathNames } from '../table/includePath.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const includeExplained: RuleExplanation = {
  explanation: {
    zh: '引用写另一个 .jxmb 文件的路径,从本文件所在的文件夹算起,斜杠方向不限;只认本文件旁边或下级文件夹里的文件。没有这个文件、文件不是文本、文件之间互相引用、两边的金额单位不同,都要改。读不了文件时(如网页版)只看路径的写法。',
    en: 'Behind 引用 stands the path of another .jxmb file, from the folder of this one, with slashes of either kind; it must lie beside this file or below. A file that is not there or is no text, files that take in each other, and another unit of money are found. Where files are out of reach, as in a browser, only the path itself is looked at.',
  },
  reason: {
    zh: '引用取不进来,这些单位的项目和金额就不在全表里。',
    en: 'The units and amounts of a table that cannot be taken in are missing from the whole.',
  },
  examples: {
    wrong: `
引用: D:\\预算\\区科协.jxmb
`,
    right: `
引用: 区科协.jxmb
`,
  },
};

export const include: BlockRule = {
  id: 'include',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '引用的表格取不进来', en: 'A table that cannot be taken in' },
  messages: {
    empty: { zh: '没有写引用哪个文件', en: 'It does not say which file to take in' },
    outside: {
      zh: '只能引用本文件旁边或下级文件夹里的文件,路径从本文件所在的文件夹写起',
      en: "Only files beside this one or below it can be taken in; write the path from this file's folder",
    },
    missing: { zh: '没有"{path}"这个文件', en: 'There is no file “{path}”' },
    encoding: {
      zh: '"{path}"不是文本文件(UTF-8、带 BOM 的 UTF-16 或 GB18030)',
      en: '“{path}” is no text (UTF-8, UTF-16 with BOM, or GB18030)',
    },
    cycle: {
      zh: '互相引用:"{path}"又引用回来,金额会算个没完',
      en: 'The files take in each other: “{path}” leads back here, and its sums would never end',
    },
    'money-unit': {
      zh: '"{path}"的金额单位是{unit},本表是{own}',
      en: '“{path}” has its amounts in {unit}, this table in {own}',
    },
  },

  check(row, text, { included, moneyUnit }, report) {
    if (row.kind !== 'include') return;
    const [path = ''] = includedPath(row, text);
    if (path === '') {
      report({ span: row.nameSpan, message: 'empty' });
      return;
    }
    if (!pathNames(path)) {
      report({ span: row.nameSpan, message: 'outside' });
      return;
    }
    const problem = included?.(path);
    if (!problem) return;
    const args = { path, own: moneyUnit.name, ...(problem.unit !== undefined && { unit: problem.unit }) };
    report({ span: row.nameSpan, message: problem.kind, args });
  },
};

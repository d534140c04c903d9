import { parseArgs } from 'node:util';
import { isSeverity } from '../configuration.ts';
import { EXPORT_LAYOUTS, type ExportFormat, type ExportLayout } from '../exchange/exporting/formats.ts';
import type { Bilingual } from '../profile/profile.ts';
import { PAPERS, type Paper } from '../render/printStyle.ts';
import type { StandalonePage } from '../render/standalonePage.ts';
import { VIEW_IDS } from '../render/view.ts';
import { ruleIds } from '../rules/registry.ts';
import { SEVERITIES, type Severity } from '../rules/rule.ts';
import type { FormatSettings } from '../workspace/settings.ts';
import { CannotDo } from './cannotDo.ts';
import { FORMAT_NAMES, type FormatName } from './check/formats.ts';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | {
      readonly name: 'check';
      readonly files: readonly string[];
      readonly format: FormatName;
      /** How many threads check; without it as many as there are cores. */
      readonly threads?: number;
      readonly failOn: 'error' | 'warning' | 'info';
      /** Id of the profile of tables that name none, or a file with one. */
      readonly profile?: string;
      readonly strict: boolean;
      /** How grave the findings of single rules are, by the rule's id. */
      readonly severities: ReadonlyMap<string, Severity | 'off'>;
    }
  | {
      readonly name: 'format';
      readonly files: readonly string[];
      /** Nothing is written; files that would change are named. */
      readonly check: boolean;
      readonly profile?: string;
      readonly style: FormatSettings;
    }
  | {
      readonly name: 'rules';
      /** Without it, all are listed. */
      readonly id?: string;
    }
  | { readonly name: 'lsp' }
  | {
      readonly name: 'import';
      readonly files: readonly string[];
      /** Where the document goes; without it, to the standard output. */
      readonly output?: string;
      /** The tables that are imported, by number or name; without any, those that are recognised. */
      readonly tables: readonly string[];
      /** Id of the profile that is written for, or a file with one; without it the one that fits. */
      readonly profile?: string;
      /** Nothing is imported; the tables are listed. */
      readonly list: boolean;
      readonly report: 'text' | 'json';
      /** A file that is there already is replaced. */
      readonly force: boolean;
    }
  | {
      readonly name: 'export';
      readonly file: string;
      /** Where the file goes; without it, to the standard output. */
      readonly output?: string;
      readonly format: ExportFormat;
      /** Without it, what is usual for the format. */
      readonly layout?: ExportLayout;
      readonly paper: Paper;
      readonly profile?: string;
      /** A file that is there already is replaced. */
      readonly force: boolean;
    }
  | ({
      readonly name: 'preview';
      readonly file: string;
      /** Where the page goes; without it, to the standard output. */
      readonly output?: string;
      readonly profile?: string;
      readonly force: boolean;
    } & StandalonePage);

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  output: { type: 'string', short: 'o' },
  report: { type: 'string' },
  force: { type: 'boolean' },
  profile: { type: 'string' },
  strict: { type: 'boolean' },
  threads: { type: 'string' },
  rule: { type: 'string' },
  stdio: { type: 'boolean' },
  check: { type: 'boolean' },
  punctuation: { type: 'string' },
  'align-amounts': { type: 'boolean' },
  view: { type: 'string' },
  paper: { type: 'string' },
  table: { type: 'string' },
  list: { type: 'boolean' },
  layout: { type: 'string' },
} as const;

type Option = keyof typeof OPTIONS;

/** The options that each command knows. */
const KNOWN: Readonly<Record<Exclude<Command['name'], 'help' | 'version'>, readonly Option[]>> = {
  check: ['format', 'fail-on', 'profile', 'strict', 'rule', 'threads'],
  format: ['check', 'profile', 'punctuation', 'align-amounts'],
  rules: [],
  lsp: ['stdio'],
  import: ['output', 'table', 'profile', 'list', 'report', 'force'],
  export: ['output', 'format', 'layout', 'paper', 'profile', 'force'],
  preview: ['output', 'view', 'paper', 'profile', 'force'],
};

/** Reads the words behind `jxmb`; throws where they are no command. */
export function readCommand(words: readonly string[]): Command {
  const values = new Map<Option, string>();
  const severities = new Map<string, Severity | 'off'>();
  const tables: string[] = [];
  const positionals: string[] = [];
  // Not strict: parseArgs would complain in English only.
  const { tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName } = token;
    if (!isOption(token.name)) throw unknownOption(rawName);
    const value = token.value ?? '';
    if (OPTIONS[token.name].type === 'string') {
      const taken = token.inlineValue || (token.value !== undefined && !/^-./.test(value));
      if (!taken || value === '')
        throw misuse({ zh: `选项 ${rawName} 后面缺少内容`, en: `option ${rawName} needs a value` });
    } else if (token.value !== undefined)
      throw misuse({ zh: `选项 ${rawName} 不带内容`, en: `option ${rawName} takes no value` });
    values.set(token.name, value);
    if (token.name === 'rule') severities.set(...severityOf(value));
    if (token.name === 'table') tables.push(value);
  }
  if (values.has('help')) return { name: 'help' };
  if (values.has('version')) return { name: 'version' };
  return commandOf(positionals, values, severities, tables);
}

function commandOf(
  [name, ...files]: readonly string[],
  values: ReadonlyMap<Option, string>,
  severities: ReadonlyMap<string, Severity | 'off'>,
  tables: readonly string[],
): Command {
  if (name === undefined) throw misuse({ zh: '没有写命令', en: 'no command is given' });
  if (!isCommand(name)) throw misuse({ zh: `没有命令 ${name}`, en: `there is no command ${name}` });
  const foreign = [...values.keys()].find((option) => !KNOWN[name].includes(option));
  if (foreign) throw unknownOption(`--${foreign}`, name);
  const [file] = files;
  if (name === 'lsp') {
    if (file !== undefined) throw misuse({ zh: 'lsp 后面不写文件', en: 'lsp takes no file' });
    return { name };
  }
  if (name === 'rules') {
    if (files.length > 1) throw misuse({ zh: 'rules 一次只说明一条规则', en: 'rules explains one rule at a time' });
    return { name, ...(file !== undefined && { id: file }) };
  }
  if (file === undefined) throw misuse({ zh: `${name} 后面缺少文件`, en: `${name} needs a file` });
  const profile = values.get('profile');
  if (name === 'format') {
    const punctuation = oneOf(values, 'punctuation', ['half', 'full']);
    const style = { punctuation, alignAmounts: values.has('align-amounts') };
    return { name, files, check: values.has('check'), ...(profile && { profile }), style };
  }
  if (name === 'check') {
    const format = oneOf(values, 'format', FORMAT_NAMES);
    const failOn = oneOf(values, 'fail-on', ['error', 'warning', 'info']);
    const strict = values.has('strict');
    return { name, files, format, ...threadsIn(values), failOn, ...(profile && { profile }), strict, severities };
  }
  const output = values.get('output');
  const written = {
    ...(output !== undefined && output !== STANDARD_OUTPUT && { output }),
    ...(profile && { profile }),
    force: values.has('force'),
  };
  if (name === 'import') {
    const report = oneOf(values, 'report', ['text', 'json']);
    return { name, files, ...written, tables, list: values.has('list'), report };
  }
  if (files.length > 1) throw misuse({ zh: `${name} 一次只处理一个文件`, en: `${name} takes one file at a time` });
  const paper = oneOf(values, 'paper', PAPERS);
  if (name === 'preview') return { name, file, ...written, view: oneOf(values, 'view', VIEW_IDS), paper };
  const layout = values.has('layout') ? oneOf(values, 'layout', EXPORT_LAYOUTS) : undefined;
  return { name, file, ...written, format: exportFormat(values), ...(layout && { layout }), paper };
}

/** Stands for the standard output where a file's name is expected. */
const STANDARD_OUTPUT = '-';

/** What a file is exported as: by its name, or as it is said. */
function exportFormat(values: ReadonlyMap<Option, string>): ExportFormat {
  if (values.has('format')) return FORMATS[oneOf(values, 'format', FORMAT_WORDS)];
  const output = values.get('output');
  if (output === undefined)
    throw misuse({ zh: 'export 要用 -o 写明输出文件', en: 'export needs -o with the file to write' });
  const ending = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? '';
  const format = FORMAT_WORDS.find((word) => word === ending);
  if (format) return FORMATS[format];
  const known = FORMAT_WORDS.map((word) => `.${word}`);
  throw misuse(
    output === STANDARD_OUTPUT
      ? { zh: `-o - 要用 --format 写明格式`, en: '-o - needs --format' }
      : {
          zh: `从文件名 ${output} 看不出格式;结尾用 ${known.join('、')} 之一,或加 --format`,
          en: `the name ${output} tells no format; let it end in one of ${known.join(', ')}, or add --format`,
        },
  );
}

const FORMATS = {
  xlsx: 'xlsx',
  docx: 'docx',
  html: 'html',
  csv: 'csv',
  md: 'markdown',
  json: 'json',
} as const satisfies Readonly<Record<string, ExportFormat>>;
const FORMAT_WORDS = ['xlsx', 'docx', 'html', 'csv', 'md', 'json'] as const;

function misuse({ zh, en }: Bilingual): CannotDo {
  return new CannotDo({ zh: `${zh};用法见 jxmb --help`, en: `${en}; see jxmb --help` });
}

function isCommand(name: string): name is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, name);
}

/** Reads `total-mismatch=off`. */
function severityOf(text: string): [string, Severity | 'off'] {
  const [id = '', chosen] = text.split('=');
  if (!ruleIds.has(id)) throw misuse({ zh: `没有规则 ${id}`, en: `there is no rule ${id}` });
  if (isSeverity(chosen)) return [id, chosen];
  const levels = ['off', ...SEVERITIES];
  throw misuse({
    zh: `选项 --rule 写成 ${id}=级别,级别是 ${levels.join('、')} 之一`,
    en: `option --rule is written ${id}=LEVEL, where LEVEL is one of ${levels.join(', ')}`,
  });
}

function isOption(name: string): name is Option {
  return Object.hasOwn(OPTIONS, name);
}

function unknownOption(rawName: string, command?: string): CannotDo {
  return command
    ? misuse({ zh: `${command} 没有选项 ${rawName}`, en: `${command} has no option ${rawName}` })
    : misuse({ zh: `没有选项 ${rawName}`, en: `there is no option ${rawName}` });
}

function threadsIn(values: ReadonlyMap<Option, string>): { threads?: number } {
  const written = values.get('threads');
  if (written === undefined) return {};
  const threads = Number(written);
  if (/^\d+$/.test(written) && threads >= 1 && threads <= MOST_THREADS) return { threads };
  throw misuse({
    zh: `选项 --threads 是 1 到 ${MOST_THREADS} 的整数,不能是 ${written}`,
    en: `option --threads is a whole number from 1 to ${MOST_THREADS}, not ${written}`,
  });
}

const MOST_THREADS = 256;

/** The value of an option that must be one of some words; the first where it is not given. */
function oneOf<T extends string>(values: ReadonlyMap<Option, string>, option: Option, words: readonly [T, ...T[]]): T {
  const value = values.get(option);
  if (value === undefined) return words[0];
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  throw misuse({
    zh: `选项 --${option} 只能是 ${words.join('、')},不能是 ${value}`,
    en: `option --${option} is one of ${words.join(', ')}, not ${value}`,
  });
}

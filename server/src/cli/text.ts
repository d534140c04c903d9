import type { Range } from 'vscode-languageserver-types';
import type { ImportTable } from '../features/exchange/exchange.ts';
import type { ReportedFinding } from '../features/report.ts';
import { rules } from '../rules/registry.ts';
import { type Language, SEVERITIES, type Severity } from '../rules/rule.ts';
import type { Tally } from './check/tally.ts';
import type { Problem } from './fileProblem.ts';

/** What the command line says to people. Whatever comes from a file or a command goes through `printable`. */

const WORDS: Readonly<Record<Language, Readonly<Record<Severity | 'note', string>>>> = {
  zh: { error: '错误', warning: '疑点', info: '提示', hint: '参考', note: '附注' },
  en: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', note: 'note' },
};

/** A finding as a compiler would print it: a line for it, and one for each other place; lines and columns count from 1. */
export function findingText(finding: ReportedFinding, language: Language): string {
  const { file, rule, severity, message, range, related } = finding;
  const words = WORDS[language];
  const at = ({ start }: Range, where = file) => `${printable(where)}:${start.line + 1}:${start.character + 1}`;
  return [
    `${at(range)}: ${words[severity]}: ${printable(message)} [${rule}]\n`,
    ...related.map((other) => `  ${at(other.range, other.file)}: ${words.note}: ${printable(other.message)}\n`),
  ].join('');
}

/** Why a file cannot be used. */
export function problemText(file: string, { reason }: Problem, language: Language): string {
  return `jxmb: ${printable(`${file}: ${reason[language]}`)}\n`;
}

/** How many findings there are, and how grave: the last line of a report. */
export function summaryText({ files, findings }: Tally, language: Language): string {
  const counts = SEVERITIES.map((severity) => ({ word: WORDS[language][severity], count: findings[severity] })).filter(
    ({ count }) => count > 0,
  );
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (language === 'zh') {
    const what = counts.map(({ word, count }) => `${word} ${count}`).join('、');
    return all > 0 ? `共检查 ${files} 个文件,${all} 个问题: ${what}\n` : `共检查 ${files} 个文件,没有发现问题\n`;
  }
  const what = counts.map(({ word, count }) => counted(count, word)).join(', ');
  const checked = `in ${counted(files, 'file')}`;
  return all > 0 ? `${counted(all, 'finding')} ${checked}: ${what}\n` : `no findings ${checked}\n`;
}

/** All rules, a line each: id, severity, title. */
export function ruleListText(language: Language): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const levels = rules.map(({ severity }) => WORDS[language][severity]);
  const levelWidth = Math.max(...levels.map((level) => level.length));
  return rules
    .map(({ id, title }, i) => `${id.padEnd(width)}  ${(levels[i] as string).padEnd(levelWidth)}  ${title[language]}\n`)
    .join('');
}

/** The tables of files, a line each, numbered as they are chosen by. */
export function tableListText(tables: readonly ImportTable[], namesFiles: boolean, language: Language): string {
  const notImported = { zh: '不导入', en: 'not imported' }[language];
  return tables
    .map((table, i) => tableLine(table, i, namesFiles, language, table.isChosen ? '' : notImported))
    .join('');
}

/** The tables that were not imported, numbered among all, with how to import them; nothing where there is none. */
export function leftOutText(tables: readonly ImportTable[], namesFiles: boolean, language: Language): string {
  const lines = tables.flatMap((table, i) => (table.isChosen ? [] : tableLine(table, i, namesFiles, language)));
  if (lines.length === 0) return '';
  const heading = {
    zh: `没有导入的表（${lines.length}）；要导入就用 --table 写明序号或工作表名`,
    en: `Tables that were left out (${lines.length}); --table takes one by its number or the name of its sheet`,
  };
  return `\n${heading[language]}\n${lines.map((line) => `  ${line}`).join('')}`;
}

function tableLine(
  { file, name, layout, title, projects, indicators, moneyUnit, profile, isTable, reason }: ImportTable,
  place: number,
  namesFiles: boolean,
  language: Language,
  note = '',
): string {
  const zh = language === 'zh';
  const what = [
    namesFiles && name !== file ? `${file}: ${name}` : name,
    title,
    layout[language],
    ...(isTable
      ? [
          zh ? `${projects} 个项目` : counted(projects, 'project'),
          indicators === 0 ? '' : zh ? `${indicators} 条指标` : counted(indicators, 'indicator'),
          moneyUnit ?? '',
          profile,
        ]
      : []),
    note,
    reason?.[language] ?? '',
  ];
  return `${place + 1}  ${printable(what.filter((one) => one !== '').join(' · '))}\n`;
}

/** What is to be known of a file that was made; nothing where there is nothing. */
export function exportSummaryText(errors: number, notes: readonly string[], language: Language): string {
  const told =
    language === 'zh' ? `表里有 ${errors} 个错误,照样导出` : `exported with ${counted(errors, 'error')} in the table`;
  return [...(errors > 0 ? [told] : []), ...notes].map((line) => `${line}\n`).join('');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'info' ? '' : 's'}`;
}

/** A text on one line and without characters that would command a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** A text of several lines without characters that would command a terminal. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { client, profile } from '../tables.ts';
import { completionsAt, environment, exampleWith, lineWithItem } from './marks.ts';

/** What is offered at marked places, and what becomes of a line when something is taken. */

/** What begins a project, and a unit: the label, and the whole of it. */
export const PROJECT = ['项目名称', '项目: 各栏和各类指标', '项目: 各栏和第一条指标'];
export const UNIT = ['资金使用单位', '单位: 名称和金额'];
export const LAST_INDICATOR =
  '  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。';
export const CLASSES = profile.classes.flatMap(({ children }) => children.map(({ code, name }) => `${code}-${name}`));
export const OUTPUT = CLASSES.filter((name) => name.startsWith('1'));
/** As they come below an indicator of satisfaction, such as the example's last. */
export const BEHIND_LAST = [...CLASSES.slice(CLASSES.indexOf('31-服务对象满意度')), ...CLASSES.slice(0, 8)];

/** A bare client: neither tab stops nor our commands. */
export const bare: ServiceEnvironment = {
  ...environment,
  client: { ...client, snippets: false, replaceRanges: false, resolvesCompletions: false, vscode: false },
};

/** The example with a line of one's own below its last full indicator. */
export const afterIndicators = (line: string) => exampleWith({ below: LAST_INDICATOR }, line);

export async function labelsAt(marked: string, given?: ServiceEnvironment): Promise<string[]> {
  return (await completionsAt(marked, given)).items.map(({ label }) => label);
}

export async function itemAt(marked: string, label: string, given?: ServiceEnvironment): Promise<CompletionItem> {
  const { items } = await completionsAt(marked, given);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} among ${items.map((other) => other.label).join(' | ')}`);
  return item;
}

/** What becomes of the marked line when an item is taken, the first one where none is named. */
export async function take(marked: string, label?: string, given?: ServiceEnvironment): Promise<string> {
  const name = label ?? (await labelsAt(marked, given))[0];
  assert.ok(name, 'nothing is offered');
  return lineWithItem(marked, await itemAt(marked, name, given));
}

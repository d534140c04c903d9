import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover, Position } from 'vscode-languageserver-types';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import { nodeHost } from '../../server/src/nodeHost.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { client } from '../tables.ts';

/**
 * Tables with a cursor in them: `│` marks the place and is no part of the text. A template literal may begin with a
 * line end for looks.
 */
export const MARK = '│';

/** What features are given in tests: the real profile and catalogue, and a client that can do everything. */
export const environment: ServiceEnvironment = {
  ...nodeHost,
  language: 'zh',
  client,
  workspace: new Workspace(),
};

/** A table as the description of the format shows it first. */
export const EXAMPLE = `// 2025 年部门项目支出
项目支出绩效目标表(含转移支付项目)
部门名称: 示范市科技局
单位: 万元

合计
总计: 178.73
财政拨款: 178.73

资金使用单位: 示范市科技局本级
总计: 178.73
财政拨款: 178.73

项目名称: 科技金融专项
总计: 120.00
财政拨款: 100.00
财政专户拨款:
其他资金: 20.00
绩效目标:
  1. 建成企业创新积分信息平台。
  2. 目标2: 引导社会资金投向科技型企业。
绩效指标:
  1、1-产出指标; 11-数量指标; 建设信息平台数量; 实施周期指标值:1个; 年度指标值:1个。
  2、2-效益指标; 22-社会效益; 举办宣传活动次数; 实施周期指标值:≥2场; 年度指标值:≥2场。
  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。

项目名称: 租赁岗位合同工经费
总计: 58.73
财政拨款: 58.73
绩效目标: 及时支付合同工工资福利,保障日常工作。
绩效指标:
  …
`;

/** The example with more lines in it, below a line of it or in that line's place. */
export function exampleWith({ below, instead }: { below?: string; instead?: string }, lines: string): string {
  const line = below ?? instead ?? '';
  const at = EXAMPLE.indexOf(line);
  assert.ok(line !== '' && at >= 0 && at === EXAMPLE.lastIndexOf(line), `${line} is to be there once`);
  return EXAMPLE.replace(line, () => (below === undefined ? lines : `${line}\n${lines}`));
}

export interface Marked {
  readonly document: TableDocument;
  readonly position: Position;
}

/** Opens a table and says where its mark stands. */
export function openMarked(marked: string, given: ServiceEnvironment = environment): Marked {
  const text = marked.replace(/^\n/, '');
  const at = text.indexOf(MARK);
  assert.ok(at >= 0 && at === text.lastIndexOf(MARK), 'one mark is wanted');
  const document = createLanguageService(given).open('file:///a.jxmb', 'jxmb', 0, text.replace(MARK, ''));
  return { document, position: document.positionAt(at) };
}

/** What is offered at a table's mark. */
export function completionsAt(marked: string, given: ServiceEnvironment = environment): Promise<CompletionList> {
  const { document, position } = openMarked(marked, given);
  return createLanguageService(given).complete(document, position);
}

/** The line that an item makes of the marked one (all of them where it adds lines), tab stops as they are written. */
export function lineWithItem(marked: string, item: CompletionItem): string {
  const lines = withItem(marked, item).split('\n');
  const line = openMarked(marked).position.line;
  const added = lines.length - marked.replace(/^\n/, '').split('\n').length;
  return lines.slice(line, line + added + 1).join('\n');
}

/** What an item makes of a table: the text with it put in, tab stops as they are written. */
export function withItem(marked: string, item: CompletionItem): string {
  const { document } = openMarked(marked);
  const edit = item.textEdit;
  assert.ok(edit);
  const range = 'range' in edit ? edit.range : edit.insert;
  document.edit(document.offsetAt(range.start), document.offsetAt(range.end), edit.newText);
  return document.getText();
}

/** What is shown at a table's mark, with the text it is about; undefined where nothing is. */
export async function hoverAt(
  marked: string,
  given: ServiceEnvironment = environment,
): Promise<{ about: string; text: string } | undefined> {
  const { document, position } = openMarked(marked, given);
  const hover = await createLanguageService(given).hover(document, position);
  return hover ? { about: document.getText(hover.range ?? assert.fail()), text: markdownOf(hover) } : undefined;
}

/** The text alone; empty where nothing is shown. */
export async function hoverText(marked: string, given: ServiceEnvironment = environment): Promise<string> {
  return (await hoverAt(marked, given))?.text ?? '';
}

export function markdownOf(hover: Hover | null): string {
  assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
  assert.equal(hover.contents.kind, 'markdown');
  return hover.contents.value;
}

export const english: ServiceEnvironment = { ...environment, language: 'en' };

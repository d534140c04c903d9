import { splitBlocks } from '../../syntax/blocks.ts';
import { escapeGoalLines, escapeLine, escapeTexts, escapeTitle, linesOf } from '../../syntax/escape.ts';
import type { BlockKind } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, TOTAL_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { commented } from '../comments/comments.ts';
import { indicatorLine } from './indicatorLine.ts';
import { amountIn, type CommentData, type RowData, type TableData, textsAt } from './tableData.ts';

/**
 * A table's data as the text of a document, which reads as that again.
 * @param defaultProfile of tables that name none
 */
export function tableText(data: TableData, vocabulary: Vocabulary, defaultProfile: string): string {
  const textOf = (lines: readonly string[], kind: BlockKind, comments: readonly CommentData[] = []) =>
    commented(lines.map((line) => `${line}\n`).join(''), kind, comments, vocabulary).text;
  const paragraphs = [
    textOf(headLines(data, vocabulary, defaultProfile), 'head', data.comments),
    ...data.rows.map((row, i) =>
      textOf([...rowLines(row, vocabulary), ...partingLines(row, data.rows[i + 1])], row.kind, row.comments),
    ),
  ];
  return paragraphs.filter((text) => text !== '').join('\n');
}

function headLines(data: TableData, vocabulary: Vocabulary, defaultProfile: string): string[] {
  const labelled = (label: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`${label}: ${escapeLine(text, vocabulary)}`];
  return [
    ...(data.title === undefined ? [] : [escapeTitle(data.title, vocabulary)]),
    ...labelled('部门名称', data.department),
    ...labelled('年度', data.year),
    ...(data.profile === defaultProfile ? [] : [`版式: ${data.profile}`]),
    ...labelled('单位', data.moneyUnit),
    ...otherLines(data.other, data.title === undefined ? 'title' : 'head', vocabulary),
  ];
}

function rowLines(row: RowData, vocabulary: Vocabulary): string[] {
  const { columns, fields, goals } = vocabulary.profile;
  return [
    firstLine(row, vocabulary),
    // Behind a goal or indicators they would be part of those.
    ...otherLines(row.other, row.kind, vocabulary),
    ...columns.flatMap(({ name }) => textsAt(row.amounts, name).map((text) => `${name}: ${amountText(text)}`)),
    ...fields.flatMap(({ name }) =>
      textsAt(row.fields, name).map((text) => `${name}: ${escapeLine(text, vocabulary)}`),
    ),
    ...goals.flatMap(({ name }, index) => {
      return textsAt(row.goals, name).flatMap((text, i) => {
        // A goal ends at another label; its own would be text of it.
        const parting = i > 0 ? [`${INDICATORS_LABEL}:`] : [];
        return [...parting, ...goalLines(name, text, index, vocabulary)];
      });
    }),
    ...indicatorLines(row, vocabulary),
  ];
}

/** Behind a goal a 引用 would be text of it. */
function partingLines({ goals, indicators = [] }: RowData, next: RowData | undefined): string[] {
  const endsInGoal = indicators.length === 0 && Object.keys(goals ?? {}).length > 0;
  return endsInGoal && next?.kind === 'include' ? [`${INDICATORS_LABEL}:`] : [];
}

function firstLine({ kind, name }: RowData, vocabulary: Vocabulary): string {
  switch (kind) {
    case 'total':
      return TOTAL_LABEL;
    case 'include':
      return `引用: ${name}`;
    default:
      return `${kind === 'unit' ? UNIT_LABEL : PROJECT_LABEL}: ${escapeLine(name, vocabulary)}`.trimEnd();
  }
}

/** An exact decimal as tables print it; anything else as it is. */
function amountText(text: string): string {
  return amountIn(text)?.toAmount() ?? text;
}

function goalLines(label: string, text: string, index: number, vocabulary: Vocabulary): string[] {
  const written = linesOf(text);
  if (written.length <= 1) return [`${label}: ${escapeLine(written[0] ?? '', vocabulary)}`.trimEnd()];
  return [`${label}:`, ...escapeGoalLines(text, index, vocabulary).map((line) => `  ${line}`)];
}

function indicatorLines({ indicators = [] }: RowData, vocabulary: Vocabulary): string[] {
  if (indicators.length === 0) return [];
  return [`${INDICATORS_LABEL}:`, ...indicators.map((indicator) => `  ${indicatorLine(indicator, vocabulary)}`)];
}

/** Lines that belong to nothing: they are read as that, where that can be had at all. */
function otherLines(
  texts: readonly string[] = [],
  kind: RowData['kind'] | 'head' | 'title',
  vocabulary: Vocabulary,
): string[] {
  const isHead = kind === 'head' || kind === 'title';
  const first = isHead ? (kind === 'head' ? 'x\n' : '') : kind === 'total' ? `${TOTAL_LABEL}\n` : `${PROJECT_LABEL}:\n`;
  return texts.flatMap((text) =>
    linesOf(text).map((line) => {
      const reads = ([written = '']: readonly string[]) => {
        const document = `${first}${written}`;
        const blocks = splitBlocks(document, vocabulary);
        const parts = parseBlock(isHead ? 'head' : 'project', document, vocabulary).parts;
        const last = parts.at(-1);
        if (blocks.length !== 1 || !last) return false;
        return isHead
          ? !['comment', 'lead', 'goal', 'indicators'].includes(last.type)
          : last.type === 'stray' || last.type === 'marker' || (last.type === 'field' && last.role !== 'field');
      };
      return escapeTexts([line], reads)[0] as string;
    }),
  );
}

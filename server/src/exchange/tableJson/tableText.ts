import { splitBlocks } from '../../syntax/blocks.ts';
import { escapeGoalLines, escapeLine, escapeTexts, escapeTitle, linesOf } from '../../syntax/escape.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, TOTAL_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { indicatorLine } from './indicatorLine.ts';
import {
  amountIn,
  BEFORE_OTHER,
  BEFORE_TITLE,
  type CommentData,
  type RowData,
  type TableData,
  textsAt,
} from './tableData.ts';

/** A line of the document, and where comments find it. */
interface Line {
  readonly text: string;
  readonly label?: string;
  readonly index?: number;
}

/**
 * A table's data as the text of a document, which reads as that again.
 * @param defaultProfile of tables that name none
 */
export function tableText(data: TableData, vocabulary: Vocabulary, defaultProfile: string): string {
  const paragraphs = [
    headLines(data, vocabulary, defaultProfile),
    ...data.rows.map((row, i) =>
      commented([...rowLines(row, vocabulary), ...partingLines(row, data.rows[i + 1])], row.comments),
    ),
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function headLines(data: TableData, vocabulary: Vocabulary, defaultProfile: string): string[] {
  const labelled = (label: string, text: string | undefined): Line[] =>
    text === undefined ? [] : [{ text: `${label}: ${escapeLine(text, vocabulary)}`, label }];
  const lines: Line[] = [
    ...(data.title === undefined ? [] : [{ text: escapeTitle(data.title, vocabulary), label: BEFORE_TITLE }]),
    ...labelled('部门名称', data.department),
    ...labelled('年度', data.year),
    ...(data.profile === defaultProfile ? [] : [{ text: `版式: ${data.profile}`, label: '版式' }]),
    ...labelled('单位', data.moneyUnit),
    ...otherLines(data.other, data.title === undefined ? 'title' : 'head', vocabulary),
  ];
  return commented(lines, data.comments);
}

function rowLines(row: RowData, vocabulary: Vocabulary): Line[] {
  const { columns, fields, goals } = vocabulary.profile;
  return [
    { text: firstLine(row, vocabulary) },
    // Behind a goal or indicators they would be part of those.
    ...otherLines(row.other, row.kind, vocabulary),
    ...columns.flatMap(({ name }) =>
      textsAt(row.amounts, name).map((text): Line => ({ text: `${name}: ${amountText(text)}`, label: name })),
    ),
    ...fields.flatMap(({ name }) =>
      textsAt(row.fields, name).map((text): Line => {
        return { text: `${name}: ${escapeLine(text, vocabulary)}`, label: name };
      }),
    ),
    ...goals.flatMap(({ name }, index) => {
      let before = 0;
      return textsAt(row.goals, name).flatMap((text) => {
        // A goal ends at another label; its own would be text of it.
        const parting: Line[] = before > 0 ? [{ text: `${INDICATORS_LABEL}:` }] : [];
        const lines = goalLines(name, text, index, before, vocabulary);
        before += 1;
        return [...parting, ...lines];
      });
    }),
    ...indicatorLines(row, vocabulary),
  ];
}

/** Behind a goal a 引用 would be text of it. */
function partingLines({ goals, indicators = [] }: RowData, next: RowData | undefined): Line[] {
  const endsInGoal = indicators.length === 0 && Object.keys(goals ?? {}).length > 0;
  return endsInGoal && next?.kind === 'include' ? [{ text: `${INDICATORS_LABEL}:` }] : [];
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

function goalLines(label: string, text: string, index: number, before: number, vocabulary: Vocabulary): Line[] {
  const written = linesOf(text);
  if (written.length <= 1) {
    return [{ text: `${label}: ${escapeLine(written[0] ?? '', vocabulary)}`.trimEnd(), label, index: before }];
  }
  return [
    { text: `${label}:`, label, index: before },
    ...escapeGoalLines(text, index, vocabulary).map((line, i): Line => {
      return { text: `  ${line}`, ...(i > 0 && { label, index: before + i }) };
    }),
  ];
}

function indicatorLines({ indicators = [] }: RowData, vocabulary: Vocabulary): Line[] {
  if (indicators.length === 0) return [];
  return [
    { text: `${INDICATORS_LABEL}:`, label: INDICATORS_LABEL, index: 0 },
    ...indicators.map((indicator, index): Line => {
      return { text: `  ${indicatorLine(indicator, vocabulary)}`, label: INDICATORS_LABEL, index };
    }),
  ];
}

/** Lines that belong to nothing: they are read as that, where that can be had at all. */
function otherLines(
  texts: readonly string[] = [],
  kind: RowData['kind'] | 'head' | 'title',
  vocabulary: Vocabulary,
): Line[] {
  const isHead = kind === 'head' || kind === 'title';
  const first = isHead ? (kind === 'head' ? 'x\n' : '') : kind === 'total' ? `${TOTAL_LABEL}\n` : `${PROJECT_LABEL}:\n`;
  return texts.flatMap((text, index) =>
    linesOf(text).map((line): Line => {
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
      return { text: escapeTexts([line], reads)[0] as string, label: BEFORE_OTHER, index };
    }),
  );
}

/** Lines with the comments before those that they stand before; what has no such line comes at the end. */
function commented(lines: readonly Line[], comments: readonly CommentData[] = []): string[] {
  const waiting = [...comments];
  const written: string[] = [];
  const seen = new Map<string, number>();
  for (const { text, label, index } of lines) {
    const count = label === undefined ? 0 : (seen.get(label) ?? 0);
    if (label !== undefined) {
      const at = index ?? count;
      for (let i = 0; i < waiting.length; ) {
        const comment = waiting[i] as CommentData;
        if (comment.before === label && (comment.index ?? 0) <= at) {
          written.push(`${text.startsWith('  ') ? '  ' : ''}// ${comment.text}`.trimEnd());
          waiting.splice(i, 1);
        } else i++;
      }
      seen.set(label, count + 1);
    }
    written.push(text);
  }
  return [...written, ...waiting.map(({ text }) => `// ${text}`.trimEnd())];
}

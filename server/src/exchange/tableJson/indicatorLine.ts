import { splitBlocks } from '../../syntax/blocks.ts';
import { escapeTexts } from '../../syntax/escape.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { STYLE } from '../../syntax/style.ts';
import { joinedText } from '../../syntax/text.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { type IndicatorData, textsAt } from './tableData.ts';

const BEFORE = `${PROJECT_LABEL}:\n${INDICATORS_LABEL}:\n  `;

/**
 * An indicator as a line of the document, with the escapes it takes to be read as that. A text among the indicators is
 * written as it is where it reads as one line of them.
 */
export function indicatorLine(data: IndicatorData, vocabulary: Vocabulary): string {
  if (data.text !== undefined) return escapeTexts([data.text], (texts) => readsAsText(texts, vocabulary))[0] as string;
  const parts = partsOf(data, vocabulary);
  const texts = escapeTexts(
    parts.map(({ text }) => text),
    (written) => readsAs(lineOf(data, parts, written), parts, data.number, vocabulary),
  );
  return lineOf(data, parts, texts);
}

type Part = { readonly is: 'class1' | 'class2' | 'code' | 'name'; readonly text: string } | ValuePart;

interface ValuePart {
  readonly is: 'value';
  readonly label: string;
  readonly index: number;
  readonly text: string;
}

function partsOf({ level1, level2, code, name, values }: IndicatorData, { valueLabels }: Vocabulary): Part[] {
  const written: readonly (readonly ['class1' | 'class2' | 'code' | 'name', string | undefined])[] = [
    ['class1', level1],
    ['class2', level2],
    ['code', code],
    ['name', name],
  ];
  return [
    ...written.flatMap(([is, text]) => (text ? [{ is, text }] : [])),
    ...valueLabels.flatMap(({ name: label }, index) =>
      textsAt(values, label).map((text): Part => ({ is: 'value', label, index, text })),
    ),
  ];
}

function lineOf({ number }: IndicatorData, parts: readonly Part[], texts: readonly string[]): string {
  let line = number === undefined ? '' : `${number}${STYLE.afterNumber}`;
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    if (before) line += before.is === 'code' ? '-' : `${STYLE.between} `;
    line += part.is === 'value' ? `${part.label}${STYLE.afterLabel}${texts[i]}` : texts[i];
  });
  return `${line}${STYLE.end}`;
}

/** Whether a line is read as one indicator with just these parts. */
function readsAs(line: string, parts: readonly Part[], number: string | undefined, vocabulary: Vocabulary): boolean {
  const text = BEFORE + line;
  const [item, ...others] = itemsOf(text, vocabulary) ?? [];
  if (item?.type !== 'indicator' || others.length > 0) return false;
  const read: [string, string][] = [];
  const add = (is: string, span: { start: number; end: number } | undefined) => {
    if (span) read.push([is, joinedText(text, span, item.inserts)]);
  };
  add('class1', item.class1);
  add('class2', item.class2);
  add('code', item.code3);
  add('name', item.name);
  for (const value of item.values) add(`value${value.index}`, value.text);
  const meant = parts.map((part): [string, string] => [
    part.is === 'value' ? `value${part.index}` : part.is,
    part.text,
  ]);
  const readNumber = item.number && text.slice(item.number.start, item.number.end);
  return readNumber === number && JSON.stringify(read) === JSON.stringify(meant);
}

function readsAsText([line = '']: readonly string[], vocabulary: Vocabulary): boolean {
  const items = itemsOf(BEFORE + line, vocabulary);
  return items?.length === 1 && items[0]?.type !== 'indicator' && items[0]?.type !== 'comment';
}

function itemsOf(text: string, vocabulary: Vocabulary) {
  if (splitBlocks(text, vocabulary).length !== 1) return undefined;
  const [, list, ...others] = parseBlock('project', text, vocabulary).parts;
  return list?.type === 'indicators' && others.length === 0 ? list.items : undefined;
}

import { COLON, COMMA, fold, SEMICOLON } from '../../syntax/characters.ts';
import { STYLE } from '../../syntax/style.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Indicator } from '../../table/row.ts';
import { hasLineEnd, isOnly, marksIn, shown } from './marks.ts';
import { type MarkFix, type Tell, tellOf } from './wrongMarks.ts';

/** The marks between class, class, name and values. */
export function checkFields(indicator: Indicator, text: string, vocabulary: Vocabulary, tell: Tell): void {
  const { node } = indicator;
  const { class1, class2, values } = node;
  const name = node.code3 ?? node.name;
  const isLabelled = values.some(({ label }) => label);
  if (class1 && class2) checkBetween(indicator, class1.end, class2.start, isLabelled, text, tell);
  const before = class2 ?? class1;
  if (before && name) {
    // Where a field between them is empty, its marks stand together.
    checkBetween(indicator, before.end, name.start, isLabelled, text, tell, class2 === undefined);
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as (typeof values)[number];
    const previous = i === 0 ? node.name : values[i - 1];
    if (!previous) continue;
    const found = checkBetween(indicator, previous.end, value.start, isLabelled, text, tell);
    if (found !== 'none' || !value.label) continue;
    const textBefore = values[i - 1]?.text;
    if (textBefore && textBefore.start >= textBefore.end) continue;
    tell({
      span: { start: value.label.start, end: value.label.end },
      message: 'absent',
      args: { label: vocabulary.valueLabels[value.index]?.name ?? '', right: STYLE.between },
      indicator: indicator.number ?? null,
      data: {
        edits: [{ start: previous.end, end: previous.end, text: STYLE.between }],
        fix: { message: 'add', args: { right: STYLE.between } },
      } satisfies MarkFix,
    });
  }
}

/** Looks at the marks between two fields; `none` where there is no mark and no line end, so that one is missing. */
function checkBetween(
  indicator: Indicator,
  from: number,
  to: number,
  isLabelled: boolean,
  text: string,
  tell: Tell,
  mayBeDoubled = false,
): 'none' | undefined {
  if (isOnly(text, from, to, SEMICOLON)) return undefined;
  const marks = marksIn(text, from, to, indicator);
  if (!marks) return undefined;
  const [first] = marks;
  if (first === undefined) return hasLineEnd(text, from, to) ? undefined : 'none';
  if (marks.length === 1) {
    const code = fold(text.charCodeAt(first));
    if (code === SEMICOLON || (!isLabelled && (code === COMMA || code === COLON))) return undefined;
  } else if (mayBeDoubled) return undefined;
  tellOf(indicator, marks, 'between', text, tell);
  return undefined;
}

/** The colons behind a value label. */
export function checkColons(indicator: Indicator, text: string, tell: Tell): void {
  for (const { label, text: value } of indicator.node.values) {
    if (!label || value.start <= label.colon + 1) continue;
    const more = marksIn(text, label.colon + 1, value.start, indicator)?.filter(
      (mark) => fold(text.charCodeAt(mark)) === COLON,
    );
    const last = more?.at(-1);
    if (!more || last === undefined) continue;
    tell({
      span: { start: label.colon, end: last + 1 },
      message: 'doubled',
      args: { mark: shown(text, label.colon, last + 1), right: STYLE.afterLabel },
      indicator: indicator.number ?? null,
      data: {
        edits: more.map((mark) => ({ start: mark, end: mark + 1, text: '' })),
        fix: { message: 'replace', args: { right: STYLE.afterLabel } },
      } satisfies MarkFix,
    });
  }
}

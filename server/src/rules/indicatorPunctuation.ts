import {
  COLON,
  COMMA,
  ENUMERATION,
  FULL_STOP,
  fold,
  isBetweenFields,
  isBlankCode,
  isLineEnd,
  SEMICOLON,
} from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import { STYLE } from '../syntax/style.ts';
import { isForValue, type Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator } from '../table/row.ts';
import { isCutLabel } from './missingValue.ts';
import { indicatorsOf } from './placement.ts';
import { reread, saySame } from './reread.ts';
import type { BlockRule, Fix, Report, TextEdit } from './rule.ts';

/** How a wrong mark is put right. */
interface Data {
  readonly edits: readonly TextEdit[];
  readonly fix: Pick<Fix, 'message' | 'args'>;
}

/** Where marks stand; an end of its own is one in a project whose indicators do not end as the style has it. */
type Place = 'between' | 'end' | 'end of its own';

export const indicatorPunctuation: BlockRule = {
  id: 'indicator-punctuation',
  scope: 'block',
  severity: 'info',
  review: 'form',
  title: { zh: '指标标点不规范', en: 'Marks of an indicator' },
  explanation: {
    zh: '类别、名称、指标值之间用分号,指标值标签后用一个冒号,每条指标以句号结尾;多打的标点、名称末尾的顿号也在此列。全角半角都算对。不写标签的指标,各项之间用逗号、冒号也可以;一个项目多数指标不以句号结尾的,是自己的写法,不提示。',
    en: 'Classes, name and values are parted by one semicolon, a value label has one colon, an indicator ends in 。; doubled marks and a 、 at a name’s end are found too. Full and half width are equal. Where no label is written commas and colons may part the fields, and where most of a project’s indicators do not end in 。 that is its own way.',
  },
  reason: {
    zh: '标点错了,系统会把两项读成一项,或者把一项拆成两项。',
    en: 'With a wrong mark systems read two fields as one, or one as two.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场, 年度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场; 年度指标值:20场。
`,
  },
  messages: {
    wrong: { zh: '这里的"{mark}"应为"{right}"', en: '“{mark}” should be “{right}” here' },
    doubled: { zh: '标点多余:"{mark}"应为"{right}"', en: 'One mark too many: “{mark}” should be “{right}”' },
    absent: { zh: '{label}前缺少"{right}"', en: '“{right}” is missing before {label}' },
    name: { zh: '指标名称末尾多了"{mark}"', en: 'The name ends in “{mark}”' },
    end: {
      zh: '这条指标以"{mark}"结尾,其他指标以"{right}"结尾',
      en: 'This indicator ends in “{mark}”, the others in “{right}”',
    },
    noEnd: {
      zh: '这条指标末尾缺少"{right}"',
      en: 'This indicator lacks the “{right}” at its end',
    },
    replace: { zh: '改为"{right}"', en: 'Change to “{right}”' },
    remove: { zh: '删去"{mark}"', en: 'Take “{mark}” out' },
    add: { zh: '补上"{right}"', en: 'Put “{right}” in' },
  },

  check(row, text, { vocabulary }, report) {
    const indicators = indicatorsOf(row);
    let ended: number | undefined;
    const othersEndInStyle = () => {
      ended ??= indicators.filter((other) => endsInStyle(other, text)).length;
      return ended * 2 > indicators.length - 1;
    };
    for (let i = 0; i < indicators.length; i++) {
      const indicator = indicators[i] as Indicator;
      checkFields(indicator, text, vocabulary, report);
      checkColons(indicator, text, report);
      checkEnd(indicator, indicators[i + 1], text, vocabulary, report, othersEndInStyle);
    }
  },

  fixes({ data }, row, text, context) {
    const { edits, fix } = data as Data;
    // Where the text is damaged a mark may be what keeps it apart.
    if (!saySame(row, reread(row, text, edits, context))) return [];
    return [{ ...fix, edits, preferred: true, ...(fix.message !== 'add' && { sure: true as const }) }];
  },
};

type Tell = (finding: Report) => void;

/** The marks between class, class, name and values. */
function checkFields(indicator: Indicator, text: string, vocabulary: Vocabulary, tell: Tell): void {
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
    const isEmpty = i > 0 && isBlank(values[i - 1]?.text);
    if (isEmpty) continue;
    tell({
      span: { start: value.label.start, end: value.label.end },
      message: 'absent',
      args: { label: vocabulary.valueLabels[value.index]?.name ?? '', right: STYLE.between },
      indicator: indicator.number ?? null,
      data: {
        edits: [{ start: previous.end, end: previous.end, text: STYLE.between }],
        fix: { message: 'add', args: { right: STYLE.between } },
      } satisfies Data,
    });
  }
}

function isBlank(span: Span | undefined): boolean {
  return span !== undefined && span.start >= span.end;
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
function checkColons(indicator: Indicator, text: string, tell: Tell): void {
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
      } satisfies Data,
    });
  }
}

/** The marks at an indicator's end. */
function checkEnd(
  indicator: Indicator,
  next: Indicator | undefined,
  text: string,
  vocabulary: Vocabulary,
  tell: Tell,
  othersEndInStyle: () => boolean,
): void {
  const { node, values, number } = indicator;
  const last = node.values.at(-1) ?? node.name;
  if (!last || isOnly(text, last.end, node.end, FULL_STOP)) return;
  const marks = marksIn(text, last.end, node.end, indicator);
  if (!marks) return;
  const [first] = marks;
  if (first === undefined) {
    if (isUnfinished(indicator, vocabulary) || runsInto(next, node.end, text) || !othersEndInStyle()) return;
    const value = values.at(-1)?.node;
    tell({
      span: value ? (isBlank(value.text) ? value : value.text) : last,
      message: 'noEnd',
      args: { right: STYLE.end },
      indicator: number ?? null,
      data: {
        edits: [{ start: last.end, end: last.end, text: STYLE.end }],
        fix: { message: 'add', args: { right: STYLE.end } },
      } satisfies Data,
    });
    return;
  }
  if (marks.length === 1 && text.charCodeAt(first) === FULL_STOP) return;
  const isName = text.charCodeAt(first) === ENUMERATION;
  const isOwnWay = !othersEndInStyle();
  if (marks.length > 1 || isName || !isOwnWay)
    tellOf(indicator, marks, isOwnWay ? 'end of its own' : 'end', text, tell);
}

/** Whether an indicator stops before it says all its values: that is the finding, not the mark it lacks. */
function isUnfinished(indicator: Indicator, vocabulary: Vocabulary): boolean {
  const { values } = indicator;
  if (values.length === 0 || values.some((value) => isCutLabel(value, indicator, vocabulary))) return true;
  return vocabulary.valueLabels.some(
    (label, index) => isForValue(label) && !values.some(({ node }) => node.index === index || node.index < 0),
  );
}

/** Whether the next indicator follows on the same line without its number: what stood between them was lost. */
function runsInto(next: Indicator | undefined, end: number, text: string): boolean {
  return next !== undefined && next.number === undefined && !hasLineEnd(text, end, next.node.start);
}

/** Whether the right mark is among those at an indicator's end. */
function endsInStyle({ node }: Indicator, text: string): boolean {
  for (let i = node.end - 1; i >= node.start && isBetweenFields(text.charCodeAt(i)); i--) {
    if (text.charCodeAt(i) === FULL_STOP) return true;
  }
  return false;
}

/** Tells of marks that stand together and are not the right one. */
function tellOf(indicator: Indicator, marks: readonly number[], place: Place, text: string, tell: Tell): void {
  const isRight = (mark: number) => fold(text.charCodeAt(mark)) === (place === 'between' ? SEMICOLON : FULL_STOP);
  const after = marks.filter((mark) => text.charCodeAt(mark) !== ENUMERATION);
  const of = (wrong: readonly number[]) => {
    const span = { start: wrong[0] as number, end: (wrong.at(-1) as number) + 1 };
    return { span, mark: shown(text, span.start, span.end), indicator: indicator.number ?? null };
  };
  const [first] = after;
  if (
    after.length < marks.length &&
    (first === undefined || (after.length === 1 && (isRight(first) || place === 'end of its own')))
  ) {
    // Nothing but the name's end is wrong.
    const wrong = marks.filter((mark) => mark !== first);
    const { span, mark, ...about } = of(wrong);
    const put = first === undefined && place === 'between' ? STYLE.between : '';
    const data: Data = {
      edits: wrong.map((at, i) => ({ start: at, end: at + 1, text: i === 0 ? put : '' })),
      fix: put ? { message: 'replace', args: { right: put } } : { message: 'remove', args: { mark } },
    };
    tell({ span, message: 'name', args: { mark }, ...about, data });
    return;
  }
  const kept = marks.find(isRight) ?? first ?? (marks[0] as number);
  const right = isRight(kept) ? text.charAt(kept) : rightMark(text.charCodeAt(kept), place);
  const edits = marks.flatMap((mark): TextEdit[] => {
    const put = mark === kept ? right : '';
    return put === text.charAt(mark) ? [] : [{ start: mark, end: mark + 1, text: put }];
  });
  const { span, mark, ...about } = of(marks);
  tell({
    span,
    message: marks.length > 1 ? 'doubled' : place === 'between' ? 'wrong' : 'end',
    args: { mark, right },
    ...about,
    data: { edits, fix: { message: 'replace', args: { right } } } satisfies Data,
  });
}

/** The right mark in the width of the wrong one. */
function rightMark(wrong: number, place: Place): string {
  if (place === 'end') return STYLE.end;
  if (place === 'end of its own') return String.fromCharCode(wrong);
  return wrong > 0xff00 ? String.fromCharCode(STYLE.between.charCodeAt(0) + 0xfee0) : STYLE.between;
}

/** Marks as a message shows them. */
function shown(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** Whether a mark stands at an offset and nothing but blanks up to another. */
function isOnly(text: string, from: number, to: number, mark: number): boolean {
  if (from >= to || fold(text.charCodeAt(from)) !== mark) return false;
  for (let i = from + 1; i < to; i++) if (!isBlankCode(text.charCodeAt(i))) return false;
  return true;
}

/** Where the marks between two offsets stand; undefined where something else stands there. Comments do not count. */
function marksIn(text: string, from: number, to: number, { node }: Indicator): number[] | undefined {
  const marks: number[] = [];
  for (let i = from; i < to; i++) {
    const insert = node.inserts.find(({ start, end }) => start <= i && i < end);
    if (insert) {
      i = insert.end - 1;
      continue;
    }
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) continue;
    const mark = fold(code);
    if (mark !== SEMICOLON && mark !== COLON && mark !== COMMA && mark !== FULL_STOP && mark !== ENUMERATION) {
      return undefined;
    }
    marks.push(i);
  }
  return marks;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

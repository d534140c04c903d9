import { ENUMERATION, FULL_STOP, fold, SEMICOLON } from '../../syntax/characters.ts';
import { STYLE } from '../../syntax/style.ts';
import type { Indicator } from '../../table/row.ts';
import type { Fix, Report, TextEdit } from '../rule.ts';
import { shown } from './marks.ts';

export type Tell = (finding: Report) => void;

/** How a wrong mark is put right. */
export interface MarkFix {
  readonly edits: readonly TextEdit[];
  readonly fix: Pick<Fix, 'message' | 'args'>;
}

/** Where marks stand; an end of its own is one in a project whose indicators do not end as the style has it. */
export type Place = 'between' | 'end' | 'end of its own';

/** Tells of marks that stand together and are not the right one. */
export function tellOf(indicator: Indicator, marks: readonly number[], place: Place, text: string, tell: Tell): void {
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
    const data: MarkFix = {
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
    data: { edits, fix: { message: 'replace', args: { right } } } satisfies MarkFix,
  });
}

/** The right mark in the width of the wrong one. */
function rightMark(wrong: number, place: Place): string {
  if (place === 'end') return STYLE.end;
  if (place === 'end of its own') return String.fromCharCode(wrong);
  return wrong > 0xff00 ? String.fromCharCode(STYLE.between.charCodeAt(0) + 0xfee0) : STYLE.between;
}

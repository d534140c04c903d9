import { COLON, fold, isColon, isDigit, isHan, isPlain, isSpace, squeeze } from './characters.ts';
import { skipSpaces } from './lines.ts';
import type { BlockKind, LabelNode, Span } from './nodes.ts';
import { type LabelMeaning, TOTAL_LABEL, type Vocabulary } from './vocabulary.ts';

/** A label found at a line's start, and where the text after its colon begins. */
export interface LabelMatch {
  readonly meaning: LabelMeaning;
  readonly node: LabelNode;
  readonly after: number;
}

/** The label at `first`, a line's first character that is no space; `end` is the line's end. */
function matchLabel(text: string, first: number, end: number, vocabulary: Vocabulary): LabelMatch | undefined {
  if (first >= end || !vocabulary.labelInitials.has(fold(text.charCodeAt(first)))) return undefined;
  // Most labels stand there as they are printed.
  let wordEnd = first;
  while (wordEnd < end && wordEnd - first <= vocabulary.longestLabel && isPlain(text.charCodeAt(wordEnd))) wordEnd++;
  let word = text.slice(first, wordEnd);
  for (let i = wordEnd; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    const folded = fold(code);
    if (folded === COLON) {
      const meaning = vocabulary.labels.get(word);
      return meaning && { meaning, node: { start: first, end: wordEnd, colon: i }, after: i + 1 };
    }
    if (word.length >= vocabulary.longestLabel) return undefined;
    word += String.fromCharCode(folded);
    wordEnd = i + 1;
  }
  if (word !== TOTAL_LABEL) return undefined;
  const meaning = vocabulary.labels.get(word) as LabelMeaning;
  return { meaning, node: { start: first, end: wordEnd, colon: wordEnd }, after: end };
}

const LEAD_INITIAL = 0x5176;
const LEAD_FINAL = 0x4e2d;

/** The `其中:` at `first`, as a span that ends after its colon. */
export function matchLead(text: string, first: number, end: number): Span | undefined {
  if (text.charCodeAt(first) !== LEAD_INITIAL) return undefined;
  const final = skipSpaces(text, first + 1, end);
  const colon = skipSpaces(text, final + 1, end);
  const isLead = colon < end && text.charCodeAt(final) === LEAD_FINAL && isColon(text.charCodeAt(colon));
  return isLead ? { start: first, end: colon + 1 } : undefined;
}

/** The label that a line begins with; before a column's label `其中:` may stand. */
export function matchLine(
  text: string,
  first: number,
  end: number,
  vocabulary: Vocabulary,
): (LabelMatch & { readonly lead?: Span }) | undefined {
  const lead = matchLead(text, first, end);
  if (!lead) return matchLabel(text, first, end, vocabulary);
  const match = matchLabel(text, skipSpaces(text, lead.end, end), end, vocabulary);
  return match?.meaning.role === 'column' ? { ...match, lead } : undefined;
}

const CURRENCY = '人民币';
const MONEY_UNIT = /^\(?(?:人民币)?(?:[个十百千万亿]*元|[千万亿])\)?$/;

/** Whether the text after `单位:` is a money unit, known or not, and so not an organisation. */
export function isMoneyUnit(word: string): boolean {
  return MONEY_UNIT.test(squeeze(word));
}

/** Whether the text after `单位:` names an organisation: it begins with some Han that are no kind of 元. */
function isOrganisation(word: string): boolean {
  const squeezed = squeeze(word);
  const bracket = squeezed.startsWith('(') ? 1 : 0;
  let end = bracket;
  while (end < squeezed.length && isHan(squeezed.charAt(end))) end++;
  const first = squeezed.slice(bracket, end);
  if (first.endsWith('元') || first === CURRENCY || isMoneyUnit(first)) return false;
  return squeezed.length > 1 && [...squeezed].some(isHan);
}

/** Whether a text is an amount and nothing else: such a column ends a goal. */
export function isAmountText(text: string, start: number, end: number): boolean {
  let digits = 0;
  let i = skipSpaces(text, start, end);
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits++;
    else if (!isSpace(code) && !'.,-'.includes(String.fromCharCode(fold(code)))) break;
  }
  return digits > 0 && (i === end || isMoneyUnit(text.slice(i, end)));
}

/** Which labels a line may hold depends on the field it stands in: a goal is prose, and only few labels end it. */
export function endsGoal(match: LabelMatch, text: string, end: number, goalIndex: number): boolean {
  switch (match.meaning.role) {
    case 'indicators':
    case 'project':
    case 'unit':
    case 'total':
      return true;
    case 'column':
      return isAmountText(text, match.after, end);
    case 'goal':
      return match.meaning.index !== goalIndex;
    default:
      return false;
  }
}

/** What block a line begins, if it begins one. `soft`: only where it stands outside a goal. */
export function blockStart(
  match: LabelMatch,
  text: string,
  end: number,
): { kind: BlockKind; soft: boolean } | undefined {
  switch (match.meaning.role) {
    case 'total':
      return { kind: 'total', soft: false };
    case 'unit':
      return { kind: 'unit', soft: false };
    case 'project':
      return { kind: 'project', soft: false };
    case 'include':
      return { kind: 'include', soft: true };
    case 'moneyUnit': {
      const word = squeeze(text.slice(match.node.start, match.node.end));
      const isUnit = word === match.meaning.name && isOrganisation(text.slice(match.after, end));
      return isUnit ? { kind: 'unit', soft: true } : undefined;
    }
    default:
      return undefined;
  }
}

import { distance } from 'fastest-levenshtein';
import { isColon, isDigit, isHan, isSpace, squeeze } from '../syntax/characters.ts';
import { parseIndicators } from '../syntax/indicators.ts';
import { isAmountText, matchLead } from '../syntax/labels.ts';
import { LineScanner, skipSpaces, trim } from '../syntax/lines.ts';
import type { BlockKind, Goal, Indicators, Line, Span } from '../syntax/nodes.ts';
import { className, type LabelMeaning, type Vocabulary } from '../syntax/vocabulary.ts';
import { readMoneyUnit } from '../table/moneyUnit.ts';
import type { Row } from '../table/row.ts';
import { nextLineStart } from './edits.ts';
import { mayStandIn } from './placement.ts';

/**
 * A word at a line's start that is one letter from a label, or a label without colon, and so was read as text. `unknown-label` finds it; the
 * rules that would find what comes of it ask here and are silent.
 */
export interface LabelSlip {
  /** The word before the colon. */
  readonly span: Span;
  /** The line, without spaces around it. */
  readonly line: Span;
  /** The labels that may be meant, best first; never none. */
  readonly meant: readonly Meant[];
  /** Whether the label is right and only its colon is not there. */
  readonly lacksColon?: true;
}

export interface Meant {
  /** The label, in the way of writing that is nearest. */
  readonly word: string;
  readonly meaning: LabelMeaning;
}

/** How many labels are offered. */
const OFFERED = 3;
/** A letter is forgiven only in words of this length; in shorter ones where what follows fits too. */
const SHORTEST_FORGIVEN = 3;

const NONE: readonly LabelSlip[] = [];
const slipsOf = new WeakMap<Row, readonly LabelSlip[]>();

/** The misspelt labels of a row, in order. Value labels are not among them: the tree reads those. */
export function labelSlips(row: Row, text: string, vocabulary: Vocabulary): readonly LabelSlip[] {
  let slips = slipsOf.get(row);
  if (!slips) {
    slips = findSlips(row, text, vocabulary);
    slipsOf.set(row, slips);
  }
  return slips;
}

/** The misspelt label that a row may mean for one that it lacks. */
export function slipFor(
  role: LabelMeaning['role'],
  index: number,
  row: Row,
  text: string,
  vocabulary: Vocabulary,
): LabelSlip | undefined {
  return labelSlips(row, text, vocabulary).find(({ meant }) =>
    meant.some(({ meaning }) => meaning.role === role && meaning.index === index),
  );
}

/** The kind of block that a slip would begin. */
export function blockBegunBy({ meant }: LabelSlip): BlockKind | undefined {
  const role = meant[0]?.meaning.role;
  return role === 'project' || role === 'unit' || role === 'total' || role === 'include' ? role : undefined;
}

/** The kind of block that seems to begin within a row, under a misspelt label; of several that which is no project. */
export function hiddenBlock(row: Row, text: string, vocabulary: Vocabulary): BlockKind | undefined {
  const kinds = labelSlips(row, text, vocabulary).flatMap((slip) => blockBegunBy(slip) ?? []);
  return kinds.find((kind) => kind !== 'project') ?? kinds[0];
}

function findSlips(row: Row, text: string, vocabulary: Vocabulary): readonly LabelSlip[] {
  let slips: LabelSlip[] | undefined;
  const add = (slip: LabelSlip | undefined) => {
    if (!slip) return;
    slips ??= [];
    slips.push(slip);
  };
  const { parts } = row.tree;
  parts.forEach((part, i) => {
    if (part.type === 'stray' || part.type === 'title')
      add(lineSlip(part, row, () => parts.slice(i + 1) as Line[], text, vocabulary));
    else if ((part.type === 'goal' || part.type === 'indicators') && mayStandIn(row.kind, part.type)) {
      for (const slip of proseSlips(part, row, text, vocabulary)) add(slip);
    }
  });
  return slips ?? NONE;
}

/** A word of Han before a colon, at a line's start; or a label before spaces, or before a figure. */
interface LeadingWord extends Span {
  /** Squeezed. */
  readonly word: string;
  /** Where what stands behind the word and its colon begins. */
  readonly after: number;
  readonly hasColon: boolean;
}

function leadingWord(text: string, start: number, end: number, vocabulary: Vocabulary): LeadingWord | undefined {
  const lead = matchLead(text, start, end);
  const first = lead ? skipSpaces(text, lead.end, end) : start;
  let word = '';
  let wordEnd = first;
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isColon(code)) {
      return word === '' ? undefined : { word, start: first, end: wordEnd, after: i + 1, hasColon: true };
    }
    if ((isSpace(code) || isDigit(code)) && isLabel(word, vocabulary)) {
      const after = skipSpaces(text, i, end);
      if (after < end && !isColon(text.charCodeAt(after))) {
        return { word, start: first, end: wordEnd, after, hasColon: false };
      }
    }
    if (isSpace(code)) continue;
    if (word.length > vocabulary.longestLabel || !isHan(text.charAt(i))) return undefined;
    word += text.charAt(i);
    wordEnd = i + 1;
  }
  return undefined;
}

/** Whether a word is a label by its own name, long enough to be no word of a sentence. */
function isLabel(word: string, { labels }: Vocabulary): boolean {
  return labels.get(word)?.name === word;
}

/** A line that belongs to no field: any label that may stand here and is not here yet. */
function lineSlip(
  line: Line,
  row: Row,
  behind: () => readonly Line[],
  text: string,
  vocabulary: Vocabulary,
): LabelSlip | undefined {
  const word = leadingWord(text, line.start, line.end, vocabulary);
  if (!word || word.word.length < 2) return undefined;
  if (!word.hasColon) return withoutColon(word, line, row, text, vocabulary);
  if (isWordOfItsOwn(word.word, vocabulary)) return undefined;
  const meant = new Map<string, Meant>();
  for (const labels of row.kind === 'project' ? [vocabulary.fields, vocabulary.labels] : [vocabulary.labels]) {
    for (const [label, meaning] of labels) {
      const key = `${meaning.role} ${meaning.index}`;
      if (meant.has(key) || !isNear(word.word, label) || !isMissing(meaning, row)) continue;
      if (label.length < SHORTEST_FORGIVEN && !fits(meaning, row, text, word.after, line.end)) continue;
      meant.set(key, { word: label, meaning });
    }
  }
  if (meant.size === 0) return undefined;
  const { start, end } = word;
  const sorted = [...meant.values()].sort(
    (a, b) => Math.abs(a.word.length - word.word.length) - Math.abs(b.word.length - word.word.length),
  );
  const found = { span: { start, end }, line };
  // 绩效X标 may be either.
  if (meant.has('goal 0') && meant.has('indicators 0')) {
    const lines = [{ start: word.after, end: line.end }, ...linesUpToLabel(behind())];
    const role = holdsIndicators(text, lines, vocabulary) ? 'indicators' : 'goal';
    sorted.sort((a, b) => Number(b.meaning.role === role) - Number(a.meaning.role === role));
  }
  return { ...found, meant: sorted.slice(0, OFFERED) };
}

/** A label that stands right but for its colon. Before a column only an amount makes sure of it. */
function withoutColon(
  { word, start, end, after }: LeadingWord,
  line: Span,
  row: Row,
  text: string,
  { labels }: Vocabulary,
): LabelSlip | undefined {
  const meaning = labels.get(word) as LabelMeaning;
  const isMeant = meaning.role === 'project' || meaning.role === 'unit' || fits(meaning, row, text, after, line.end);
  if (!isMeant || !isMissing(meaning, row)) return undefined;
  return {
    span: { start, end },
    line: { start: line.start, end: line.end },
    meant: [{ word, meaning }],
    lacksColon: true,
  };
}

function linesUpToLabel(parts: readonly Line[]): readonly Span[] {
  const end = parts.findIndex(({ type }) => type !== 'stray' && type !== 'comment' && type !== 'marker');
  return (end < 0 ? parts : parts.slice(0, end)).filter(({ type }) => type === 'stray');
}

/**
 * Lines within a goal or the indicators, which are prose: only the labels that would end it, by their own names and a
 * letter replaced, and only where what follows speaks for them too.
 */
function* proseSlips(part: Goal | Indicators, row: Row, text: string, vocabulary: Vocabulary): Iterable<LabelSlip> {
  const from = nextLineStart(text, part.label.colon);
  if (from >= part.end) return;
  const lines = new LineScanner(text, from, part.end);
  while (lines.advance()) {
    const start = skipSpaces(text, lines.start, lines.end);
    // Most lines begin with a digit.
    if (start >= lines.end || !isHan(text.charAt(start))) continue;
    const word = leadingWord(text, start, lines.end, vocabulary);
    if (!word) continue;
    if (!word.hasColon) {
      const slip = withoutColon(word, trim(text, lines.start, lines.end), row, text, vocabulary);
      if (slip && endsProse((slip.meant[0] as Meant).meaning, part, word.after, lines, text, vocabulary)) yield slip;
      continue;
    }
    if (word.word.length < SHORTEST_FORGIVEN || isWordOfItsOwn(word.word, vocabulary)) continue;
    if (part.type === 'indicators' && holdsValueAt(part, word.start)) continue;
    for (const [label, meaning] of vocabulary.labels) {
      // What begins a block is sure enough by what stands behind it for a letter too many or too few: 项目名.
      const isBlock = meaning.role === 'project' || meaning.role === 'unit';
      if (label !== meaning.name || !(isBlock ? isNear : differsInOne)(word.word, label)) continue;
      if (!isMissing(meaning, row) || !endsProse(meaning, part, word.after, lines, text, vocabulary)) continue;
      const span = { start: word.start, end: word.end };
      yield { span, line: trim(text, lines.start, lines.end), meant: [{ word: label, meaning }] };
      break;
    }
  }
}

/** Whether what stands behind a word in prose is what the label would have behind it. */
function endsProse(
  { role }: LabelMeaning,
  part: Goal | Indicators,
  after: number,
  line: Span & { readonly next: number },
  text: string,
  vocabulary: Vocabulary,
): boolean {
  switch (role) {
    case 'column':
      return isAmountText(text, after, line.end);
    case 'project':
    case 'unit':
      // Behind their names stand columns, which end the prose.
      return line.next >= part.end && skipSpaces(text, after, line.end) < line.end;
    case 'indicators': {
      if (part.type === 'indicators') return false;
      const lines: Span[] = [trim(text, after, line.end)];
      const rest = new LineScanner(text, line.next, part.end);
      while (line.next < part.end && rest.advance()) lines.push(trim(text, rest.start, rest.end));
      return lines.every(({ start, end }) => start === end) || holdsIndicators(text, lines, vocabulary);
    }
    default:
      return false;
  }
}

/** Whether some lines read as indicators: one of them has a class. */
function holdsIndicators(text: string, lines: readonly Span[], vocabulary: Vocabulary): boolean {
  return parseIndicators(text, lines, [], vocabulary).some(
    (item) => item.type === 'indicator' && (item.class1 ?? item.class2) !== undefined,
  );
}

function holdsValueAt({ items }: Indicators, offset: number): boolean {
  return items.some((item) => item.type === 'indicator' && item.values.some(({ start }) => start === offset));
}

/** Whether a word is a label, a class or another word that people write before a colon. */
function isWordOfItsOwn(word: string, { labels, fields, valueWords, classesByName, judging }: Vocabulary): boolean {
  return (
    labels.has(word) ||
    fields.has(word) ||
    judging.notLabels.has(word) ||
    classesByName.has(className(word)) ||
    valueWords.some((value) => value.word === word)
  );
}

/** Whether a word is one letter from a label; of short ones a letter may be another, but none too many or too few. */
function isNear(word: string, label: string): boolean {
  if (word.length === label.length) return differsInOne(word, label);
  const isShort = word.length < SHORTEST_FORGIVEN || label.length < SHORTEST_FORGIVEN;
  return !isShort && Math.abs(word.length - label.length) === 1 && distance(word, label) === 1;
}

function differsInOne(word: string, label: string): boolean {
  if (word.length !== label.length) return false;
  let others = 0;
  for (let i = 0; i < word.length && others < 2; i++) if (word[i] !== label[i]) others++;
  return others === 1;
}

/** Whether a label may stand in a row, and does not yet. */
function isMissing({ role, index }: LabelMeaning, row: Row): boolean {
  switch (role) {
    case 'project':
    case 'unit':
    case 'include':
      return true;
    case 'total':
      return row.kind === 'head';
    case 'column':
      return mayStandIn(row.kind, 'amount') && !row.amounts.some(({ column }) => column === index);
    case 'goal':
      return mayStandIn(row.kind, role) && !row.goals.some(({ node }) => node.index === index);
    case 'indicators':
      return mayStandIn(row.kind, role) && !row.tree.parts.some(({ type }) => type === role);
    default:
      return mayStandIn(row.kind, role) && !row.fields.some((field) => field.role === role && field.index === index);
  }
}

/** Whether a text is what a label of two letters has behind it. */
function fits({ role }: LabelMeaning, { kind }: Row, text: string, start: number, end: number): boolean {
  const behind = squeeze(text.slice(start, end));
  switch (role) {
    case 'column':
    case 'total':
      return behind === '' || isAmountText(text, start, end);
    case 'moneyUnit':
      return readMoneyUnit(behind) !== undefined;
    case 'year':
      return kind === 'head' && /^\d{4}年?度?$/.test(behind);
    default:
      return false;
  }
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import { classText } from '../../rules/classText.ts';
import { ENUMERATION, FULL_STOP, isBlankCode, isSeparator, squeeze } from '../../syntax/characters.ts';
import { skipSpaces } from '../../syntax/lines.ts';
import type { Heading, Indicator, Indicators } from '../../syntax/nodes.ts';
import { type ClassEntry, isForValue } from '../../syntax/vocabulary.ts';
import { classOf } from '../hover/classOf.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';
import { type ClassOrder, classesBehind, classOffer, classOffers } from './classes.ts';
import { indicatorAt } from './cursor.ts';
import { type Head, readHead, withoutComments } from './head.ts';
import { knownOf, standardOf } from './known.ts';
import { labelOffers } from './labels.ts';
import { Rank } from './matching.ts';
import { type NameTail, nameOffers } from './names.ts';
import { LATER, type Offer, type Offers } from './offers.ts';
import { type ValuePlace, valueLabelOffers, valueOffers } from './values.ts';
import { weightsLeft } from './weights.ts';

const NEXT: Bilingual = { zh: '下一条绩效指标', en: 'next indicator' };

/** Between the fits of a whole code, those of its beginning, and all others. */
const BEHIND_WHOLE = Rank.whole + 0.5;
const BEHIND_START = Rank.start + 0.5;

/** The rest of a number, which is only being changed; digits before a dash are a class's code. */
const NUMBER_BEHIND = /^[ \u3000]*(?:[、.．)）]|[\d０-９]{1,3}(?![\d０-９]|[ \u3000]*[-－–—]))/;

/**
 * Offers within 绩效指标.
 * @param from the line's first character that is no space, behind the label where it stands on this line
 * @param ownLine whether the line is not the label's
 */
export function indicatorOffers(part: Indicators, from: number, ownLine: boolean, asked: Asked): Offers | undefined {
  const { before } = asked.cursor;
  const items = part.items.filter((item): item is Indicator | Heading => 'class' in item || 'values' in item);
  // An indicator that begins on this line: the one that is being written.
  const here = items.findLast(
    (item): item is Indicator => item.start >= from && isIndicator(item) && hasStart(item, from, before),
  );
  if (here) return headOffers(here.start, items, asked);
  const pointed = pointedNumber(before, from);
  if (pointed !== undefined) return headOffers(pointed, items, asked);
  // One that goes on from a line above, where it was parted from there.
  const above = items.filter((item) => item.start < from);
  const open = above.at(-1);
  if (open && isIndicator(open) && goesOn(before, open.start, from)) {
    const offers = headOffers(open.start, items, asked);
    if (offers && offers.list.length > 0) return offers;
  }
  const started = readHead(before, from, asked.vocabulary);
  return started.from > from ? headOffers(from, above, asked) : newOffers(from, above, ownLine, asked);
}

function isIndicator(item: Indicator | Heading): item is Indicator {
  return 'values' in item;
}

/**
 * Whether an indicator begins with what only indicators begin with. A class that nothing parts from the cursor is none
 * at the line's start, for it is still being typed and may be a number, too.
 */
function hasStart({ start, number, class1, class2 }: Indicator, from: number, before: string): boolean {
  if (number) return true;
  const first = class1 ?? class2;
  return first !== undefined && (start > from || skipSpaces(before, first.end, before.length) < before.length);
}

/** Where the text behind `4.` begins when a class's code follows: until more is typed it could be a decimal. */
function pointedNumber(text: string, from: number): number | undefined {
  const match = /^\d{1,3}[.．][ \u3000]*(?=\d{1,2}(?:$|[-－–—]))/.exec(text.slice(from));
  return match ? from + match[0].length : undefined;
}

/** Whether an indicator that begins above a line has been parted there from what is to follow. */
function goesOn(text: string, start: number, line: number): boolean {
  const above = withoutComments(text.slice(0, line), start);
  let end = above.length;
  while (end > start && isBlankCode(above.charCodeAt(end - 1))) end--;
  const mark = above.charCodeAt(end - 1);
  return mark === ENUMERATION || (isSeparator(mark) && mark !== FULL_STOP);
}

/** Offers on a line that has neither number nor class yet: the next number, classes with it, labels that end the field. */
function newOffers(from: number, above: readonly (Indicator | Heading)[], ownLine: boolean, asked: Asked): Offers {
  const { cursor, language, vocabulary } = asked;
  const typed = cursor.before.slice(from);
  if (NUMBER_BEHIND.test(cursor.rest)) return { from, list: [] };
  const behind = classesBehind(cursor.before, cursor.rest, from, vocabulary);
  const next = nextNumber(above, cursor.before);
  const number = `${next}、`;
  const list: Offer[] = [];
  const digits = squeeze(typed);
  // A class behind the cursor gives way to classes only.
  if (next.startsWith(digits) && behind === 0) {
    const rank = numberRank(digits, next, above);
    const detail = say(NEXT, language);
    list.push({ label: number, text: number, rank, kind: CompletionItemKind.Enum, detail, more: true });
  }
  const order = classOrder(above, asked);
  const classes = classOffers(typed, undefined, false, number, order);
  // The number typed out in full may also be only that: any class may follow, that of the indicator above most likely.
  if (digits === next && above.some(isIndicator)) {
    order.words.forEach((candidate, i) => {
      const known = classes.findIndex(({ label }) => label === classText(candidate.class));
      if (i > 0 && known >= 0) return;
      if (known >= 0) classes.splice(known, 1);
      const rank = i === 0 ? order.penalty(candidate) + numberRank(digits, next, above) - 0.1 : LATER;
      classes.push(classOffer(candidate, false, number, rank));
    });
  } else if (digits === next) {
    for (const candidate of order.words) {
      if (classes.some(({ label }) => label === classText(candidate.class))) continue;
      list.push(classOffer(candidate, false, number, LATER));
    }
  }
  list.push(...classes);
  if (ownLine && behind === 0) list.push(...labelOffers(typed, 'indicators', asked));
  return { from, list, ...(behind > 0 && { behind }) };
}

/**
 * How the next number ranks among the classes with it: first where nothing is typed. A code typed in full means its
 * class; the digit of a level-1 class means the number where it is the next one, but the first indicator is an output.
 */
function numberRank(digits: string, next: string, above: readonly (Indicator | Heading)[]): number {
  if (digits === '') return Rank.whole - 1;
  return digits === next && above.some(isIndicator) ? BEHIND_WHOLE : BEHIND_START;
}

/** Classes of a table as large as this that stand nowhere in it are not used by those who write it. */
const TELLING = 20;
/** What a class is put back by that is not used: behind the fits of a class above. */
const UNUSED = 15;

/** The classes in the order they are likely to come: that of the indicator above, those behind it, the others. */
function classOrder(above: readonly (Indicator | Heading)[], asked: Asked): ClassOrder {
  const { words, cursor, vocabulary } = asked;
  const last = above.findLast(isIndicator);
  const two = last?.class2 && classOf(cursor.before, last.class2, 2, vocabulary);
  const at = two ? words.classes.findIndex((candidate) => candidate.class.code === two.class.code) : 0;
  const counts = new Map(words.classes.map(({ class: { code } }) => [code, asked.written().countOf(code)]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    words: [...words.classes.slice(Math.max(0, at)), ...words.classes.slice(0, Math.max(0, at))],
    penalty: ({ class: { code } }) => (all >= TELLING && counts.get(code) === 0 ? UNUSED : 0),
  };
}

/** The number after that of the indicator above, else the count. */
function nextNumber(above: readonly (Indicator | Heading)[], text: string): string {
  const indicators = above.filter(isIndicator);
  const number = indicators.at(-1)?.number;
  const written = number ? squeeze(text.slice(number.start, number.end)) : '';
  const value = /^\d+$/.test(written) ? Number(written) : circled(written);
  return String((value ?? indicators.length) + 1);
}

function circled(mark: string): number | undefined {
  const value = mark.charCodeAt(0) - 0x2460 + 1;
  return value >= 1 && value <= 20 ? value : undefined;
}

/** Offers within an indicator that begins at `start`. */
function headOffers(start: number, items: readonly (Indicator | Heading)[], asked: Asked): Offers | undefined {
  const { cursor, vocabulary } = asked;
  const { before } = cursor;
  const head = readHead(before, start, vocabulary);
  if (head.from < cursor.lineStart) return undefined;
  const given = new Set(head.values.map(({ index }) => index));
  const behind = labelsBehind(asked);
  const missing = vocabulary.valueLabels
    .map((_, index) => index)
    .filter((index) => !given.has(index) && !behind.has(index));
  const due = missing.filter((index) => isDue(index, asked));
  const weights = weightsLeft(head.two?.class.code, asked);
  const tail = { missing: behind.size > 0 ? [] : due, weight: weights.isLast ? weights.left[0] : undefined };
  switch (head.next) {
    case 'class':
      return startOffers(
        head,
        items.filter((item) => item.start < start),
        headingAbove(items, start, asked),
        tail,
        asked,
      );
    case 'name': {
      const from = behindCode(before, head.from);
      const typed = before.slice(from);
      const code = head.two?.class.code;
      return { from, list: nameOffers(typed, (other) => (other === code ? '' : undefined), tail, asked) };
    }
    default: {
      const code = head.two?.class.code ?? headingAbove(items, start, asked)?.class.code;
      const standard = standardOf(head.name, code, asked);
      const place: ValuePlace = {
        given: head.values,
        missing,
        due,
        known: knownOf(head.name, code, standard, asked),
        standard,
        weights: weights.left,
        isLastWeight: weights.isLast,
      };
      const typed = before.slice(head.from);
      const list = head.next === 'label' ? valueLabelOffers(typed, place, asked) : valueOffers(typed, place, asked);
      return { from: head.from, list };
    }
  }
}

/** Offers where a class is due: classes; where none fits, names with the classes they belong to. */
function startOffers(
  head: Head,
  above: readonly (Indicator | Heading)[],
  heading: ClassEntry | undefined,
  tail: NameTail,
  asked: Asked,
): Offers {
  const { cursor, vocabulary } = asked;
  const { from } = head;
  const typed = cursor.before.slice(from);
  const behind = classesBehind(cursor.before, cursor.rest, from, vocabulary);
  const place = { from, ...(behind > 0 && { behind }) };
  const list = classOffers(typed, head.one, head.hasOne, '', classOrder(above, asked));
  if (list.length > 0 || typed === '' || (head.hasOne && !head.one)) return { ...place, list };
  const names = nameOffers(typed, (code) => classBefore(code, head.one, heading, asked), tail, asked);
  return { ...place, list: names };
}

/** What of its classes has to be put before a name, given what is written; undefined where the name is of another class. */
function classBefore(
  code: string,
  one: ClassEntry | undefined,
  heading: ClassEntry | undefined,
  { vocabulary }: Asked,
): string | undefined {
  const entry = vocabulary.classByCode.get(code);
  if (entry?.level !== 2) return undefined;
  if (one) return one.class.code === entry.parent.code ? `${classText(entry.class)}; ` : undefined;
  if (heading?.class.code === code) return '';
  return `${classText(entry.parent)}; ${classText(entry.class)}; `;
}

/** The class of the heading that an indicator stands under. */
function headingAbove(items: readonly (Indicator | Heading)[], start: number, { cursor, vocabulary }: Asked) {
  const heading = items.findLast((item): item is Heading => 'class' in item && item.start < start);
  return heading && classOf(cursor.before, heading.class, undefined, vocabulary);
}

/** A name begins behind the code that may stand before it. */
function behindCode(text: string, from: number): number {
  const code = /^[A-Za-z]{0,2}\d{4,12}[-－–—]/.exec(text.slice(from, from + 16));
  return code ? skipSpaces(text, from + code[0].length, text.length) : from;
}

/** Whether an indicator is to have a value label: one for values always, a weight where another indicator has one. */
function isDue(index: number, { cursor: { block, beginsBlock, document }, vocabulary }: Asked): boolean {
  const label = vocabulary.valueLabels[index];
  if (!label || isForValue(label)) return label !== undefined;
  if (label.span !== 'weight' || !block || beginsBlock) return false;
  return document.row(block).indicators.some(({ values }) => values.some((value) => value.label === label));
}

/** Indexes of the value labels that stand behind the cursor in its indicator. */
function labelsBehind(asked: Asked): Set<number> {
  const at = asked.cursor.before.length;
  const behind =
    indicatorAt(asked.cursor)?.node.values.filter(({ index, label }) => index >= 0 && label && label.start >= at) ?? [];
  return new Set(behind.map(({ index }) => index));
}

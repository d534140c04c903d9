import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import type { StandardIndicator } from '../../profile/profile.ts';
import { isSeparator, SEMICOLON } from '../../syntax/characters.ts';
import { skipSpaces, skipSpacesBack } from '../../syntax/lines.ts';
import type { ClientAbilities } from '../../workspace/environment.ts';
import { describeIndicator } from '../hover/describe.ts';
import type { Asked } from './asked.ts';
import type { Cursor } from './cursor.ts';

/** Added to the rank of what comes after the offers that fit what was typed by themselves. */
export const LATER = 30;

/** Something that may be put in at the cursor. */
export interface Offer {
  /** What the list shows. */
  readonly label: string;
  readonly text: string;
  /** What follows the text, unless a mark stands behind the cursor already. */
  readonly tail?: string;
  /** The tail with tab stops, for clients that know them. */
  readonly snippet?: string;
  /** The whole with tab stops, whatever stands behind the cursor, for clients that know them. */
  readonly body?: string;
  /** The smaller the higher it stands in the list; equal ones stay in order. */
  readonly rank: number;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What the documentation is about, where it is long: it is made when somebody wants to see it. */
  readonly about?: StandardIndicator;
  /** Not to be chosen beforehand, even where it comes first. */
  readonly unasked?: boolean;
  /** More is offered once it is put in. */
  readonly more?: boolean;
}

/** What may be put in for the text from an offset to the cursor. */
export interface Offers {
  /** Offset in the cursor's `before`, on its line. */
  readonly from: number;
  /** How many characters behind the cursor they take the place of, too; else only those that are their own end. */
  readonly behind?: number;
  readonly list: readonly Offer[];
}

/**
 * The offers as the protocol has them. Each replaces what was typed, and is filtered by just that: which of them fit is
 * decided here, by pinyin too, and asked again with every character.
 */
export function completionList(offers: Offers, asked: Asked): CompletionList {
  const sorted = [...offers.list].sort((a, b) => a.rank - b.rank);
  return { isIncomplete: true, items: sorted.map((offer, i) => itemOf(offer, i, offers, asked)) };
}

function itemOf(offer: Offer, index: number, offers: Offers, asked: Asked): CompletionItem {
  const { cursor, client } = asked;
  const { before, rest } = cursor;
  const { from, behind = sameBehind(offer.text, rest) } = offers;
  const typed = before.slice(from);
  const follows = rest.charCodeAt(skipSpaces(rest, behind, rest.length));
  const withTail = !isSeparator(follows);
  const plain = `${spaceBefore(cursor, from)}${offer.text}`;
  const tail = withTail ? (offer.tail ?? '') : '';
  const stops = client.snippets ? (offer.body ?? (withTail ? offer.snippet : undefined)) : undefined;
  const snippet = stops === undefined || offer.body !== undefined ? stops : snippetText(plain) + stops;
  return {
    label: offer.label,
    ...((client.laterKinds || offer.kind <= CompletionItemKind.Reference) && { kind: offer.kind }),
    ...(offer.detail !== undefined && { detail: offer.detail }),
    ...documented(offer, asked),
    sortText: String(index).padStart(4, '0'),
    ...(typed !== '' && { filterText: typed }),
    ...(index === 0 && !offer.unasked && { preselect: true }),
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    textEdit: editAt(cursor, from, behind, snippet ?? plain + tail, client),
    ...(offer.more && client.vscode && { command: { command: 'editor.action.triggerSuggest', title: '' } }),
  };
}

/** What a standard indicator is, is long: clients that can ask for it when somebody looks at it do. */
function documented({ documentation, about }: Offer, asked: Asked): Pick<CompletionItem, 'documentation' | 'data'> {
  const { cursor, client, vocabulary, language } = asked;
  if (about && client.resolvesCompletions) {
    return { data: { uri: cursor.document.uri, class: about.class, name: about.name } satisfies AboutIndicator };
  }
  const value = about ? describeIndicator(about, vocabulary, language) : documentation;
  return value ? { documentation: { kind: MarkupKind.Markdown, value } } : {};
}

/** The standard indicator that an item is to be documented by. */
export interface AboutIndicator {
  readonly uri: string;
  readonly class: string;
  readonly name: string;
}

/** Clients that can choose are also given what stands behind the cursor in the same field, to be replaced or kept. */
function editAt(cursor: Cursor, from: number, behind: number, newText: string, client: ClientAbilities) {
  const insert = rangeAt(cursor, from, behind);
  const field = fieldEnd(cursor.rest);
  if (!client.replaceRanges || field <= behind) return { range: insert, newText };
  return { insert, replace: rangeAt(cursor, from, field), newText };
}

/** How much of what stands behind the cursor belongs to the field it is in. */
function fieldEnd(rest: string): number {
  let end = 0;
  while (end < rest.length && !isSeparator(rest.charCodeAt(end))) end++;
  return skipSpacesBack(rest, end, 0);
}

function rangeAt({ line, before, lineStart }: Cursor, from: number, behind: number): Range {
  return {
    start: { line, character: from - lineStart },
    end: { line, character: before.length - lineStart + behind },
  };
}

/** How much of what stands behind the cursor is the end of a text: putting it in would have it there twice. */
function sameBehind(text: string, rest: string): number {
  const end = fieldEnd(rest);
  return end > 0 && text.endsWith(rest.slice(0, end)) ? end : 0;
}

/** Fields are parted by `; `: the space is put in where it was not typed. */
function spaceBefore({ before, lineStart }: Cursor, from: number): string {
  return from > lineStart && before.charCodeAt(from - 1) === SEMICOLON ? ' ' : '';
}

/** A text as part of a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

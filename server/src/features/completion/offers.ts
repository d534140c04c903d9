import {
  ApplyKind,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import { isSeparator, SEMICOLON } from '../../syntax/characters.ts';
import { skipSpaces, skipSpacesBack } from '../../syntax/lines.ts';
import type { ClientAbilities } from '../../workspace/environment.ts';
import type { Asked } from './asked.ts';
import type { Cursor } from './cursor.ts';
import { type About, documentationOf } from './documentation.ts';

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
  /** What belongs to this offer alone, as Markdown. */
  readonly documentation?: string;
  /** Else what is to be said of it, when somebody wants to see that. */
  readonly about?: About;
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
  const { cursor, client } = asked;
  const sorted = [...offers.list].sort((a, b) => a.rank - b.rank);
  const [first] = sorted;
  if (!client.listDefaults || !first) {
    return { isIncomplete: true, items: sorted.map((offer, i) => itemOf(offer, i, offers, asked)) };
  }
  // What most items have in common is said once.
  const shared: Shared = {
    behind: behindOf(first, offers, cursor),
    about: client.resolvesCompletions ? first.about : undefined,
  };
  const { newText: _, ...place } = editAt(cursor, offers.from, shared.behind, '', client);
  const data: Partial<ItemData> = { uri: cursor.document.uri, ...(shared.about && { about: shared.about }) };
  return {
    isIncomplete: true,
    itemDefaults: {
      editRange: 'range' in place ? place.range : place,
      insertTextFormat: InsertTextFormat.PlainText,
      data,
    },
    applyKind: { data: ApplyKind.Merge },
    items: sorted.map((offer, i) => itemOf(offer, i, offers, asked, shared)),
  };
}

/** What is said once for all items that say nothing else. */
interface Shared {
  /** How many characters behind the cursor they take the place of. */
  readonly behind: number;
  readonly about: About | undefined;
}

/** @param shared undefined where each item says all */
function itemOf(offer: Offer, index: number, offers: Offers, asked: Asked, shared?: Shared): CompletionItem {
  const { cursor, client } = asked;
  const { before, rest } = cursor;
  const { from } = offers;
  const behind = behindOf(offer, offers, cursor);
  const follows = rest.charCodeAt(skipSpaces(rest, behind, rest.length));
  const withTail = !isSeparator(follows);
  const plain = `${spaceBefore(cursor, from)}${offer.text}`;
  const tail = withTail ? (offer.tail ?? '') : '';
  const stops = client.snippets ? (offer.body ?? (withTail ? offer.snippet : undefined)) : undefined;
  const snippet = stops === undefined || offer.body !== undefined ? stops : snippetText(plain) + stops;
  const newText = snippet ?? plain + tail;
  const item: CompletionItem = { label: offer.label, sortText: String(index).padStart(4, '0') };
  if (client.laterKinds || offer.kind <= CompletionItemKind.Reference) item.kind = offer.kind;
  if (offer.detail !== undefined) item.detail = offer.detail;
  if (before.length > from) item.filterText = before.slice(from);
  if (index === 0 && !offer.unasked) item.preselect = true;
  if (snippet !== undefined || !shared) item.insertTextFormat = formatOf(snippet);
  if (behind !== shared?.behind) item.textEdit = editAt(cursor, from, behind, newText, client);
  // Without it the label is put in.
  else if (newText !== offer.label) item.textEditText = newText;
  if (offer.more && client.vscode) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  addDocumentation(item, offer, asked, shared);
  return item;
}

/** Clients that can ask for what is to be said of an item when somebody looks at it do. */
function addDocumentation(
  item: CompletionItem,
  { documentation, about }: Offer,
  asked: Asked,
  shared: Shared | undefined,
): void {
  const { client, cursor } = asked;
  if (about && client.resolvesCompletions) {
    const data: Partial<ItemData> = shared ? { about } : { uri: cursor.document.uri, about };
    if (about !== shared?.about) item.data = data;
    return;
  }
  if (shared?.about) item.data = { about: false } satisfies Partial<ItemData>;
  const value = about ? documentationOf(item.label, about, asked) : documentation;
  if (value) item.documentation = { kind: MarkupKind.Markdown, value };
}

/** What comes back with an item that is to be documented. */
export interface ItemData {
  readonly uri: string;
  /** `false` where there is nothing to be said of it, though there is of others of its list. */
  readonly about: About | false;
}

function formatOf(snippet: string | undefined): InsertTextFormat {
  return snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet;
}

/** How many characters behind the cursor an offer takes the place of. */
function behindOf({ text }: Offer, { behind }: Offers, { rest }: Cursor): number {
  return behind ?? sameBehind(text, rest);
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

import { type CompletionItem, type CompletionList, MarkupKind, type Position } from 'vscode-languageserver-types';
import { isSeparator } from '../syntax/characters.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { catalogueOf } from './catalogue.ts';
import { amountOffers } from './completion/amounts.ts';
import type { Asked } from './completion/asked.ts';
import { type Cursor, cursorAt, ownIndicator, type Spot, spotAt } from './completion/cursor.ts';
import { directiveOffers } from './completion/directives.ts';
import { documentationOf } from './completion/documentation.ts';
import { fieldOffers } from './completion/fields.ts';
import { indicatorOffers } from './completion/indicators.ts';
import { labelOffers, sourceOffers } from './completion/labels.ts';
import { normalize } from './completion/matching.ts';
import { completionList, type ItemData, type Offers } from './completion/offers.ts';
import { OwnWords } from './completion/ownWords.ts';
import { namesOf, wordsOf } from './completion/words.ts';
import { Written } from './completion/written.ts';
import { loadExplanations } from './explanation.ts';
import { wholeProfile } from './wholeProfile.ts';

/** Nothing now; the client is to ask again when more is typed. */
const NONE: CompletionList = { isIncomplete: true, items: [] };

/**
 * What may be put in at a position. Looks at the line's block and, where the line begins one, at the block before it;
 * of all others it knows only the sums that the document keeps, and what has been counted of what they write.
 */
export async function complete(
  document: TableDocument,
  position: Position,
  environment: Environment,
): Promise<CompletionList> {
  const { version } = document;
  const { vocabulary } = document.context;
  const { language, client, workspace } = environment;
  const cursor = cursorAt(document, position);
  const spot = spotAt(cursor);
  const [pinyin, profile, catalogue, explanations] = await Promise.all([
    environment.loadPinyin(),
    wholeProfile(vocabulary.profile),
    spot.type === 'indicators' ? catalogueOf(vocabulary.profile, environment) : [],
    spot.type === 'comment' && !client.resolvesCompletions ? loadExplanations() : {},
  ]);
  const hasOwn = spot.type === 'indicators' || spot.type === 'field' || !wordsOf(vocabulary, pinyin).areRead;
  const pinyinOf = hasOwn && typesLetters(cursor) ? await environment.loadPinyinOf() : undefined;
  if (document.version !== version) {
    // An editor that is told nothing here asks no more: what was typed meanwhile is part of what it asks.
    const moved = movedCursor(document, cursor);
    return moved ? complete(document, moved, environment) : NONE;
  }
  let written: Written | undefined;
  const asked: Asked = {
    cursor,
    vocabulary,
    profile,
    words: wordsOf(vocabulary, pinyin, pinyinOf),
    language,
    client,
    workspace,
    catalogue,
    explanations,
    names: namesOf(catalogue, pinyinOf),
    own: new OwnWords(pinyinOf),
    written: () => {
      written ??= new Written(document, workspace, ownIndicator(cursor));
      return written;
    },
  };
  const offers = offersAt(spot, asked);
  return offers ? completionList(offers, asked) : NONE;
}

/** Where the cursor stands by now, if something was typed at it and nothing else has changed in its line. */
function movedCursor(document: TableDocument, { before, line, lineStart, rest }: Cursor): Position | undefined {
  const start = document.offsetAt({ line, character: 0 });
  const end = document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const now = document.blocks.slice(start, end);
  const own = before.slice(lineStart);
  const isTyped = now.length >= own.length + rest.length && now.startsWith(own) && now.endsWith(rest);
  return isTyped ? { line, character: now.length - rest.length } : undefined;
}

/** Whether letters stand before the cursor in its field: only then is the dictionary waited for, once, that reads pinyin. */
function typesLetters({ before, lineStart }: Cursor): boolean {
  let from = before.length;
  while (from > lineStart && !isSeparator(before.charCodeAt(from - 1))) from--;
  return /[a-z]/.test(normalize(before.slice(from)));
}

function offersAt(spot: Spot, asked: Asked): Offers | undefined {
  const { before } = asked.cursor;
  switch (spot.type) {
    case 'comment':
      return directiveOffers(spot.from, asked);
    case 'label': {
      const typed = before.slice(spot.from);
      const list = spot.afterLead
        ? sourceOffers(typed, asked)
        : labelOffers(typed, spot.above?.type === 'goal' ? 'goal' : 'fields', asked);
      return { from: spot.from, list };
    }
    case 'amount':
      return { from: spot.from, list: amountOffers(spot.amount.column, spot.from, asked) };
    case 'field':
      return { from: spot.from, list: fieldOffers(spot.field, spot.from, asked) };
    case 'indicators':
      return indicatorOffers(spot.part, spot.from, spot.ownLine, asked);
    default:
      return undefined;
  }
}

/** What is said of an item that came without. */
export async function resolveCompletion(
  document: TableDocument,
  item: CompletionItem,
  environment: Environment,
): Promise<CompletionItem> {
  const about = (item.data as ItemData | undefined)?.about;
  if (!about) return item;
  const { vocabulary } = document.context;
  const [profile, catalogue, explanations] = await Promise.all([
    wholeProfile(vocabulary.profile),
    about.type === 'indicator' ? catalogueOf(vocabulary.profile, environment) : [],
    about.type === 'rule' ? loadExplanations() : {},
  ]);
  const { language } = environment;
  const value = documentationOf(item.label, about, { vocabulary, profile, catalogue, explanations, language });
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

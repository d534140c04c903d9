import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { catalogueOf } from './catalogue.ts';
import { amountOffers, moneyUnitOffers } from './completion/amounts.ts';
import type { Asked } from './completion/asked.ts';
import { cursorAt, type Spot, spotAt } from './completion/cursor.ts';
import { directiveOffers } from './completion/directives.ts';
import { indicatorOffers } from './completion/indicators.ts';
import { labelOffers, sourceOffers } from './completion/labels.ts';
import { completionList, type Offers } from './completion/offers.ts';
import { wordsOf } from './completion/words.ts';

/** Nothing now; the client is to ask again when more is typed. */
const NONE: CompletionList = { isIncomplete: true, items: [] };

/**
 * What may be put in at a position. Looks at the line's block and, where the line begins one, at the block before it;
 * of all others it knows only the sums that the document keeps.
 */
export async function complete(
  document: TableDocument,
  position: Position,
  environment: Environment,
): Promise<CompletionList> {
  const { version } = document;
  const { vocabulary } = document.context;
  const { language, client } = environment;
  const cursor = cursorAt(document, position);
  const spot = spotAt(cursor);
  const [pinyin, catalogue] = await Promise.all([
    environment.loadPinyin(),
    spot.type === 'indicators' ? catalogueOf(vocabulary.profile, environment) : [],
  ]);
  // The cursor is that of the text as it was when it was asked for.
  if (document.version !== version) return NONE;
  const offers = offersAt(spot, {
    cursor,
    vocabulary,
    words: wordsOf(vocabulary, pinyin),
    language,
    client,
    catalogue,
  });
  return offers ? completionList(offers, cursor, client) : NONE;
}

function offersAt(spot: Spot, asked: Asked): Offers | undefined {
  const { cursor, language } = asked;
  const { before } = cursor;
  switch (spot.type) {
    case 'comment':
      return directiveOffers(before, spot.from, language);
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
      return spot.field.role === 'moneyUnit' && cursor.kind === 'head'
        ? { from: spot.from, list: moneyUnitOffers(spot.from, asked) }
        : undefined;
    case 'indicators':
      return indicatorOffers(spot.part, spot.from, spot.ownLine, asked);
    default:
      return undefined;
  }
}

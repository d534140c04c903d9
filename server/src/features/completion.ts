import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { amountOffers, moneyUnitOffers } from './completion/amounts.ts';
import type { Asked } from './completion/asked.ts';
import { cursorAt, spotAt } from './completion/cursor.ts';
import { directiveOffers } from './completion/directives.ts';
import { indicatorOffers } from './completion/indicators.ts';
import { labelOffers, sourceOffers } from './completion/labels.ts';
import { completionList, type Offers } from './completion/offers.ts';
import { wordsOf } from './completion/words.ts';

/** What may be put in at a position. Looks at the block that its line continues, and at no other. */
export async function complete(
  document: TableDocument,
  position: Position,
  environment: Environment,
): Promise<CompletionList> {
  const { vocabulary } = document.context;
  const { language, client } = environment;
  const pinyin = await environment.loadPinyin();
  const asked: Asked = {
    cursor: cursorAt(document, position),
    vocabulary,
    words: wordsOf(vocabulary, pinyin),
    language,
    client,
    catalogue: () => environment.loadCatalogue(vocabulary.profile.id),
  };
  const offers = await offersAt(asked);
  return offers ? completionList(offers, asked.cursor, client) : { isIncomplete: true, items: [] };
}

async function offersAt(asked: Asked): Promise<Offers | undefined> {
  const { cursor, language } = asked;
  const { before } = cursor;
  const spot = spotAt(cursor);
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

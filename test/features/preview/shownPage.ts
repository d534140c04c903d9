import assert from 'node:assert/strict';
import { Page } from '../../../server/src/features/preview/page.ts';
import type { ListedRow, PageUpdate, PreviewQuery, ViewId, Window } from '../../../server/src/protocol.ts';
import { EVERYTHING } from '../../../server/src/protocol.ts';
import type { TableDocument } from '../../../server/src/workspace/tableDocument.ts';
import { environment } from '../marks.ts';

/** A page that does with updates what the one in the panel does: it takes over what is other. */
export class ShownPage {
  readonly #page = new Page(environment);
  #state = 0;
  rows: ListedRow[] = [];
  markup = new Map<number, string>();
  caption = '';
  head = '';
  last: PageUpdate | undefined;

  async show(
    table: TableDocument,
    {
      shown = { from: 0, to: 50 },
      view = 'list',
      ...query
    }: Partial<PreviewQuery> & { shown?: Window; view?: ViewId } = {},
    cursor?: { line: number; character: number },
  ): Promise<PageUpdate> {
    const request = { known: this.#state, view, query: { ...EVERYTHING, ...query }, shown, ...(cursor && { cursor }) };
    const update = await this.#page.update(table, request);
    this.#take(update);
    return update;
  }

  /** The markup of the rows that are shown, in order. */
  get shownRows(): string[] {
    const { from, to } = (this.last as PageUpdate).shown;
    return this.rows.slice(from, to).map(([id]) => this.markup.get(id) as string);
  }

  get page(): Page {
    return this.#page;
  }

  #take(update: PageUpdate): void {
    this.last = update;
    this.#state = update.state;
    if (update.isWhole) {
      this.rows = [];
      this.markup = new Map();
    }
    const { splice, shown } = update;
    if (splice) this.rows.splice(splice.at, splice.removed, ...splice.added);
    assert.equal(this.rows.length, update.count);
    for (const { id, markup } of update.rows) this.markup.set(id, markup);
    const kept = new Set(this.rows.slice(shown.from, shown.to).map(([id]) => id));
    for (const id of [...this.markup.keys()]) if (!kept.has(id)) this.markup.delete(id);
    this.caption = update.caption ?? this.caption;
    this.head = update.head ?? this.head;
  }
}

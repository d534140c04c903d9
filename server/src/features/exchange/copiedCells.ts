import type { Clipboard } from '../../exchange/exporting/clipboard.ts';
import type { PasteContent } from './pasteCells.ts';

/** Longer copies are meant for spreadsheets, and not worth the memory. */
const MOST_KEPT = 1_000_000;

/**
 * The cells that were copied last. An editor puts their text alone on the clipboard, which does not say what the rows
 * are; where it is pasted again, the HTML says it.
 */
export class CopiedCells {
  #last: Clipboard | undefined;

  keep(copied: Clipboard): Clipboard {
    this.#last = copied.html.length + copied.tsv.length <= MOST_KEPT ? copied : undefined;
    return copied;
  }

  /** What is pasted, with the HTML that goes with its text. */
  complete(content: PasteContent): PasteContent {
    if ('files' in content || content.html !== undefined || content.text === undefined || !this.#last) return content;
    return plain(content.text) === plain(this.#last.tsv) ? { ...content, html: this.#last.html } : content;
  }
}

/** Clipboards may have line ends of their own. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

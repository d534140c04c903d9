import type { Range } from 'vscode-languageserver-types';
import type { Converters, SourceFile } from '../../exchange/converters.ts';
import type { Grid } from '../../exchange/grid.ts';
import type { ImportReport } from '../../exchange/importing/report.ts';
import { pasteText, type Recognised, recognise } from '../../exchange/importing.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { fitted } from './pasteFitting.ts';
import { betweenBlocks, type PasteSpot, pasteSpots } from './pasteSpots.ts';

/** The standard encoder, which Node and browsers both have; the pure part sees neither's types. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** What is pasted: what the clipboard holds, in either form; or files that are dropped. */
export type PasteContent =
  | { readonly html?: string | undefined; readonly text?: string | undefined }
  | { readonly files: readonly SourceFile[] };

/** What is written for cells. */
export interface Pasted {
  readonly text: string;
  /** What it replaces, or where it goes. */
  readonly range: Range;
  readonly report: ImportReport;
}

/**
 * Makes text of cells for the place where they are pasted; undefined where what is pasted are no cells, or cells that
 * say nothing there: then it is pasted as it is.
 */
export async function pasteCells(
  document: TableDocument,
  range: Range,
  content: PasteContent,
  { converters }: { readonly converters: Converters },
  signal?: AbortSignal,
): Promise<Pasted | undefined> {
  if ('files' in content) {
    const grids: Grid[] = [];
    for (const file of content.files) {
      const own = await converters.read(file, signal);
      for (const { grid } of chosenIn(own, document)) grids.push(own[grid] as Grid);
    }
    return write(document, grids, betweenBlocks(document, range));
  }
  const { text = '' } = content;
  const file = clipboardFile(content);
  if (!file) return undefined;
  const grids = await converters.read(file, signal);
  for (const spot of pasteSpots(document, range)) {
    const pasted = write(document, grids, spot);
    // What comes to the same is better pasted as it is.
    if (pasted) return linesOf(pasted.text) === linesOf(text) ? undefined : pasted;
  }
  return undefined;
}

/** The tables that are imported where nobody chooses: no hidden sheets, and none that says again what another says. */
function chosenIn(grids: readonly Grid[], { context }: TableDocument): readonly Recognised[] {
  return recognise(grids, [context.vocabulary.profile]).filter(({ isChosen }) => isChosen);
}

function write(document: TableDocument, grids: readonly Grid[], spot: PasteSpot): Pasted | undefined {
  const { vocabulary, moneyUnit } = document.context;
  const { place, firstNumber, range } = spot;
  const where = { profile: vocabulary.profile, moneyUnit: moneyUnit.name, place };
  const made = pasteText(grids, { ...where, ...(firstNumber !== undefined && { firstNumber }) });
  if (!made || made.text.trim() === '') return undefined;
  return { text: fitted(made.text, spot), range, report: made.report };
}

/** The clipboard as a file; undefined where it holds no cells. Spreadsheets give cells in both forms, and HTML has more of them. */
function clipboardFile({
  html,
  text,
}: {
  html?: string | undefined;
  text?: string | undefined;
}): SourceFile | undefined {
  const encoder = new TextEncoder();
  if (html !== undefined && /<table[\s>]/i.test(html)) return { name: 'clipboard.html', bytes: encoder.encode(html) };
  return text?.trim() ? { name: 'clipboard.tsv', bytes: encoder.encode(text) } : undefined;
}

const NUMBER = /^\d{1,3}、/;

/** The lines of a text, without empty ones, and without what is around them: spaces, and the numbers of indicators. */
function linesOf(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(NUMBER, ''))
    .filter((line) => line !== '')
    .join('\n');
}

import type { Grid } from '../grid.ts';
import { Budget } from './budget.ts';
import { type Flow, type FlowTable, gridsOf } from './flow.ts';
import { MAX_LATTICES, MAX_OPERATORS, MAX_PAGE_TEXTS, MAX_PAGES, MAX_RULES } from './limits.ts';
import { cannotRead } from './messages.ts';
import { alignedFlow } from './pdf/alignedTable.ts';
import { latticesOf } from './pdf/lattice.ts';
import { asMatrix } from './pdf/matrix.ts';
import { openPdf, type PdfPage } from './pdf/open.ts';
import { joinPages, type PageFlow } from './pdf/pages.ts';
import { isInside, ruledTable } from './pdf/ruledTable.ts';
import { type Operators, rulesOf } from './pdf/rules.ts';
import { checkStreams } from './pdf/streams.ts';
import { type Text, textsOf } from './pdf/texts.ts';
import type { ReadingHost } from './readFile.ts';

/** Fewer characters a page than a table has: a scan, perhaps with page numbers. */
const LEAST_CHARACTERS = 8;
/** Characters that stand for nothing where a font does not say what its signs mean. */
const MEANINGLESS = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu;

/** The tables of a PDF that has text: those that are drawn with lines by their lines, others by what stands in columns. */
export async function readPdf(bytes: Uint8Array, host: ReadingHost): Promise<Grid[]> {
  checkStreams(bytes);
  const pdf = await openPdf(bytes, host);
  if (pdf.numPages > MAX_PAGES) throw cannotRead('tooLarge');
  const budget = new Budget();
  const pages: PageFlow[] = [];
  let characters = 0;
  let meaningless = 0;
  let operators = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = await textsOfPage(page);
    for (const { text } of texts) {
      budget.text(text);
      characters += text.length;
      meaningless += text.match(MEANINGLESS)?.length ?? 0;
    }
    const drawn = await page.getOperatorList();
    operators += drawn.fnArray.length;
    if (operators > MAX_OPERATORS) throw cannotRead('tooLarge');
    pages.push(pageFlow(page, texts, drawn));
    page.cleanup();
  }
  if (characters < LEAST_CHARACTERS * pdf.numPages) throw cannotRead('scan');
  if (meaningless > characters / 4) throw cannotRead('meaningless');
  return gridsOf(joinPages(pages), budget);
}

async function textsOfPage(page: PdfPage): Promise<Text[]> {
  const { items } = await page.getTextContent();
  return textsOf(items, asMatrix(page.getViewport({ scale: 1 }).transform));
}

function pageFlow(page: PdfPage, texts: readonly Text[], operators: Operators): PageFlow {
  if (texts.length > MAX_PAGE_TEXTS) throw cannotRead('tooLarge');
  const lattices = latticesOf(rulesOf(operators, asMatrix(page.getViewport({ scale: 1 }).transform), MAX_RULES));
  const columns = new Map<FlowTable, readonly number[]>();
  const flow: Flow = [];
  let rest = [...texts];
  if (lattices.length > MAX_LATTICES) throw cannotRead('tooLarge');
  for (const lattice of lattices) {
    const inside: Text[] = [];
    const above: Text[] = [];
    const below: Text[] = [];
    for (const text of rest) {
      if (isInside(lattice, text)) inside.push(text);
      else (text.y < (lattice.ys[0] as number) ? above : below).push(text);
    }
    // Nothing stands in a picture's lines.
    if (inside.length === 0) continue;
    flow.push(...alignedFlow(above));
    rest = below;
    const table = ruledTable(lattice, inside);
    columns.set(table, lattice.xs);
    flow.push(table);
  }
  flow.push(...alignedFlow(rest));
  return { flow, columns };
}

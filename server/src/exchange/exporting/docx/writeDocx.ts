import { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Book, Sheet, SheetLine } from '../../book.ts';
import { printable } from '../../controlCharacters.ts';
import { FONTS, run } from './runs.ts';
import { tableOf } from './tableOf.ts';

/** Sizes of paper upright, in twentieths of a point; the page lies across. */
const PAPERS: Readonly<Record<Book['paper'], { readonly width: number; readonly height: number }>> = {
  A3: { width: 16838, height: 23811 },
  A4: { width: 11906, height: 16838 },
};
const MARGIN = 680;
const FOOTER = 400;

/** Writes a document for a word processor: each sheet a section, across, with numbered pages. */
export async function writeDocx(book: Book): Promise<Uint8Array> {
  const paper = PAPERS[book.paper];
  const document = new Document({
    title: printable(book.title),
    styles: { default: { document: { run: { font: FONTS.text, size: 18 } } } },
    sections: book.sheets.map((sheet) => ({
      properties: {
        page: {
          size: { ...paper, orientation: PageOrientation.LANDSCAPE },
          margin: { top: MARGIN, bottom: MARGIN + 120, left: MARGIN, right: MARGIN, footer: FOOTER },
        },
      },
      footers: { default: footer() },
      children: [...linesOf(sheet), tableOf(sheet, paper.height - 2 * MARGIN)],
    })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function linesOf({ above }: Sheet): Paragraph[] {
  return above.map(lineOf);
}

function lineOf({ text, is }: SheetLine): Paragraph {
  const isTitle = is === 'title';
  const alignments = { title: AlignmentType.CENTER, left: AlignmentType.LEFT, right: AlignmentType.RIGHT };
  return new Paragraph({
    alignment: alignments[is],
    spacing: { after: isTitle ? 120 : 40 },
    keepNext: true,
    children: [run(text, isTitle ? { font: FONTS.title, size: 32, bold: true } : {})],
  });
}

function footer(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 18 })] })],
  });
}

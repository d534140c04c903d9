import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Book, Sheet, SheetLine } from '../../book.ts';
import { printable } from '../../controlCharacters.ts';
import { ROLE_STYLES } from './roleStyles.ts';
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
  const width = paper.height - 2 * MARGIN;
  const document = new Document({
    title: printable(book.title),
    styles: { default: { document: { run: { font: FONTS.text, size: 18 } } }, paragraphStyles: ROLE_STYLES },
    sections: book.sheets.map((sheet) => ({
      properties: {
        page: {
          size: { ...paper, orientation: PageOrientation.LANDSCAPE },
          margin: { top: MARGIN, bottom: MARGIN + 120, left: MARGIN, right: MARGIN, footer: FOOTER },
        },
      },
      footers: { default: footer() },
      children: [...linesOf(sheet, width), tableOf(sheet, width)],
    })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** A line to the left may share its paragraph with one to the right. */
function linesOf({ above }: Sheet, width: number): Paragraph[] {
  const paragraphs: SheetLine[][] = [];
  for (const line of above) {
    const last = paragraphs.at(-1);
    if (line.is === 'right' && last?.length === 1 && last[0]?.is === 'left') last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((lines) => lineOf(lines, width));
}

const ALIGNMENTS = { title: AlignmentType.CENTER, left: AlignmentType.LEFT, right: AlignmentType.RIGHT };

function lineOf(lines: readonly SheetLine[], width: number): Paragraph {
  const is = lines[0]?.is ?? 'left';
  const isTitle = is === 'title';
  const looks = isTitle ? { font: FONTS.title, size: 32, bold: true } : {};
  return new Paragraph({
    alignment: ALIGNMENTS[is],
    spacing: { after: isTitle ? 120 : 40 },
    keepNext: true,
    ...(lines.length > 1 && { tabStops: [{ type: TabStopType.RIGHT, position: width }] }),
    children: lines.flatMap(({ text }, i) => [
      ...(i > 0 ? [new TextRun({ children: [new Tab()] })] : []),
      run(text, looks),
    ]),
  });
}

function footer(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 18 })] })],
  });
}

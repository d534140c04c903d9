/** Small files that want to become large, or to take long. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';

const MB = 1024 * 1024;

export interface Bomb {
  readonly name: string;
  /** Made when it is wanted. */
  readonly bytes: () => Uint8Array;
}

/** Of a sound workbook and a sound document, files that are not; the largest unfold to so many megabytes. */
export function bombs(workbook: Uint8Array, document: Uint8Array, megabytes: number): Bomb[] {
  const sheet = (content: string, more: Record<string, string> = {}) =>
    withParts(workbook, {
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${content}</sheetData></worksheet>`,
      ...more,
    });
  const body = (content: string) =>
    withParts(document, {
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`,
    });
  const strings = (text: string) => ({ 'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>` });
  const merges = Array.from({ length: 150_000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`).join('');
  const cells = '<c><v>1</v></c>'.repeat(100);
  const html = (content: string) => strToU8(content);
  return [
    { name: 'spaces.xlsx', bytes: () => sheet(' '.repeat(megabytes * MB)) },
    { name: 'half-hidden.xlsx', bytes: () => lyingSize(sheet('<row><c><v>1</v></c></row>'.repeat(2_000_000)), 1000) },
    { name: 'rows.xlsx', bytes: () => sheet('<row><c><v>1</v></c></row>'.repeat(1_100_000)) },
    { name: 'noise.xlsx', bytes: () => sheet(noise(1_000_000)) },
    { name: 'cells.xlsx', bytes: () => sheet(`<row>${cells}</row>`.repeat(25_000)) },
    {
      name: 'shared.xlsx',
      bytes: () => sheet(`<row><c t="s"><v>0</v></c></row>`.repeat(200_000), strings('长'.repeat(1_000_000))),
    },
    { name: 'deep.xlsx', bytes: () => sheet('<row>'.repeat(1_000_000)) },
    { name: 'merges.xlsx', bytes: () => sheet(`<row>${cells}</row>`.repeat(2000) + merges) },
    {
      name: 'entities.xlsx',
      bytes: () =>
        sheet('', { 'xl/sharedStrings.xml': `<!DOCTYPE sst [${entities()}]><sst><si><t>&e9;</t></si></sst>` }),
    },
    { name: 'attribute.xlsx', bytes: () => sheet(`<row r="${'9'.repeat(5 * MB)}"/>`) },
    {
      name: 'text.xlsx',
      bytes: () => sheet(`<row><c t="inlineStr"><is><t>${'&amp;'.repeat(4 * MB)}</t></is></c></row>`),
    },
    {
      name: 'entries.xlsx',
      bytes: () =>
        withParts(workbook, Object.fromEntries(Array.from({ length: 10_500 }, (_, i) => [`xl/media/${i}`, '']))),
    },
    { name: 'tail.xlsx', bytes: () => longTail(workbook) },
    {
      name: 'nested.docx',
      bytes: () => body('<w:tbl><w:tr><w:tc>'.repeat(300) + '</w:tc></w:tr></w:tbl>'.repeat(300)),
    },
    { name: 'paragraphs.docx', bytes: () => body('<w:p><w:r><w:t>字</w:t></w:r></w:p>'.repeat(1_000_000)) },
    {
      name: 'spans.docx',
      bytes: () =>
        body(
          `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="16000"/><w:vMerge/></w:tcPr></w:tc></w:tr>'.repeat(100_000)}</w:tbl>`,
        ),
    },
    {
      name: 'inner.zip',
      bytes: () => zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ c: new Uint8Array(10 * MB) }) }) }),
    },
    { name: 'open.html', bytes: () => html(`<table>${'<div>'.repeat(1_000_000)}`) },
    { name: 'closed.html', bytes: () => html(`<table>${'<b>'.repeat(900)}${'</i>'.repeat(1_000_000)}`) },
    { name: 'spans.html', bytes: () => html(`<table>${'<tr><td colspan=1000 rowspan=65534>x'.repeat(100_000)}`) },
    { name: 'cells.html', bytes: () => html(`<table>${'<tr><td>x<td>y'.repeat(2_000_000)}`) },
    { name: 'tables.html', bytes: () => html('<table><tr><td>'.repeat(300) + 'x'.repeat(MB)) },
    { name: 'entities.html', bytes: () => html(`<table><td>${'&amp;&#x4e2d;&nosuch'.repeat(MB)}`) },
    { name: 'lists.html', bytes: () => html(`<table><td>${'<ol><li>'.repeat(400)}${'<li>a'.repeat(500_000)}`) },
    { name: 'quotes.csv', bytes: () => html(`a,b\n${'"a","b'.repeat(2 * MB)}`) },
    { name: 'quoted.csv', bytes: () => html(`a,b\n${'""'.repeat(6 * MB)}`) },
    { name: 'commas.csv', bytes: () => html(','.repeat(30 * MB)) },
    { name: 'lines.csv', bytes: () => html('\n'.repeat(30 * MB)) },
    { name: 'fields.csv', bytes: () => html('a,b\n'.repeat(3 * MB)) },
    { name: 'pipes.md', bytes: () => html(`|a|b|\n|---|---|\n${'|'.repeat(20 * MB)}`) },
    { name: 'rules.md', bytes: () => html('|--'.repeat(5 * MB)) },
    { name: 'stream.pdf', bytes: () => pdf(deflateSync(Buffer.alloc(megabytes * MB, ' ')), 1) },
    { name: 'draws.pdf', bytes: () => pdf(deflateSync('0 0 m 100 100 l S\n'.repeat(2_000_000)), 1) },
    { name: 'rules.pdf', bytes: () => pdf(deflateSync(grid(700)), 1) },
    {
      name: 'texts.pdf',
      bytes: () =>
        pdf(deflateSync(`BT /F 9 Tf ${'1 0 0 1 10 10 Tm (a) Tj 1 0 0 1 300 90 Tm (b) Tj '.repeat(150_000)} ET`), 1),
    },
    { name: 'pages.pdf', bytes: () => pdf(deflateSync('BT /F 9 Tf (a) Tj ET'), 1_000_000) },
    { name: 'arrays.pdf', bytes: () => pdf(Buffer.from('['.repeat(MB)), 1) },
    { name: 'header.pdf', bytes: () => html(`%PDF-1.7\n${'1 0 obj <<'.repeat(500_000)}`) },
  ];
}

function withParts(zip: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const changed = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...unzipSync(zip), ...Object.fromEntries(changed) }, { level: 6 });
}

/** A zip file whose directory says that its largest part is small. */
function lyingSize(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at + 46 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > MB)
      view.setUint32(at + 24, size, true);
  }
  return zip;
}

/** Rows that do not repeat, so that they do not look like a bomb. */
function noise(count: number): string {
  let text = '';
  let state = 1;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += `<c r="A${(state % 1_048_576) + 1}"><v>${state}</v></c>`;
  }
  return text;
}

function entities(): string {
  const more = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  return `<!ENTITY e0 "${'x'.repeat(100)}">${more.join('')}`;
}

/** A part whose packed data goes on long after its end. */
function longTail(workbook: Uint8Array): Uint8Array {
  const name = strToU8('xl/workbook.xml');
  const data = Buffer.concat([deflateRawSync('<workbook/>'), Buffer.alloc(40 * MB, 1)]);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(5000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, name, data, central, name, end, workbook.subarray(0, 0)]));
}

function grid(count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += `${i} 0 m ${i} ${count} l S 0 ${i} m ${count} ${i} l S\n`;
  return `${text}BT /F 9 Tf 5 5 Td (abcdefghijk) Tj ET`;
}

/** A PDF of so many pages that all show one stream. */
function pdf(stream: Uint8Array, pages: number): Uint8Array {
  const kids = Array.from({ length: Math.min(pages, 200_000) }, () => '3 0 R').join(' ');
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count ${pages}/Kids[${kids}]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 700 700]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>> endobj
4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
5 0 obj <</Filter/FlateDecode/Length ${stream.length}>> stream
`;
  const tail = '\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n';
  return new Uint8Array(Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)]));
}

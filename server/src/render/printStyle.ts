/** Sheets that a table is printed on, always across. */
export const PAPERS = ['A3', 'A4'] as const;
export type Paper = (typeof PAPERS)[number];

/** Sizes of the text, so that a line of a table takes the width of the sheet. */
const TEXT: Readonly<Record<Paper, string>> = { A3: '9pt', A4: '7.5pt' };

/**
 * How a table looks that is printed and filed, beyond what all tables have: black on white, in the type of official
 * papers, its head on each sheet, its sheets numbered. Here columns share the width by what stands in them. A row keeps
 * together where it is not long itself, and the name of a unit with its first project.
 */
export function printStyle(paper: Paper): string {
  return `
@page {
  size: ${paper} landscape;
  margin: 14mm 12mm 16mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; }
}
:root {
  --jxmb-line: #000;
  --jxmb-faint: #000;
  --jxmb-head: #fff;
  --jxmb-unit: #fff;
  --jxmb-total: #fff;
  --jxmb-source-0: #555;
  --jxmb-source-1: #fff;
  --jxmb-source-2: #ddd;
  --jxmb-source-3: #fff;
  color-scheme: light;
}
body {
  margin: 0;
  color: #000;
  background: #fff;
  font: ${TEXT[paper]}/1.4 FangSong, FangSong_GB2312, STFangsong, SimSun, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
.caption h1 { font-family: FZXiaoBiaoSong-B05S, SimHei, "Heiti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: 2em; }
.caption .about { margin-block-end: 0.4em; }
/* Half of the outer lines would stand outside the sheet's room. */
table { width: calc(100% - 1pt); margin: 0 auto; border: 0; border-collapse: collapse; table-layout: auto; }
th, td { border: 0.5pt solid #000; padding: 0.25em 0.4em; line-height: 1.4; }
th.amount { width: 6em; }
th.indicators { width: 52em; }
th.level[colspan], th.count { width: auto; }
p.indicator b { font-weight: inherit; }
thead { display: table-header-group; }
tbody, tr { break-inside: avoid; }
.long, .long tr { break-inside: auto; }
tbody.unit { break-after: avoid; }
@media screen { body { margin: 2em; } }
`;
}

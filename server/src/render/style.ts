/** The two pictures. Sources and numbers are told apart without their colours, too: by patterns, and by the size of marks. */
const PICTURES = `
th.bar { width: 26em; }
th.share { width: 9em; }
td.bar svg { display: block; }
td.share { font-variant-numeric: tabular-nums; text-align: end; }
.key { display: inline-block; margin-inline-start: 1em; font-weight: normal; white-space: nowrap; }
.key svg, td.count svg, td.lacking svg { vertical-align: middle; }
.patterns { position: absolute; }
.source { stroke: var(--jxmb-line); }
.source.s0 { fill: var(--jxmb-source-0, #0072b2); }
.source.s1 { fill: var(--jxmb-source-1, #e69f00); }
.source.s2 { fill: var(--jxmb-source-2, #009e73); }
.source.s3 { fill: var(--jxmb-source-3, #cc79a7); }
.source.none { fill: none; stroke-dasharray: 3 2; }
pattern .mark { fill: none; stroke: currentColor; }
pattern .dot { fill: currentColor; }
th.level[colspan] { width: 20em; }
th.level[colspan="1"] { width: 5em; }
th.count { width: 5em; }
td.count, td.lacking { font-variant-numeric: tabular-nums; text-align: center; white-space: nowrap; }
td.count svg, td.lacking svg { margin-inline-end: 0.3em; }
td.count .mark { fill: var(--jxmb-source-0, #0072b2); }
td.n1 .mark { fill-opacity: 0.4; }
td.n2 .mark { fill-opacity: 0.55; }
td.n3 .mark { fill-opacity: 0.7; }
td.n4 .mark { fill-opacity: 0.85; }
.hole { fill: none; stroke: currentColor; stroke-dasharray: 2 2; }
`;

/**
 * How a table looks, wherever it is shown; who shows it says by `--jxmb-…` variables in which colours. It is laid out by
 * its head alone, so that columns keep their widths whichever rows are there.
 */
export const TABLE_STYLE = `
table {
  border: solid var(--jxmb-line);
  border-width: 1px 0 0 1px;
  border-collapse: separate;
  border-spacing: 0;
  table-layout: fixed;
}
th, td {
  border: solid var(--jxmb-line);
  border-width: 0 1px 1px 0;
  box-sizing: border-box;
  padding: 0.4em 0.6em;
  font-weight: inherit;
  line-height: 1.5;
  overflow-wrap: anywhere;
  text-align: start;
  vertical-align: top;
}
td p, th p { margin: 0; }
td .text { display: block; }
thead th { background: var(--jxmb-head); font-weight: 600; text-align: center; vertical-align: middle; }
th.name { width: 13em; }
th.amount { width: 7.5em; }
th.goal { width: 22em; }
th.indicators { width: 32em; }
th.level { width: 8em; }
th.indicator { width: 17em; }
th.value { width: 9em; }
td.amount { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
td.amount .written, td.written { white-space: normal; }
td.level { text-align: center; }
tr.unit > * { background: var(--jxmb-unit); font-weight: 600; }
tr.total > * { background: var(--jxmb-total); font-weight: 700; }
tr.include > * { font-style: italic; }
.name em { color: var(--jxmb-faint); }
p.indicator { padding-inline-start: 1.6em; text-indent: -1.6em; }
p.indicator + p, p.heading + p, p.stray + p { margin-block-start: 0.25em; }
p.indicator > * { text-indent: 0; }
p.indicator span.class { color: var(--jxmb-faint); }
p.indicator span.number { font-variant-numeric: tabular-nums; }
p.indicator b { font-weight: 600; }
p.heading { font-weight: 600; }
p.stray { font-style: italic; }
p.field { color: var(--jxmb-faint); font-size: 0.92em; font-weight: normal; }
${PICTURES}.caption { text-align: center; }
.caption h1 { margin: 0; font-size: 1.5em; font-weight: 600; }
.caption .about { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; margin: 0.5em 0 0; }
`;

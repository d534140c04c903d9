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
.caption { text-align: center; }
.caption h1 { margin: 0; font-size: 1.5em; font-weight: 600; }
.caption .about { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; margin: 0.5em 0 0; }
`;

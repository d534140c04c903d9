import type { Bilingual, LevelOneClass, LevelTwoClass } from '../profile/profile.ts';
import { classText } from '../rules/classText.ts';
import { missingClass } from '../rules/missingClass.ts';
import { fillIn } from '../rules/rule.ts';
import { className, type Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator } from '../table/row.ts';
import { HEADS, nameCell } from './cells.ts';
import { type Html, html } from './html.ts';
import { includeRow } from './includeRow.ts';
import { Pieces } from './pieces.ts';
import type { ShownRow, View } from './view.ts';

const WORDS = {
  lacking: { zh: '缺{class}', en: 'no {class}' },
  all: { zh: '合计', en: 'All' },
  unclassed: { zh: '类别不明', en: 'Class unknown' },
} satisfies Record<string, Bilingual>;

/** More indicators of one class than this look like so many. */
const MOST = 5;

/** Which classes each project has indicators of: the more, the larger and darker the mark; a class that is missed is named. */
export const coverage: View = {
  head({ context: { vocabulary } }, language) {
    const { classes } = vocabulary.profile;
    return html`<tr><th class="name" scope="col" rowspan="2">${HEADS.name[language]}</th>${classes.map(
      (one) => html`<th class="level" scope="colgroup" colspan="${one.children.length}">${classText(one)}</th>`,
    )}<th class="count" scope="col" rowspan="2">${WORDS.unclassed[language]}</th><th class="count" scope="col" rowspan="2">${
      WORDS.all[language]
    }</th></tr><tr>${classes.map(({ children }) =>
      children.map((one) => html`<th class="count" scope="col">${classText(one)}</th>`),
    )}</tr>`;
  },

  columns({ context: { vocabulary } }) {
    return 3 + levelTwoOf(vocabulary).length;
  },

  row(shown) {
    const { block, row, table } = shown;
    const pieces = new Pieces(shown);
    const columns = coverage.columns(table);
    if (block.kind === 'include') return includeRow(shown, pieces, columns);
    if (block.kind !== 'project') {
      return html`<tr class="${block.kind}">${pieces.main('th', row.nameSpan, row.name, { classes: 'name', colSpan: columns })}</tr>`;
    }
    const cells = table.context.vocabulary.profile.classes.map((one) => classCells(one, shown, pieces));
    const unclassed = row.indicators.filter(({ level2 }) => !level2);
    const rest = countCell(unclassed, pieces);
    const all = html`<td class="count all">${row.indicators.length}</td>`;
    return html`<tr class="project">${nameCell(shown, pieces)}${cells}${rest}${all}</tr>`;
  },

  shows: ({ kind }) => kind === 'project' || kind === 'unit' || kind === 'include',
  height: () => 1,
};

function levelTwoOf({ profile }: Vocabulary): LevelTwoClass[] {
  return profile.classes.flatMap(({ children }) => children);
}

/** The cells of a level-1 class; one for all of it where the rule on missing classes misses it. */
function classCells({ code, name, children }: LevelOneClass, shown: ShownRow, pieces: Pieces): Html {
  const { findings, language, row } = shown;
  const lacking = findings.find(({ rule, data }) => rule === missingClass && data === code);
  if (lacking) {
    const text = fillIn(WORDS.lacking[language], { class: className(name) });
    const content = [
      html`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle class="hole" cx="7" cy="7" r="6"/></svg>`,
      text,
    ];
    return pieces.piece('td', lacking.span, content, {
      classes: `lacking ${lacking.severity}`,
      colSpan: children.length,
    });
  }
  return html`${children.map((two) =>
    countCell(
      row.indicators.filter(({ level2 }) => level2?.code === two.code),
      pieces,
    ),
  )}`;
}

function countCell(indicators: readonly Indicator[], pieces: Pieces): Html {
  const [first] = indicators;
  if (!first) return html`<td class="count n0"></td>`;
  const n = Math.min(indicators.length, MOST);
  const mark = html`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle class="mark" cx="7" cy="7" r="${2 + n}"/></svg>`;
  return pieces.piece('td', first.node, [mark, String(indicators.length)], { classes: `count n${n}` });
}

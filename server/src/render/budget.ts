import type { Bilingual } from '../profile/profile.ts';
import { fillIn } from '../rules/rule.ts';
import { Decimal, sum } from '../table/decimal.ts';
import { amountOf, columnName, sourcesOf, totalColumn } from '../table/row.ts';
import { amountCells, amountHeads, HEADS, nameCell } from './cells.ts';
import { type Html, html } from './html.ts';
import { includeRow } from './includeRow.ts';
import { Pieces } from './pieces.ts';
import type { ShownBlock, ShownRow, View } from './view.ts';

const WORDS = {
  sources: { zh: '资金构成', en: 'Sources' },
  share: { zh: '占比', en: 'Share' },
  ofUnit: { zh: '占本单位 {share}', en: '{share} of its unit' },
  ofWhole: { zh: '占全部 {share}', en: '{share} of all' },
  unknown: { zh: '算不出', en: 'not known' },
} satisfies Record<string, Bilingual>;

/** Patterns tell as many sources apart where colours do not; further ones look like the last. */
const PATTERNS = 4;

/** Height of a bar, in the units of its picture. */
const BAR = 16;

/** Where the money goes: a bar a row, as long as its share of what it is part of, parted by the sources. */
export const budget: View = {
  head(table, language) {
    const { vocabulary } = table.context;
    const sources = sourcesOf(vocabulary, totalColumn(vocabulary));
    const keys = sources.map(
      (source, i) =>
        html`<span class="key"><svg width="16" height="12" aria-hidden="true">${bit(i, 0, 100, 12)}</svg> ${columnName(vocabulary, source)}</span>`,
    );
    return html`<tr><th class="name" scope="col">${HEADS.name[language]}</th><th class="bar" scope="col">${patterns()}${
      WORDS.sources[language]
    } ${keys}</th><th class="share" scope="col">${WORDS.share[language]}</th>${amountHeads(table)}</tr>`;
  },

  columns({ context: { vocabulary } }) {
    return 3 + vocabulary.profile.columns.length;
  },

  row(shown) {
    const { block, language, table } = shown;
    const pieces = new Pieces(shown);
    if (block.kind === 'include') return includeRow(shown, pieces, budget.columns(table));
    const { own, whole } = partOf(shown);
    const share = own && whole ? own.shareOf(whole) : undefined;
    const amounts = amountCells(shown, pieces);
    const told =
      share === undefined
        ? html`<em>${WORDS.unknown[language]}</em>`
        : block.kind === 'total'
          ? ''
          : fillIn((isInUnit(shown) ? WORDS.ofUnit : WORDS.ofWhole)[language], { share: percent(share) });
    const bar = html`<td class="bar">${share !== undefined && barOf(shown, share)}</td><td class="share">${told}</td>`;
    return html`<tr class="${block.kind}">${nameCell(shown, pieces)}${bar}${amounts}</tr>`;
  },

  shows: ({ kind }) => kind !== 'head',
  height: () => 1,
  given: (shown) => {
    const { own, whole } = partOf(shown);
    return [own?.toString(), whole?.toString()];
  },
};

/** What a row comes to, and what that is a part of: of its unit what a project takes, else of the whole. */
function partOf({ block, table }: ShownBlock): {
  readonly own?: Decimal | undefined;
  readonly whole?: Decimal | undefined;
} {
  const { checker, context } = table;
  const column = totalColumn(context.vocabulary);
  const unit = checker.unitOf(block);
  return {
    own: checker.comesTo(block, column),
    whole: unit ? (checker.comesTo(unit, column) ?? checker.sumBelow(unit, column)?.sum) : checker.wholeOf(column),
  };
}

function isInUnit({ block, table }: ShownBlock): boolean {
  return table.checker.unitOf(block) !== undefined;
}

/** @param share in hundredths of a percent; a row that comes to more than the whole fills its cell */
function barOf({ row, table }: ShownRow, share: number): Html {
  const { vocabulary } = table.context;
  const sources = sourcesOf(vocabulary, totalColumn(vocabulary)).map((source) => {
    const value = amountOf(row, source)?.reading.value;
    return {
      name: columnName(vocabulary, source),
      value: value && value.compare(Decimal.zero) > 0 ? value : Decimal.zero,
    };
  });
  const all = sum(sources.map(({ value }) => value));
  const width = Math.max(0.3, Math.min(share, 10_000) / 100);
  let from = 0;
  const bits = sources.flatMap(({ name, value }, i) => {
    const part = all.isZero ? 0 : ((value.shareOf(all) ?? 0) * width) / 10_000;
    if (part === 0) return [];
    const drawn = html`<g><title>${name}: ${value.toAmount()}</title>${bit(i, from, part, BAR)}</g>`;
    from += part;
    return [drawn];
  });
  // Sources that are not given leave the bar whole, and without a key.
  const shown =
    bits.length > 0 ? bits : [html`<rect class="source none" x="0" y="0" width="${width}%" height="${BAR}"/>`];
  return html`<svg width="100%" height="${BAR}" aria-hidden="true">${shown}</svg>`;
}

/** A part of a bar, in percent of its width. */
function bit(source: number, from: number, width: number, height: number): Html {
  const place = html`x="${round(from)}%" y="0" width="${round(width)}%" height="${height}"`;
  const pattern = Math.min(source, PATTERNS - 1);
  return html`<rect class="source s${pattern}" ${place}/>${
    pattern > 0 && html`<rect fill="url(#source-${pattern})" ${place}/>`
  }`;
}

/** The patterns that are laid over the colours of the second source and those behind it. */
function patterns(): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
<pattern id="source-1" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M0 6 6 0"/></pattern>
<pattern id="source-2" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.2"/></pattern>
<pattern id="source-3" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M0 3H6M3 0V6"/></pattern>
</defs></svg>`;
}

function round(percentage: number): string {
  return String(Math.round(percentage * 1000) / 1000);
}

/** Hundredths of a percent as people read them: `67.1%`. */
function percent(hundredths: number): string {
  return `${(hundredths / 100).toFixed(1)}%`;
}

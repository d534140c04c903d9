import type { Indicator, IndicatorValue } from '../../server/src/table/row.ts';
import type { Edit, Mutation, Pick, PlacedRow, Slip, Table } from './mutation.ts';

/** Slips in the values of indicators, each at a place where no other rule has anything to say. */

/** An indicator with a value for the period and one for the year that say the same. */
interface Place {
  readonly in: PlacedRow;
  readonly indicator: Indicator;
  readonly period: IndicatorValue;
  readonly year: IndicatorValue;
}

function placesIn(table: Table, isFit: (place: Place) => boolean): Place[] {
  return table.indicators.flatMap(({ in: placed, indicator }) => {
    const of = (span: string) => indicator.values.filter(({ label }) => label?.span === span);
    const [period, ...morePeriods] = of('period');
    const [year, ...moreYears] = of('year');
    if (!period || !year || morePeriods.length + moreYears.length > 0 || period.text !== year.text) return [];
    const place = { in: placed, indicator, period, year };
    return isFit(place) ? [place] : [];
  });
}

const hasClass =
  (...codes: readonly string[]) =>
  ({ indicator }: Place) =>
    codes.includes(indicator.level2?.code ?? '');

/** A percentage whose name says that it is one, and has no unit in brackets: not 办事效率, 投入强度. */
function isPercentage({ indicator, year }: Place): boolean {
  return /(?<![效频])率$|满意度$/.test(indicator.name) && /^[≥≤]?\d+%$/.test(year.text);
}

function isCount({ indicator, year }: Place): boolean {
  return (
    indicator.level2?.code === '11' && /^≥?\d+[件个家人场次项台套起份]$/.test(year.text) && !/[)]$/.test(indicator.name)
  );
}

function edit(table: Table, place: Place, value: IndicatorValue, text: string): Edit {
  return { ...table.spanIn(place.in, value.node.text), text };
}

/** Writes a value for the year, or for both, and expects one finding there. */
function slipOf(
  rule: string,
  isFit: (place: Place) => boolean,
  write: (text: string, pick: Pick) => string | undefined,
  { both = false, restored = false } = {},
): (table: Table, pick: Pick) => Slip | undefined {
  return (table, pick) => {
    const place = pick(placesIn(table, isFit));
    const text = place && write(place.year.text, pick);
    if (!place || text === undefined || text === place.year.text) return undefined;
    const edits = (both ? [place.period, place.year] : [place.year]).map((value) => edit(table, place, value, text));
    return { edits, expected: [{ rule, at: table.spanIn(place.in, place.year.node.text) }], restored };
  };
}

const digitsOf = (text: string) => /^\D*[\d,.]+/.exec(text)?.[0];

export const values: readonly Mutation[] = [
  {
    rule: 'missing-unit',
    name: 'the sign of percent is lost in both values',
    slip: slipOf('missing-unit', (place) => isPercentage(place) && !/^\D*[01]%/.test(place.year.text), digitsOf, {
      both: true,
      restored: true,
    }),
  },
  {
    rule: 'missing-unit',
    name: 'the unit of the year is lost, that of the period still there',
    slip: slipOf('missing-unit', isCount, digitsOf, { restored: true }),
  },
  {
    rule: 'missing-unit',
    name: 'the unit is lost that the name tells',
    slip: slipOf('missing-unit', (place) => isCount(place) && /人数$/.test(place.indicator.name), digitsOf, {
      both: true,
      restored: true,
    }),
  },
  {
    rule: 'rate-value',
    name: 'a rate is given as a count',
    slip: slipOf(
      'rate-value',
      (place) => hasClass('12', '13')(place) && isPercentage(place),
      (_text, pick) => pick(['20个', '≥100家', '不少于5次', '1000件以上']),
      { both: true },
    ),
  },
  {
    rule: 'rate-value',
    name: 'a rate is given in words',
    slip: slipOf(
      'rate-value',
      (place) => hasClass('12', '13')(place) && isPercentage(place),
      (_text, pick) => pick(['及时', '提升', '基本完成']),
      { both: true },
    ),
  },
  {
    rule: 'rate-value',
    name: 'an intensity is given as an amount of money',
    slip: slipOf(
      'rate-value',
      ({ indicator }) => /强度$/.test(indicator.name),
      (_text, pick) => pick(['10亿元以上', '130亿元']),
      { both: true },
    ),
  },
  {
    rule: 'percent-range',
    name: 'a zero too many',
    slip: slipOf(
      'percent-range',
      (place) =>
        isPercentage(place) && !/[≤]/.test(place.year.text) && !/增长|完成|提高|增速|提升/.test(place.indicator.name),
      (text) => (text.startsWith('0') || /^≥?\d%/.test(text) ? undefined : text.replace('%', '0%')),
    ),
  },
  {
    rule: 'percent-range',
    name: 'at least 100% where there is no more',
    slip: slipOf(
      'percent-range',
      ({ indicator, year }) => year.text === '100%' && /(?:合格|及时|到位|准确|覆盖)率$/.test(indicator.name),
      (text, pick) => pick([`≥${text}`, `不低于${text}`, `${text}以上`]),
      { restored: true, both: true },
    ),
  },
  {
    rule: 'vague-value',
    name: 'a quantity is given in words',
    slip: slipOf('vague-value', isCount, (_text, pick) => pick(['提升', '按计划购置', '正常开展', '是']), {
      both: true,
    }),
  },
  {
    rule: 'vague-value',
    name: 'satisfaction is given in words',
    slip: slipOf('vague-value', hasClass('31'), (_text, pick) => pick(['满意', '十分满意', '较高']), { both: true }),
  },
  {
    rule: 'vague-value',
    name: 'the last number among the benefits goes',
    slip: (table, pick) => {
      const isNumber = ({ year }: Place) => /\d/.test(year.text);
      const isBenefit = ({ indicator }: Place) => indicator.level1?.code === '2';
      const places = placesIn(table, isBenefit);
      const place = pick(
        places.filter((one) => {
          const others = places.filter((other) => other.in === one.in && other !== one);
          const isHandedDown = /追加|预留/.test(one.in.row.name);
          const isRate = /率$/.test(one.indicator.name) && !/效率$/.test(one.indicator.name);
          const all = one.in.row.indicators.filter(({ level1 }) => level1?.code === '2').length;
          return isNumber(one) && !others.some(isNumber) && !isHandedDown && !isRate && all === others.length + 1;
        }),
      );
      if (!place) return undefined;
      const [first] = places.filter((other) => other.in === place.in);
      const at = table.spanIn(place.in, (first as Place).year.node.text);
      const edits = [place.period, place.year].map((value) => edit(table, place, value, '提升'));
      return { edits, expected: [{ rule: 'vague-value', at }], restored: false };
    },
  },
  {
    rule: 'value-disagreement',
    name: 'hours for the period of a percentage',
    slip: (table, pick) => disagree(table, pick(placesIn(table, isPercentage)), pick(['24小时', '72小时'])),
  },
  {
    rule: 'value-disagreement',
    name: '0% is left for the period',
    slip: (table, pick) => {
      const place = pick(placesIn(table, (one) => isPercentage(one) && one.year.text === '100%'));
      return disagree(table, place, '0%');
    },
  },
  {
    rule: 'value-disagreement',
    name: 'the year counts more than the period',
    slip: slipOf('value-disagreement', isCount, (text) => text.replace(/\d+/, (digits) => `${digits}0`)),
  },
  {
    rule: 'satisfaction-target',
    name: 'a low target of satisfaction',
    slip: slipOf(
      'satisfaction-target',
      (place) => hasClass('31')(place) && /满意度(?:\(%\))?$/.test(place.indicator.name),
      (text, pick) => pick(['60%', '65%', '79%'].map((low) => text.replace(/\d+%/, low))),
    ),
  },
  {
    rule: 'name-is-value',
    name: 'the name is replaced by the value',
    slip: (table, pick) => {
      const names = (placed: PlacedRow) => placed.row.indicators.map(({ level2, name }) => `${level2?.code} ${name}`);
      const place = pick(
        placesIn(table, (one) => {
          const { name, level2 } = one.indicator;
          const isAlone = !names(one.in).includes(`${level2?.code} ${one.year.text}`);
          // A benefit in words may be what leaves the others without number, a cost what the amount is held against.
          const isFit =
            ['11', '12', '13', '31'].includes(level2?.code ?? '') &&
            /^[≥≤]?\d+[%\p{Script=Han}]+$/u.test(one.year.text);
          return isFit && isAlone && name !== one.year.text;
        }),
      );
      if (!place?.indicator.node.name) return undefined;
      const at = table.spanIn(place.in, place.indicator.node.name);
      return {
        edits: [{ ...at, text: place.year.text }],
        expected: [{ rule: 'name-is-value', at }],
        restored: false,
      };
    },
  },
  {
    rule: 'name-is-value',
    name: 'the name is 满意',
    slip: (table, pick) => {
      const place = pick(placesIn(table, hasClass('31')));
      if (!place?.indicator.node.name) return undefined;
      const name = table.spanIn(place.in, place.indicator.node.name);
      const edits = [
        { ...name, text: '满意' },
        ...[place.period, place.year].map((value) => edit(table, place, value, '满意')),
      ];
      return { edits, expected: [{ rule: 'name-is-value', at: name }], restored: false };
    },
  },
];

/** Writes another value for the period. */
function disagree(table: Table, place: Place | undefined, text: string | undefined): Slip | undefined {
  if (!place || text === undefined) return undefined;
  const at = table.spanIn(place.in, place.period.node.text);
  return {
    edits: [{ ...at, text }],
    expected: [{ rule: 'value-disagreement', at }],
    restored: false,
  };
}

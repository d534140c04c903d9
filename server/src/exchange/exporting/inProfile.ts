import { squeeze } from '../../syntax/characters.ts';
import type { LabelRole, Vocabulary } from '../../syntax/vocabulary.ts';
import { addText, type IndicatorData, type RowData, type Texts, textsOf } from '../tableJson/tableData.ts';
import { given } from './rowData.ts';

/**
 * A row of a table that is taken in, in the words of the table that takes it in. What that one has no label for is kept
 * as a line.
 */
export function inProfile(data: RowData, vocabulary: Vocabulary): RowData {
  const other = [...(data.other ?? [])];
  const labels = (role: LabelRole) => (label: string) => {
    const found = role === 'field' ? vocabulary.fields : vocabulary.labels;
    const meaning = found.get(squeeze(label));
    return meaning?.role === role ? meaning.name : undefined;
  };
  const { amounts, fields, goals, indicators, other: _, ...rest } = data;
  return {
    ...rest,
    ...given('amounts', renamed(amounts, labels('column'), other)),
    ...given('fields', renamed(fields, labels('field'), other)),
    ...given('goals', renamed(goals, labels('goal'), other)),
    ...given(
      'indicators',
      indicators?.map((indicator) => indicatorIn(indicator, vocabulary, other)),
    ),
    ...given('other', other),
  };
}

function indicatorIn(indicator: IndicatorData, vocabulary: Vocabulary, other: string[]): IndicatorData {
  const { values, ...rest } = indicator;
  const nameOf = (label: string) => {
    const word = vocabulary.valueWords.find((one) => one.word === squeeze(label));
    return word && vocabulary.valueLabels[word.index]?.name;
  };
  return { ...rest, ...given('values', renamed(values, nameOf, other, `${indicator.name ?? ''} `)) };
}

function renamed(
  texts: Texts | undefined,
  nameOf: (label: string) => string | undefined,
  other: string[],
  lead = '',
): Texts | undefined {
  const own = new Map<string, string[]>();
  for (const [label, written] of Object.entries(texts ?? {})) {
    const name = nameOf(label);
    for (const text of [written].flat()) {
      if (name !== undefined) addText(own, name, text);
      else other.push(`${lead}${label}: ${text}`);
    }
  }
  return textsOf(own);
}

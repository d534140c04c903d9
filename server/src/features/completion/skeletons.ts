import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import { classText } from '../../rules/classText.ts';
import { lineEndOf } from '../../rules/edits.ts';
import { INDENT } from '../../rules/emptyIndicator.ts';
import { demandedClasses } from '../../rules/missingIndicators.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { sourcesOf, totalColumn } from '../../table/row.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';
import { isFor } from './labelled.ts';
import { type Offer, snippetText } from './offers.ts';

const LABELS = {
  whole: { zh: '项目: 各栏和各类指标', en: 'project: all fields and classes' },
  begun: { zh: '项目: 各栏和第一条指标', en: 'project: all fields and the first indicator' },
  unit: { zh: '单位: 名称和金额', en: 'unit: name and amounts' },
} satisfies Record<string, Bilingual>;

/**
 * A line with a place for each thing that is to be written. `null`: a place of its own; `like`: one that begins with what
 * stands at another; `same`: it repeats another.
 */
type Piece = string | null | { readonly like: number } | { readonly same: number };

/** Whole blocks, to be put in where one may begin. */
export function skeletonOffers(role: 'project' | 'unit', rank: number, asked: Asked): Offer[] {
  const { vocabulary } = asked;
  if (!asked.cursor.atEnd || asked.cursor.rest.trim() !== '') return [];
  if (role === 'unit') return [skeleton('unit', unitLines(vocabulary), rank, asked)];
  const head = headLines(vocabulary);
  const [first = [], ...others] = indicatorLines(vocabulary);
  const number = first[0];
  return [
    skeleton('whole', [...head, first, ...others], rank, asked),
    // With tab stops only: it ends where the first indicator is to be written.
    ...(asked.client.snippets && number ? [skeleton('begun', [...head, [`${INDENT}1、`]], rank, asked)] : []),
  ];
}

function skeleton(name: keyof typeof LABELS, lines: readonly (readonly Piece[])[], rank: number, asked: Asked): Offer {
  const { cursor, language } = asked;
  const lineEnd = lineEndOf(cursor.before);
  let stops = 0;
  const stopText = (piece: Piece): string => {
    if (typeof piece === 'string') return snippetText(piece);
    if (piece && 'same' in piece) return `$\{${piece.same}}`;
    stops++;
    return piece === null ? `$\{${stops}}` : `$\{${stops}:$${piece.like}}`;
  };
  const body = lines.map((line) => line.map(stopText).join('')).join(lineEnd);
  const plain = lines.map((line) => line.filter((piece) => typeof piece === 'string').join('')).join(lineEnd);
  return {
    label: say(LABELS[name], language),
    text: plain,
    body: `${body}$0`,
    rank,
    // Where VS Code puts snippets last, this stays beside the label.
    kind: CompletionItemKind.Struct,
    documentation: `~~~\n${plain}\n~~~`,
  };
}

/** Total and first source, which mostly gives all. */
function amountLines(vocabulary: Vocabulary): Piece[][] {
  const total = totalColumn(vocabulary);
  const { columns } = vocabulary.profile;
  const source = columns[sourcesOf(vocabulary, total)[0] ?? -1];
  return [[`${columns[total]?.name}: `, null], ...(source ? [[`${source.name}: `, { like: 2 }]] : [])];
}

function unitLines(vocabulary: Vocabulary): Piece[][] {
  return [[`${UNIT_LABEL}: `, null], ...amountLines(vocabulary), ['']];
}

function headLines(vocabulary: Vocabulary): Piece[][] {
  // Where there are several goals, a project of one year has but the last.
  const goal = vocabulary.profile.goals.at(-1);
  return [
    [`${PROJECT_LABEL}: `, null],
    ...amountLines(vocabulary),
    ...(goal ? [[`${goal.name}: `, null]] : []),
    [`${INDICATORS_LABEL}:`],
  ];
}

/** An indicator of each class that the profile wants, with places for its name and its value. */
function indicatorLines(vocabulary: Vocabulary): Piece[][] {
  const weighs = vocabulary.profile.demands.weights !== undefined;
  let stops = headLines(vocabulary)
    .flat()
    .filter((piece) => typeof piece !== 'string').length;
  return demandedClasses(vocabulary).map(({ code, name }, i) => {
    const parent = vocabulary.levelTwo.get(code)?.parent;
    const classes = [...(parent ? [classText(parent)] : []), classText({ code, name })].join('; ');
    const line: Piece[] = [`${INDENT}${i + 1}、${classes}; `, null];
    stops++;
    let first: number | undefined;
    vocabulary.valueLabels.forEach((label, index) => {
      const isValue = isFor(index, vocabulary);
      if (!isValue && !(weighs && label.span === 'weight')) return;
      if (isValue && first !== undefined) {
        line.push(`; ${label.name}:`, { same: first });
        return;
      }
      stops++;
      line.push(`; ${label.name}:`, null);
      if (isValue) first = stops;
    });
    line.push('。');
    return line;
  });
}

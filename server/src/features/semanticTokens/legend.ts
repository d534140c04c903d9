import type { SemanticTokensLegend } from 'vscode-languageserver-types';

/** Types that every theme knows, by what they stand for here. */
export const TYPES = {
  /** 11-数量指标 */
  class: 'class',
  /** An indicator's name. */
  name: 'property',
  number: 'number',
  /** ≥, 不少于, 以上 */
  operator: 'operator',
  /** 家, %, 万元 */
  unitOfMeasure: 'type',
  unit: 'namespace',
  project: 'struct',
  rule: 'enumMember',
  /** The labels that begin rows, and the words of suppressions. */
  rowLabel: 'keyword',
  label: 'variable',
  comment: 'comment',
} as const;

/** Modifiers, all but the last of the protocol's own. */
export const MODIFIERS = {
  /** A unit or a project is named here. */
  declaration: 'declaration',
  /** A standard indicator of the class. */
  standard: 'defaultLibrary',
  /** The profile has no such class; there is no such rule. */
  unknown: 'deprecated',
  /** An amount that is not what it should add up to. */
  mismatch: 'mismatch',
} as const;

export type TokenType = keyof typeof TYPES;
export type TokenModifier = keyof typeof MODIFIERS;

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: Object.values(TYPES),
  tokenModifiers: Object.values(MODIFIERS),
};

import { amountInvalid } from './amountInvalid.ts';
import { className } from './className.ts';
import { classParent } from './classParent.ts';
import { conflictingValue } from './conflictingValue.ts';
import { duplicateIndicator } from './duplicateIndicator.ts';
import { duplicateValue } from './duplicateValue.ts';
import { mergeConflict } from './mergeConflict.ts';
import type { BlockRule, Rule, SumRule } from './rule.ts';
import { sumMismatch } from './sumMismatch.ts';
import { sumRounding } from './sumRounding.ts';
import { totalMismatch } from './totalMismatch.ts';
import { unexpectedText } from './unexpectedText.ts';
import { unknownClass } from './unknownClass.ts';

export const blockRules: readonly BlockRule[] = [
  amountInvalid,
  totalMismatch,
  unexpectedText,
  mergeConflict,
  unknownClass,
  className,
  classParent,
  duplicateIndicator,
  duplicateValue,
  conflictingValue,
];

export const sumRules: readonly SumRule[] = [sumMismatch, sumRounding];

/** All rules, in the order of RULES: amounts, structure, classes, indicators. */
export const rules: readonly Rule[] = [...blockRules, ...sumRules];

import type { JudgingData } from './judging.ts';

/**
 * A profile (表样) says what a performance-target table of one authority looks like: its amount columns, its labels, its
 * classes of indicators, and what it demands. It is data; nothing in the code knows a word that a profile decides.
 * The JSON form is described by `profile.schema.json`, which ships with the extension.
 */

/** A text in both languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface Profile {
  /** Stable name, as written after `版式:`, such as `guangzhou`. */
  readonly id: string;
  readonly name: Bilingual;
  /** Amount columns in the order of the published table; the first is the total. */
  readonly columns: readonly Column[];
  /** Labels of a project's goals (绩效目标; elsewhere 总体目标 and 年度目标). */
  readonly goals: readonly Label[];
  /** Labels of a project's other fields (项目编码, 项目类别, …). */
  readonly fields: readonly FieldLabel[];
  /** Value labels of an indicator, in the order they are written. */
  readonly valueLabels: readonly ValueLabel[];
  /** Level-1 classes with their level-2 classes. */
  readonly classes: readonly LevelOneClass[];
  readonly demands: Demands;
  /** Words and thresholds that differ from those that all profiles share. */
  readonly judging?: Partial<JudgingData>;
  /** Standard indicators of its own, beside those that all profiles share. */
  readonly indicators?: readonly OwnIndicator[];
}

/** A word of the table that ends in a colon, with the other words that mean the same. */
export interface Label {
  readonly name: string;
  readonly aliases?: readonly string[];
}

export interface FieldLabel extends Label {
  /** What mostly stands behind it, for those that take one of few words. */
  readonly values?: readonly string[];
}

export interface Column extends Label {
  /** Names of the columns that add up to this one; only the total has them. */
  readonly sumOf?: readonly string[];
}

export interface ValueLabel extends Label {
  /**
   * What stands behind it: a value for the whole period of the project (`period`) or for the table's year (`year`), the
   * indicator's weight (权重, `weight`), or an explanation of it (指标解释, `explanation`).
   */
  readonly span: 'period' | 'year' | 'weight' | 'explanation';
}

interface ClassBase {
  readonly code: string;
  /** The official name, as in `11-数量指标`. */
  readonly name: string;
  /** Other names in use that mean the same class. */
  readonly aliases: readonly string[];
}

export interface LevelTwoClass extends ClassBase {}

export interface LevelOneClass extends ClassBase {
  readonly children: readonly LevelTwoClass[];
}

/** A profile as its file has it: with what a person reads of it, which nothing else needs. */
export interface WholeProfile extends Profile {
  /** Where the profile was taken from. */
  readonly source: Bilingual;
  readonly columns: readonly (Column & Described)[];
  readonly goals: readonly (Label & Described)[];
  readonly fields: readonly (FieldLabel & Described)[];
  readonly valueLabels: readonly (ValueLabel & Described)[];
  readonly classes: readonly (LevelOneClass &
    Explained & { readonly children: readonly (LevelTwoClass & Explained)[] })[];
}

/** What is said of a label. */
export interface Described {
  readonly description: Bilingual;
}

/** What is said of a class. */
export interface Explained {
  /** What the class means. */
  readonly definition: Bilingual;
  /** What belongs in it, and what is often put there by mistake. */
  readonly belongs: Bilingual;
  /** Names of indicators that are good examples. */
  readonly examples: readonly string[];
  /** The document the definition follows; "indicative" where its text was not at hand. */
  readonly source: Bilingual;
}

export interface Demands {
  /** Codes of level-1 classes that every project must have. */
  readonly required: readonly string[];
  /** Codes of classes that are expected but not demanded. */
  readonly expected: readonly string[];
  /** Where the table has weights (权重, 分值). */
  readonly weights?: WeightDemands;
}

export interface WeightDemands {
  /** What a project's weights add up to: any of these sums is right. */
  readonly sums: readonly number[];
  /** The same of single classes, by code, where the authority fixes them. */
  readonly classes?: Readonly<Record<string, readonly number[]>>;
}

export type Direction = 'higher' | 'lower';

/** One name of the catalogue of standard indicators (三级指标). */
export interface StandardIndicator {
  /** The name as it is written into a table. */
  readonly name: string;
  /** Code of its level-2 class. */
  readonly class: string;
  /** Full pinyin of the name, syllables parted by spaces, without tones (`v` for ü): `shu liang`. Generated. */
  readonly pinyin: string;
  /** Unit of the value (计量单位), `%` for rates; absent where the value is qualitative. */
  readonly unit?: string;
  /** Whether more is better. Absent where neither is. */
  readonly direction?: Direction;
  /** A value as people write it, such as `≥90%`. Absent where no typical one is known. */
  readonly typical?: string;
  /** What is measured, one sentence. */
  readonly definition: Bilingual;
  /** How it is computed, such as `按时完成数 ÷ 计划数 × 100%`. */
  readonly formula?: string;
}

/** A standard indicator that a profile brings; what is not needed may be left out. */
export type OwnIndicator = Omit<StandardIndicator, 'pinyin' | 'definition'> &
  Partial<Pick<StandardIndicator, 'pinyin' | 'definition'>>;

import type { Bilingual } from '../../profile/profile.ts';

/**
 * A table that was found in a file, as people are told of it before anything is written. Plain data: it may travel to a
 * client and back; what it stands for is found again in the grids that it was recognised in.
 */
export interface Recognised {
  /** Place of the grid among those of the file, from 0. */
  readonly grid: number;
  /** Name of the sheet; `表 2` where it has none. */
  readonly name: string;
  readonly layout: LayoutId;
  /** Its first and last row as the source counts them, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly projects: number;
  readonly indicators: number;
  /** Name of a project or the title, to tell forms apart; may be empty. */
  readonly title: string;
  /** Name of the money unit that the table states; absent where it states none. */
  readonly moneyUnit?: string;
  /** Id of the profile that fits the table best. */
  readonly profile: string;
  /** Whether it is imported where nobody chooses. */
  readonly isChosen: boolean;
  /** Why it is not, or what is to be known of it. */
  readonly reason?: Bilingual;
}

/**
 * - `list`: a row a project, its indicators as text in one cell;
 * - `structured`: many projects, an indicator a row;
 * - `form`: a project a form, its fields beside their labels, an indicator a row below;
 * - `comments`: the sheet of comments of a table that we exported;
 * - `none`: no performance-target table; imported all the same, its cells become comments.
 */
export type LayoutId = 'list' | 'structured' | 'form' | 'comments' | 'none';

/** What people call the layouts. */
export const LAYOUT_NAMES: Readonly<Record<LayoutId, Bilingual>> = {
  list: { zh: '一行一个项目（指标写在一格内）', en: 'a row a project, indicators in one cell' },
  structured: { zh: '多个项目、一行一条指标', en: 'many projects, a row an indicator' },
  form: { zh: '一个项目一张表', en: 'a form a project' },
  comments: { zh: '导出时附的注释', en: 'comments that were exported with a table' },
  none: { zh: '不是绩效目标表', en: 'no performance-target table' },
};

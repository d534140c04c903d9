/**
 * What a row of the list is. Files of our own say it where nobody sees it, for a unit and a project without goal and
 * indicators have the same cells. Of the words each format has its own place for: names of cells, of styles, a column.
 */
export type RowRole = 'total' | 'unit' | 'project';

/** Names of styles in a document, and what names of cells in a workbook begin with: no other file has them by chance. */
const NAMES = { total: '合计行', unit: '资金使用单位行', project: '项目行' } as const satisfies Record<RowRole, string>;

/** The attribute of a row of an HTML table; its value is the role. */
export const ROLE_ATTRIBUTE = 'data-jxmb-row';

/** The column of texts that have no such place, and its words. */
export const ROLE_COLUMN = '行类别';
const WORDS = { total: '合计', unit: '资金使用单位', project: '项目' } as const satisfies Record<RowRole, string>;

export const ROW_ROLES = Object.keys(NAMES) as readonly RowRole[];

export function roleName(role: RowRole): string {
  return NAMES[role];
}

export function roleNamed(name: string): RowRole | undefined {
  return ROW_ROLES.find((role) => name === NAMES[role]);
}

export function roleWord(role: RowRole): string {
  return WORDS[role];
}

export function roleOfWord(word: string): RowRole | undefined {
  return ROW_ROLES.find((role) => word === WORDS[role]);
}

/** The role that an attribute gives. */
export function roleOfAttribute(value: string | undefined): RowRole | undefined {
  return ROW_ROLES.find((role) => role === value);
}

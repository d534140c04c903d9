import { squeeze } from '../syntax/characters.ts';
import { ROW_ROLES, type RowRole, roleName } from './rowRole.ts';

/**
 * Names of cells in a workbook say what the cells' rows are, and what the rows are called: `项目行_修路`. Names stay with
 * their places when rows are sorted, so a name alone would make a unit of whatever comes to stand there.
 */
export interface RowName {
  readonly role: RowRole;
  /** What the row is called, as far as names of cells can say it. */
  readonly word: string;
}

/** The name for cells of rows that are called so; where one has no room for all of their places, others are numbered. */
export function rowName({ role, word }: RowName, number: number): string {
  const end = number === 1 ? '' : `_${number}`;
  return word === '' && end === '' ? roleName(role) : `${roleName(role)}_${word}${end}`;
}

/** What a name of cells says; undefined for those of others. */
export function readRowName(name: string): RowName | undefined {
  const [own, word = '', number, ...more] = name.split('_');
  const role = ROW_ROLES.find((one) => roleName(one) === own);
  const isOurs = more.length === 0 && (number === undefined || /^\d{1,6}$/.test(number));
  return role && isOurs ? { role, word } : undefined;
}

/** Spreadsheets take 255 characters for a name. */
const LONGEST = 60;

/** A row's name as names of cells hold it: letters, digits and Han, without capitals, which are the same to spreadsheets. */
export function wordOf(text: string): string {
  const word = squeeze(text)
    .toLowerCase()
    .replace(/[^0-9a-z\u4e00-\u9fff]+/g, '');
  return word.slice(0, LONGEST);
}

import type { IParagraphStyleOptions } from 'docx';
import { ROW_ROLES, type RowRole, roleName } from '../../rowRole.ts';

/** Ids of the styles that names of rows are in; people see their names. */
export function styleOf(role: RowRole): string {
  return `row-${role}`;
}

/** Styles that say what a row is, with the looks of such a row: who gives a name the style has made it one. */
export const ROLE_STYLES: readonly IParagraphStyleOptions[] = ROW_ROLES.map((role) => ({
  id: styleOf(role),
  name: roleName(role),
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  ...(role !== 'project' && { run: { bold: true } }),
}));

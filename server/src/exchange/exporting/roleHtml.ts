import { type Html, html } from '../../render/html.ts';
import { markOf, type SheetRow } from '../book.ts';
import { ROLE_ATTRIBUTE } from '../rowRole.ts';

/** The attribute that says what a row is. */
export function roleHtml(row: SheetRow): Html | undefined {
  const role = markOf(row);
  return role && html` ${ROLE_ATTRIBUTE}="${role}"`;
}

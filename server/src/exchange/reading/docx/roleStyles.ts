import { type RowRole, roleNamed } from '../../rowRole.ts';
import { prefixed, readXmlPart } from '../xml.ts';
import type { Zip } from '../zip.ts';

/** The styles of paragraphs that say what a row is, by their ids: these are other ones in every program. */
export function readRoleStyles(zip: Zip, part: string): ReadonlyMap<string, RowRole> {
  const roles = new Map<string, RowRole>();
  let id = '';
  readXmlPart(zip, part, {
    open(name, attributes) {
      if (name === 'style') id = prefixed(attributes, 'styleId') ?? '';
      const role = name === 'name' ? roleNamed(prefixed(attributes, 'val') ?? '') : undefined;
      if (role) roles.set(id, role);
    },
  });
  return roles;
}

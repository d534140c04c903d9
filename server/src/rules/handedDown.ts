import { squeeze } from '../syntax/characters.ts';
import { lineText } from '../syntax/text.ts';
import type { Row } from '../table/row.ts';
import type { RuleContext } from './rule.ts';

/** Whether a project's targets come from above or are still open: money handed down, reserved, not yet divided. */
export function isHandedDown(row: Row, text: string, { vocabulary }: RuleContext): boolean {
  const { judging, profile } = vocabulary;
  if (judging.handedDownNames.in(squeeze(row.name))) return true;
  return row.fields.some((field) => {
    const name = field.role === 'field' ? profile.fields[field.index]?.name : undefined;
    return name !== undefined && judging.kindFields.has(name) && isKind(lineText(text, field.text), judging);
  });
}

function isKind(kind: string, judging: RuleContext['vocabulary']['judging']): boolean {
  return judging.handedDownKinds.in(squeeze(kind)) !== undefined;
}

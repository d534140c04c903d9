import { squeeze } from '../syntax/characters.ts';
import { lineText } from '../syntax/text.ts';
import type { Row } from '../table/row.ts';
import type { RuleContext } from './rule.ts';

const KIND = '项目类别';

/** Whether a project's targets come from above: its name or its 项目类别 says so. */
export function isHandedDown(row: Row, text: string, { vocabulary }: RuleContext): boolean {
  const { judging, profile } = vocabulary;
  if (judging.handedDownNames.in(squeeze(row.name))) return true;
  return row.fields.some(
    ({ role, index, text: span }) =>
      role === 'field' &&
      profile.fields[index]?.name === KIND &&
      judging.handedDownKinds.in(squeeze(lineText(text, span))) !== undefined,
  );
}

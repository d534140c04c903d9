import type { Bilingual, Profile } from '../../profile/profile.ts';
import { type LineAndCharacter, positionIn } from '../../syntax/document.ts';
import { vocabularyOf } from '../../syntax/vocabulary.ts';
import { type JsonNode, NotJson, readJson } from '../profile/json.ts';
import { type Problem, type Schema, schemaProblems } from '../profile/schema.ts';
import schema from './table.schema.json' with { type: 'json' };
import type { TableData } from './tableData.ts';
import { tableText } from './tableText.ts';

/** What is wrong with a file that should hold a table as JSON, and where. */
export interface TableJsonProblem {
  readonly at: LineAndCharacter;
  readonly message: Bilingual;
}

export type ReadTableJson =
  | { readonly document: string; readonly profile: Profile }
  /** Nothing is read of a file that is not as it should be: what to leave out would be a guess. */
  | { readonly problems: readonly TableJsonProblem[] };

/**
 * Reads a table that was exported as JSON, as the text of a document.
 * @param profiles those that there are, by their ids
 * @param own the profile of tables that name none
 */
export function readTableJson(text: string, profiles: ReadonlyMap<string, Profile>, own: Profile): ReadTableJson {
  let root: JsonNode;
  try {
    root = readJson(text);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const message = { zh: '从这里起不合 JSON 的写法', en: 'From here on it is no JSON' };
    return { problems: [{ at: positionIn(text, Math.min(error.at, text.length)), message }] };
  }
  const placed = (problems: readonly Problem[]) => ({
    problems: problems.map(({ span, message }) => ({ at: positionIn(text, span.start), message })),
  });
  const format = memberOf(root, 'format');
  if (format?.value !== schema.properties.format.enum[0]) {
    const span = format ?? root;
    const message = {
      zh: '不是导出的绩效目标表: "format" 应是 "jxmb-table"',
      en: 'This is no exported table: "format" is to be "jxmb-table"',
    };
    return placed([{ span, message }]);
  }
  const bySchema = schemaProblems(root, schema as Schema);
  if (bySchema.length > 0) return placed(bySchema);
  const data = root.value as TableData;
  const profile = profiles.get(data.profile) ?? (data.profile === own.id ? own : undefined);
  if (!profile) {
    const span = memberOf(root, 'profile') ?? root;
    const names = [...profiles.keys()];
    const message = {
      zh: `没有名为"${data.profile}"的表样，现有: ${names.join('、')}`,
      en: `There is no profile "${data.profile}"; there are: ${names.join(', ')}`,
    };
    return placed([{ span, message }]);
  }
  const unknown = unknownLabels(root, profile);
  if (unknown.length > 0) return placed(unknown);
  return { document: tableText(data, vocabularyOf(profile), own.id), profile };
}

/** Labels that the profile does not have. */
function unknownLabels(root: JsonNode, profile: Profile): Problem[] {
  const found: Problem[] = [];
  const look = (node: JsonNode | undefined, labels: readonly { readonly name: string }[]) => {
    const names = labels.map(({ name }) => name);
    for (const { key, keySpan } of node?.members ?? []) {
      if (names.includes(key)) continue;
      const message = {
        zh: `表样里没有"${key}"，只有: ${names.join('、')}`,
        en: `The profile has no "${key}", only: ${names.join(', ')}`,
      };
      found.push({ span: keySpan, message });
    }
  };
  for (const row of memberOf(root, 'rows')?.items ?? []) {
    look(memberOf(row, 'amounts'), profile.columns);
    look(memberOf(row, 'fields'), profile.fields);
    look(memberOf(row, 'goals'), profile.goals);
    for (const indicator of memberOf(row, 'indicators')?.items ?? []) {
      look(memberOf(indicator, 'values'), profile.valueLabels);
    }
  }
  return found;
}

function memberOf(node: JsonNode, key: string): JsonNode | undefined {
  return node.members?.findLast((member) => member.key === key)?.node;
}

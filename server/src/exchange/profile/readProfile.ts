import schema from '../../profile/profile.schema.json' with { type: 'json' };
import type { Bilingual, WholeProfile } from '../../profile/profile.ts';
import type { LineAndCharacter } from '../../syntax/document.ts';
import { positionIn } from '../../syntax/document.ts';
import type { Span } from '../../syntax/nodes.ts';
import { profileProblems } from './checks.ts';
import { type JsonNode, NotJson, readJson } from './json.ts';
import { type Problem, type Schema, schemaProblems } from './schema.ts';

/** What is wrong with a profile that somebody brings, and where. */
export interface ProfileProblem {
  readonly range: { readonly start: LineAndCharacter; readonly end: LineAndCharacter };
  readonly message: Bilingual;
  /** Whatever knows JSON and the schema finds it too. */
  readonly bySchema: boolean;
}

/** A file that is meant as a profile. */
export interface ReadProfile {
  /** Absent where there is any problem. */
  readonly profile?: WholeProfile;
  /** The name that tables call it by, as far as that can be read. */
  readonly id?: string;
  /** Where that stands. */
  readonly idRange?: ProfileProblem['range'];
  readonly problems: readonly ProfileProblem[];
}

/** Reads a profile from JSON. */
export function readProfile(text: string): ReadProfile {
  const rangeOf = ({ start, end }: Span) => ({ start: positionIn(text, start), end: positionIn(text, end) });
  const placed = (bySchema: boolean) => (problem: Problem) => ({
    range: rangeOf(problem.span),
    message: problem.message,
    bySchema,
  });
  let root: JsonNode;
  try {
    root = readJson(text);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const at = Math.min(error.at, text.length);
    const message = { zh: '从这里起不合 JSON 的写法', en: 'From here on it is no JSON' };
    return {
      problems: [{ range: rangeOf({ start: at, end: Math.min(at + 1, text.length) }), message, bySchema: true }],
    };
  }
  const idNode = root.members?.findLast(({ key }) => key === 'id')?.node;
  const named = {
    ...(idNode && typeof idNode.value === 'string' && { id: idNode.value, idRange: rangeOf(idNode) }),
  };
  const bySchema = schemaProblems(root, schema as Schema);
  if (bySchema.length > 0) return { ...named, problems: bySchema.map(placed(true)) };
  const profile = root.value as WholeProfile;
  const problems = profileProblems(root, profile);
  return { ...named, ...(problems.length === 0 && { profile }), problems: problems.map(placed(false)) };
}

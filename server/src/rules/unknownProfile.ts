import { distance } from 'fastest-levenshtein';
import type { Profile } from '../profile/profile.ts';
import { squeeze } from '../syntax/characters.ts';
import { lineText } from '../syntax/text.ts';
import { RULES_ON_CONTENT } from './content.ts';
import { nearest } from './nearest.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const unknownProfileExplained: RuleExplanation = {
  explanation: {
    zh: '版式写的是表样的代号,如 guangzhou。不认识的版式按设置里的表样读,栏目和指标类别可能对不上。不写版式就用设置里的表样。',
    en: 'Behind 版式 stands the id of a profile, such as guangzhou. A table with an unknown one is read by the profile of the settings, and its columns and classes may not fit. Without 版式 the profile of the settings is meant.',
  },
  reason: {
    zh: '表样不对,栏目、类别和必填要求都按另一家的来查。',
    en: "Read by the wrong profile, a table is checked against another authority's columns, classes and demands.",
  },
  examples: {
    wrong: `
项目支出绩效目标表
版式: guangzhuo
单位: 万元
`,
    right: `
项目支出绩效目标表
版式: guangzhou
单位: 万元
`,
  },
};

export const unknownProfile: BlockRule = {
  id: 'unknown-profile',
  scope: 'block',
  severity: 'warning',
  review: 'form',
  title: { zh: '没有这个表样', en: 'No such profile' },
  messages: {
    unknown: {
      zh: '没有名为"{name}"的表样,本表按{profile}读',
      en: 'There is no profile “{name}”; the table is read by {profile}',
    },
    failed: {
      zh: '表样"{name}"读不进来,本表按{profile}读。{zh}',
      en: 'The profile “{name}” cannot be read; the table is read by {profile}. {en}',
    },
    replace: { zh: '改为 {profile}', en: 'Change to {profile}' },
  },
  fixesMayAdd: RULES_ON_CONTENT,

  check(row, text, { vocabulary, profiles, failedProfiles }, report) {
    if (row.kind !== 'head') return;
    const field = row.fields.find(({ role }) => role === 'profile');
    if (!field || field.text.start === field.text.end) return;
    const name = squeeze(lineText(text, field.text));
    if (profiles.has(name)) return;
    const why = failedProfiles.get(name);
    const args = { name, profile: vocabulary.profile.id, ...why };
    report({ span: field.text, message: why ? 'failed' : 'unknown', args, data: name });
  },

  fixes({ span, data }, _row, _text, { profiles }) {
    return nearestProfiles(data as string, profiles).map((profile, i) => ({
      message: 'replace',
      args: { profile },
      edits: [{ ...span, text: profile }],
      ...(i === 0 && { preferred: true as const }),
    }));
  },
};

/** The ids of profiles whose id or name may be meant, best first. */
export function nearestProfiles(word: string, profiles: Iterable<readonly [string, Profile]>): string[] {
  return nearest(profiles, ([id, { name }]) =>
    Math.min(distance(word.toLowerCase(), id.toLowerCase()), distance(word, squeeze(name.zh))),
  ).map(([id]) => id);
}

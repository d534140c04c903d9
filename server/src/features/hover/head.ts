import type { Bilingual } from '../../profile/profile.ts';
import type { Language } from '../../rules/rule.ts';
import { nearestProfiles } from '../../rules/unknownProfile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { Decimal } from '../../table/decimal.ts';
import { readYear } from '../../table/head.ts';
import { readMoneyUnit } from '../../table/moneyUnit.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { wholeProfile } from '../wholeProfile.ts';
import { beside, bold, enumerated, escapeMarkdown, list, paragraphs, say } from './markdown.ts';

/** What the lines of a table's head say: by which profile it is read, of which year it is, in which unit its amounts are. */

const MESSAGES = {
  columns: { zh: '金额: {names}', en: 'Amounts: {names}' },
  values: { zh: '指标填写: {names}', en: 'Of each indicator: {names}' },
  classes: {
    zh: '一级指标 {ones} 个、二级指标 {twos} 个: {names}',
    en: '{ones} level-1 and {twos} level-2 classes: {names}',
  },
  source: { zh: '依据: {source}', en: 'Source: {source}' },
  unknownProfile: {
    zh: '没有名为 {name} 的表样,本表按 {profile} 读。',
    en: 'There is no profile {name}; the table is read by {profile}.',
  },
  failedProfile: {
    zh: '表样 {name} 读不进来,本表按 {profile} 读。{why}',
    en: 'The profile {name} cannot be read; the table is read by {profile}. {why}',
  },
  near: { zh: '现有的表样: {names}', en: 'Profiles that there are: {names}' },
  year: { zh: '{year} 年度预算', en: 'Budget year {year}' },
  noYear: { zh: '读不出年度,应写成 2025 这样。', en: 'No year that can be read; write it as 2025.' },
  moneyUnit: { zh: '全表金额的单位', en: 'the unit of all amounts' },
  one: { zh: '1 {unit} = {yuan} 元', en: '1 {unit} = {yuan} 元' },
  noMoneyUnit: {
    zh: '不是金额单位,全表按{unit}读。应写元、千元、万元或亿元。',
    en: 'No unit of money; amounts are read in {unit}. Write 元, 千元, 万元 or 亿元.',
  },
} satisfies Record<string, Bilingual>;

/** The profile of an id that stands behind 版式; where there is none, what the table is read by and what may be meant. */
export async function describeProfile(written: string, document: TableDocument, language: Language): Promise<string> {
  const { profiles, failedProfiles } = document.settings;
  const id = squeeze(written);
  const profile = profiles.get(id);
  if (!profile) {
    const why = failedProfiles.get(id);
    const own = document.context.vocabulary.profile;
    const args = {
      name: bold(id),
      profile: escapeMarkdown(own.name[language]),
      why: escapeMarkdown(why?.[language] ?? ''),
    };
    const near = nearestProfiles(id, profiles).map(escapeMarkdown);
    return paragraphs(
      say(why ? MESSAGES.failedProfile : MESSAGES.unknownProfile, language, args),
      near.length > 0 && say(MESSAGES.near, language, { names: enumerated(near, language) }),
    );
  }
  const { source } = await wholeProfile(profile);
  const named = (items: readonly { readonly name: string }[]) => ({
    names: escapeMarkdown(
      enumerated(
        items.map(({ name }) => name),
        language,
      ),
    ),
  });
  return paragraphs(
    beside(bold(profile.name[language]), escapeMarkdown(profile.id)),
    list([
      say(MESSAGES.columns, language, named(profile.columns)),
      say(MESSAGES.values, language, named(profile.valueLabels)),
      say(MESSAGES.classes, language, {
        ...named(profile.classes),
        ones: String(profile.classes.length),
        twos: String(profile.classes.reduce((count, { children }) => count + children.length, 0)),
      }),
    ]),
    `*${say(MESSAGES.source, language, { source: escapeMarkdown(source[language]) })}*`,
  );
}

export function describeYear(written: string, language: Language): string {
  const year = readYear(written);
  return year === undefined
    ? say(MESSAGES.noYear, language)
    : bold(say(MESSAGES.year, language, { year: String(year) }));
}

export function describeMoneyUnit(written: string, { context }: TableDocument, language: Language): string {
  const unit = readMoneyUnit(written);
  if (!unit) return say(MESSAGES.noMoneyUnit, language, { unit: context.moneyUnit.name });
  const yuan = new Decimal(1).shifted(unit.power).toAmount().replace('.00', '');
  return beside(
    bold(unit.name),
    say(MESSAGES.moneyUnit, language),
    unit.power > 0 && say(MESSAGES.one, language, { unit: unit.name, yuan }),
  );
}

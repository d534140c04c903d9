import { distance } from 'fastest-levenshtein';
import type { Bilingual, StandardIndicator } from '../../profile/profile.ts';
import { classText } from '../../rules/classText.ts';
import { nearest } from '../../rules/nearest.ts';
import { squeeze } from '../../syntax/characters.ts';
import { plainName } from '../../table/plainName.ts';
import type { Indicator } from '../../table/row.ts';
import type { Environment } from '../../workspace/environment.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { catalogueOf } from '../catalogue.ts';
import { describeIndicator } from './describe.ts';
import { bold, enumerated, escapeMarkdown, paragraphs, say } from './markdown.ts';
import { describeUses } from './nameUses.ts';

const MESSAGES = {
  otherClass: {
    zh: '标准指标中这个名称属于 {classes}:',
    en: 'Among the standard indicators this name belongs to {classes}:',
  },
  near: {
    zh: '不是标准指标名称。相近的标准名称(仅供参考): {name}',
    en: 'Not a standard name. The nearest one, a suggestion only: {name}',
  },
} satisfies Record<string, Bilingual>;

/** A name of which more than this share would have to change is another name. */
const MOST_CHANGED = 0.45;

/**
 * What an indicator's name means: the standard name, the same one in another class with a note of that, or the nearest;
 * and what else at hand goes by it. Undefined where nothing of that is known.
 */
export async function describeName(
  indicator: Indicator,
  text: string,
  document: TableDocument,
  environment: Environment,
): Promise<string | undefined> {
  const standard = await describeStandard(indicator, document, environment);
  const uses = describeUses(indicator, text, document, environment);
  return paragraphs(standard, uses) || undefined;
}

async function describeStandard(
  indicator: Indicator,
  document: TableDocument,
  environment: Environment,
): Promise<string | undefined> {
  const { language } = environment;
  const { vocabulary } = document.context;
  const catalogue = await catalogueOf(vocabulary.profile, environment);
  const name = squeeze(indicator.name);
  const code = indicator.level2?.code;
  const same = catalogue.filter((candidate) => squeeze(candidate.name) === name);
  const own = same.find((candidate) => candidate.class === code);
  if (own) return describeIndicator(own, vocabulary, language);
  const [first] = same;
  if (first) {
    const classes = same.flatMap((other) => vocabulary.classByCode.get(other.class)?.class ?? []).map(classText);
    const note = say(MESSAGES.otherClass, language, { classes: escapeMarkdown(enumerated(classes, language)) });
    return paragraphs(note, describeIndicator(first, vocabulary, language));
  }
  const near = nearestName(
    name,
    catalogue.filter((candidate) => candidate.class === code),
  );
  if (!near) return undefined;
  return paragraphs(say(MESSAGES.near, language, { name: bold(near.name) }), escapeMarkdown(near.definition[language]));
}

/** The standard name that may be meant; one that is part of what is written is nearer than another of as many letters. */
function nearestName(name: string, catalogue: readonly StandardIndicator[]): StandardIndicator | undefined {
  const own = plainName(name);
  const [near] = nearest(
    catalogue,
    (candidate) => {
      const other = squeeze(candidate.name);
      const changed = distance(own, other) / Math.max(own.length, other.length, 1);
      const share = own.includes(other) ? changed / 2 : changed;
      return share <= MOST_CHANGED ? share : undefined;
    },
    1,
  );
  return near;
}

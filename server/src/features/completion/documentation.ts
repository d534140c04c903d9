import type { WholeProfile } from '../../profile/profile.ts';
import type { LabelMeaning } from '../../syntax/vocabulary.ts';
import { describeClass, describeIndicator, describeLabel, describeMeaning } from '../hover/describe.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';

/** What is said of an item is about this: enough, with its label, to say it when somebody looks at the item. */
export type About =
  | { readonly type: 'indicator'; readonly class: string }
  | { readonly type: 'class'; readonly code: string }
  | { readonly type: 'label'; readonly meaning: LabelMeaning }
  | { readonly type: 'valueLabel'; readonly index: number }
  | { readonly type: 'rule'; readonly id: string };

/** What is looked at to say it. */
export type Sources = Pick<Asked, 'vocabulary' | 'profile' | 'catalogue' | 'explanations' | 'language'>;

/** What is said of an item, as Markdown; undefined where there is nothing to say. */
export function documentationOf(label: string, about: About, sources: Sources): string | undefined {
  const { vocabulary, profile, catalogue, explanations, language } = sources;
  switch (about.type) {
    case 'indicator': {
      const indicator = catalogue.find(({ class: code, name }) => code === about.class && name === label);
      return indicator && describeIndicator(indicator, vocabulary, language);
    }
    case 'class': {
      const entry = vocabulary.classByCode.get(about.code);
      return entry && describeClass(entry, profile, language);
    }
    case 'label':
      return describeMeaning(about.meaning, profile, language);
    case 'valueLabel': {
      const own: WholeProfile['valueLabels'][number] | undefined = profile.valueLabels[about.index];
      return own && describeLabel(own, language);
    }
    case 'rule': {
      const explanation = explanations[about.id]?.explanation;
      return explanation && say(explanation, language);
    }
  }
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import { rules } from '../../rules/registry.ts';
import type { Language } from '../../rules/rule.ts';
import { DIRECTIVE_KINDS, type Directive } from '../../syntax/directives.ts';
import { skipSpaces } from '../../syntax/lines.ts';
import { say } from '../hover/markdown.ts';
import { normalize, Rank, rankOf, wordOf } from './matching.ts';
import type { Offer, Offers } from './offers.ts';

const MEANINGS: Readonly<Record<Exclude<Directive['kind'], 'unknown'>, Bilingual>> = {
  'next-line': { zh: '下一行不检查(注明理由)', en: 'do not check the next line' },
  disable: { zh: '从这里起不检查', en: 'do not check from here on' },
  enable: { zh: '从这里起恢复检查', en: 'check again from here on' },
  file: { zh: '整个文件不检查', en: 'do not check this file' },
};

/** Offers in a comment: what turns rules off, and the rules. A comment of another kind is left alone. */
export function directiveOffers(before: string, from: number, language: Language): Offers | undefined {
  const start = skipSpaces(before, from, before.length);
  const text = before.slice(start);
  if (/^j[\w-]*$/.test(text)) {
    const list = [...DIRECTIVE_KINDS].flatMap(([name, kind]): Offer[] => {
      const rank = rankOf(normalize(text), wordOf(name));
      if (rank === undefined || rank > Rank.start) return [];
      const detail = say(MEANINGS[kind], language);
      return [
        { label: name, text: name, tail: ' ', rank: Rank.start, kind: CompletionItemKind.Keyword, detail, more: true },
      ];
    });
    return { from: start, list };
  }
  const [kind = '', ...ids] = text.split(/[\s,，、]+/);
  if (!DIRECTIVE_KINDS.has(kind) || /[:：]/.test(text)) return undefined;
  const typed = ids.at(-1) ?? '';
  const list = rules.flatMap((rule): Offer[] => {
    const rank = ids.slice(0, -1).includes(rule.id) ? undefined : rankOf(normalize(typed), wordOf(rule.id));
    if (rank === undefined) return [];
    return [
      { label: rule.id, text: rule.id, rank, kind: CompletionItemKind.EnumMember, detail: say(rule.title, language) },
    ];
  });
  return { from: before.length - typed.length, list };
}

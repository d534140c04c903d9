import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import { lineEndFrom } from '../../rules/edits.ts';
import { rules } from '../../rules/registry.ts';
import { DIRECTIVE_KINDS, type Directive, readDirectives } from '../../syntax/directives.ts';
import { skipSpaces } from '../../syntax/lines.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { say } from '../hover/markdown.ts';
import { isSuppressible } from '../suppress.ts';
import type { Asked } from './asked.ts';
import type { Cursor } from './cursor.ts';
import { bestRank, normalize, Rank, rankOf, wordOf } from './matching.ts';
import { LATER, type Offer, type Offers } from './offers.ts';

type Kind = Exclude<Directive['kind'], 'unknown'>;

const MEANINGS: Readonly<Record<Kind, Bilingual>> = {
  'next-line': { zh: '下一行不检查(注明理由)', en: 'do not check the next line' },
  disable: { zh: '从这里起不检查', en: 'do not check from here on' },
  enable: { zh: '从这里起恢复检查', en: 'check again from here on' },
  file: { zh: '整个文件不检查', en: 'do not check this file' },
};

/** Offers in a comment: what turns rules off, and the rules. A comment of another kind is left alone. */
export function directiveOffers(from: number, asked: Asked): Offers | undefined {
  const { before } = asked.cursor;
  const start = skipSpaces(before, from, before.length);
  const text = before.slice(start);
  if (/^j[\w-]*$/.test(text)) {
    const list = [...DIRECTIVE_KINDS].flatMap(([name, kind]): Offer[] => {
      const rank = rankOf(normalize(text), wordOf(name));
      if (rank === undefined || rank > Rank.start) return [];
      const detail = say(MEANINGS[kind], asked.language);
      return [
        { label: name, text: name, tail: ' ', rank: Rank.start, kind: CompletionItemKind.Keyword, detail, more: true },
      ];
    });
    return { from: start, list };
  }
  const [word = '', ...ids] = text.split(/[\s,，、]+/);
  const kind = DIRECTIVE_KINDS.get(word);
  if (!kind || /[:：]/.test(text)) return undefined;
  const typed = ids.at(-1) ?? '';
  return { from: before.length - typed.length, list: ruleOffers(typed, kind, new Set(ids.slice(0, -1)), asked) };
}

/** Rules by their ids and their titles, those first that find something where the comment would turn them off. */
function ruleOffers(typed: string, kind: Kind, written: ReadonlySet<string>, asked: Asked): Offer[] {
  const { cursor, language } = asked;
  const query = normalize(typed);
  const found = foundWhere(kind, cursor);
  return rules.flatMap((rule): Offer[] => {
    const rank = written.has(rule.id) ? undefined : bestRank(query, [wordOf(rule.id), wordOf(rule.title.zh)]);
    if (rank === undefined) return [];
    return [
      {
        label: rule.id,
        text: rule.id,
        rank: found.has(rule.id) ? rank : rank + LATER,
        kind: CompletionItemKind.EnumMember,
        detail: say(rule.title, language),
        about: { type: 'rule', id: rule.id },
      },
    ];
  });
}

/** The rules that find something in what a comment on the cursor's line speaks of. */
function foundWhere(kind: Kind, { document, block, line }: Cursor): ReadonlySet<string> {
  const found = new Set<string>();
  if (!block || kind === 'enable') return found;
  const start = document.offsetAt({ line, character: 0 });
  const { from, to } =
    kind === 'next-line' ? nextLine(document, start) : { from: kind === 'file' ? 0 : start, to: Infinity };
  for (const { finding, place } of document.findings()) {
    const at = place.offset + finding.span.start;
    if (at >= from && at <= to && isSuppressible(finding.rule)) found.add(finding.rule.id);
  }
  return found;
}

/** The line that a comment at an offset speaks of, which may begin the next block. */
function nextLine(document: TableDocument, at: number): { readonly from: number; readonly to: number } {
  const place = document.placeAt(at);
  const target = place && readDirectives(place.block.text).find(({ span }) => place.offset + span.end > at)?.target;
  if (target) return { from: place.offset + target.start, to: place.offset + target.end };
  const next = place && document.sequence.next(place.block);
  const from = place ? place.offset + place.block.text.length : at;
  return { from, to: from + (next ? lineEndFrom(next.text, 0) : 0) };
}

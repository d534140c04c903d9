import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import { rules } from '../../rules/registry.ts';
import { fillIn } from '../../rules/rule.ts';
import { DIRECTIVE_KINDS, type Directive } from '../../syntax/directives.ts';
import { countLineEnds, isComment, skipSpaces } from '../../syntax/lines.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';
import { bestRank, normalize, Rank, rankOf, wordOf } from './matching.ts';
import { LATER, type Offer, type Offers } from './offers.ts';

type DirectiveKind = Exclude<Directive['kind'], 'unknown'>;

const FOUND: Bilingual = { zh: '{title}(这里有 {count} 处)', en: '{title} ({count} here)' };

const MEANINGS: Readonly<Record<DirectiveKind, Bilingual>> = {
  'next-line': { zh: '下一行不检查(注明理由)', en: 'do not check the next line' },
  disable: { zh: '从这里起不检查', en: 'do not check from here on' },
  enable: { zh: '从这里起恢复检查', en: 'check again from here on' },
  file: { zh: '整个文件不检查', en: 'do not check this file' },
};

/** Offers in a comment: what turns rules off, and the rules. A comment of another kind is left alone. */
export function directiveOffers(from: number, { cursor, language }: Asked): Offers | undefined {
  const { before, document, line } = cursor;
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
  const [word = '', ...ids] = text.split(/[\s,，、]+/);
  const kind = DIRECTIVE_KINDS.get(word);
  if (!kind || /[:：]/.test(text)) return undefined;
  const typed = ids.at(-1) ?? '';
  const query = normalize(typed);
  const found = foundIn(document, kind, line);
  const list = rules.flatMap((rule): Offer[] => {
    const title = say(rule.title, language);
    const rank = ids.slice(0, -1).includes(rule.id) ? undefined : bestRank(query, [wordOf(rule.id), wordOf(title)]);
    if (rank === undefined) return [];
    const count = found.get(rule.id);
    const detail = count === undefined ? title : fillIn(FOUND[language], { title, count: String(count) });
    const documentation = say(rule.explanation, language);
    const isFound = count !== undefined;
    const own = { label: rule.id, text: rule.id, kind: CompletionItemKind.EnumMember, detail, documentation };
    return [{ ...own, rank: rank + (isFound ? 0 : LATER) }];
  });
  return { from: before.length - typed.length, list };
}

/**
 * How much each rule finds where a directive on a line is to turn rules off: in the next line that is neither blank nor
 * comment, from there on, in the whole file. Costs the findings.
 */
function foundIn(document: TableDocument, kind: DirectiveKind, line: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (kind === 'enable') return found;
  const last = kind === 'next-line' ? nextTextLine(document, line) : Number.POSITIVE_INFINITY;
  const first = kind === 'file' ? 0 : line;
  for (const { finding, place } of document.findings()) {
    const at = place.line + countLineEnds(place.block.text.slice(0, finding.span.start));
    if (at >= first && at <= last) found.set(finding.rule.id, (found.get(finding.rule.id) ?? 0) + 1);
  }
  return found;
}

/** The next line that is neither blank nor comment; the last where there is none. */
function nextTextLine(document: TableDocument, line: number): number {
  for (let at = line + 1; at < document.lineCount; at++) {
    const text = document.getText({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } });
    const first = skipSpaces(text, 0, text.length);
    if (text.slice(first).trim() !== '' && !isComment(text, first, text.length)) return at;
  }
  return document.lineCount;
}

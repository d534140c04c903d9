import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual } from '../../profile/profile.ts';
import type { Block } from '../../syntax/blocks.ts';
import { COLON, isColon, squeeze } from '../../syntax/characters.ts';
import type { Field } from '../../syntax/nodes.ts';
import { trimmed } from '../../syntax/text.ts';
import { MONEY_UNITS } from '../../table/moneyUnit.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';
import { bestRank, normalize } from './matching.ts';
import type { Offer } from './offers.ts';

const DETAILS = {
  unit: { zh: '工作区里的单位', en: 'a unit of the workspace' },
  project: { zh: '工作区里的项目', en: 'a project of the workspace' },
  department: { zh: '工作区里的部门', en: 'a department of the workspace' },
  typed: { zh: '就写这个', en: 'as typed' },
} satisfies Record<string, Bilingual>;

/** More texts of the workspace are not offered at once; what is typed next brings others up. */
const MOST = 100;
/** So many projects of a unit are looked at for their names on either side of the cursor. */
const MOST_BESIDE = 2_000;

interface Text {
  readonly text: string;
  /** What may be typed for it, too. */
  readonly name?: string;
  readonly detail?: string | undefined;
}

/** What may stand behind a label of one line. */
export function fieldOffers(field: Field, from: number, asked: Asked): Offer[] {
  const { cursor, own } = asked;
  if (!cursor.atEnd) return [];
  const typed = cursor.before.slice(from);
  const query = normalize(typed);
  const texts = textsFor(field, asked);
  if (texts.some(({ text }) => normalize(text) === query)) return [];
  const space = cursor.before.charCodeAt(from - 1) === COLON ? ' ' : '';
  const kind = KINDS[field.role] ?? CompletionItemKind.Value;
  const offers = texts.flatMap(({ text, name = text, detail }): Offer[] => {
    const rank = bestRank(query, [own.word(text, query), own.word(name, query)]);
    return rank === undefined ? [] : [{ label: text, text: `${space}${text}`, rank, kind, ...(detail && { detail }) }];
  });
  offers.sort((a, b) => a.rank - b.rank).splice(MOST);
  // A name of one's own goes on to stand as it is when Enter is pressed.
  const isOwn = OWN.has(field.role) && /[^A-Za-z']$/.test(typed);
  if (offers.length === 0 || !isOwn) return offers;
  const detail = say(DETAILS.typed, asked.language);
  return [{ label: typed, text: `${space}${typed}`, rank: -1, kind: CompletionItemKind.Text, detail }, ...offers];
}

const KINDS: Partial<Record<Field['role'], CompletionItemKind>> = {
  moneyUnit: CompletionItemKind.Unit,
  profile: CompletionItemKind.Module,
  include: CompletionItemKind.File,
};

/** Fields that hold names of one's own. */
const OWN: ReadonlySet<Field['role']> = new Set(['unit', 'project', 'department', 'field']);

function textsFor(field: Field, asked: Asked): readonly Text[] {
  const { cursor, vocabulary, language } = asked;
  const isHead = cursor.kind === 'head';
  switch (field.role) {
    case 'moneyUnit':
      return isHead ? moneyUnits() : [];
    case 'year':
      return isHead ? yearsFor(asked).map((text) => ({ text })) : [];
    case 'profile':
      return [...cursor.document.settings.profiles.values()].map(({ id, name }) => ({
        text: id,
        name: name.zh,
        detail: name[language],
      }));
    case 'department':
      return named(asked.written().field('部门名称'), DETAILS.department, asked);
    case 'unit': {
      const here = cursor.document.uses.units;
      const names = [...asked.written().texts('units').keys()].filter((name) => !here.has(name));
      return named(names, DETAILS.unit, asked);
    }
    case 'project': {
      const here = namesBeside(asked);
      const names = [...asked.written().texts('projects').keys()].filter((name) => !here.has(name));
      return named(names, DETAILS.project, asked);
    }
    case 'include':
      return pathsFor(asked).map((text) => ({ text }));
    case 'field': {
      const label = vocabulary.profile.fields[field.index];
      const written = label ? withoutOwn(asked.written().field(label.name), asked) : [];
      return [...new Set([...(label?.values ?? []), ...written])].map((text) => ({ text }));
    }
    default:
      return [];
  }
}

function named(names: readonly string[], detail: Bilingual, asked: Asked): Text[] {
  const said = say(detail, asked.language);
  return withoutOwn(names, asked).map((text) => ({ text, detail: said }));
}

/** Texts without the one that is being typed, which is written by now, too. */
function withoutOwn(texts: readonly string[], { cursor: { before, lineStart } }: Asked): string[] {
  const own = trimmed(before.slice(colonAfter(before, lineStart)));
  return texts.filter((text) => text !== own);
}

/** The money units, the most usual first. */
function moneyUnits(): Text[] {
  const order = ['万元', '元', '千元', '亿元'];
  return [...MONEY_UNITS]
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map(({ name }) => ({ text: name }));
}

const YEAR = /(?<!\d)20\d\d(?!\d)/g;

/** Years that the table's title, its file and other tables speak of, and the one after the latest of those. */
function yearsFor({ cursor, workspace }: Asked): string[] {
  const { document } = cursor;
  const head = squeeze(document.sequence.first()?.text.slice(0, 2_000) ?? '').matchAll(YEAR);
  const own = [...head, ...document.uri.slice(-200).matchAll(YEAR)].map(([year]) => year);
  const others = [...workspace.atHand()].flatMap((table) => (table === document ? [] : (table.context.year ?? [])));
  const latest = Math.max(0, ...others);
  const next = latest > 0 ? [String(latest + 1)] : [];
  return [...new Set([...own, ...next, ...others.sort((a, b) => b - a).map(String)])];
}

/** The names of the projects beside the cursor's under its unit. */
function namesBeside({ cursor }: Asked): ReadonlySet<string> {
  const { document, block } = cursor;
  const names = new Set<string>();
  if (!block) return names;
  for (const step of ['previous', 'next'] as const) {
    let at = document.sequence[step](block);
    for (let count = 0; at && at.kind !== 'unit' && count < MOST_BESIDE; count++) {
      if (at.kind === 'project') names.add(nameIn(at));
      at = document.sequence[step](at);
    }
  }
  return names;
}

/** What stands behind the first colon of a block's first line. */
function nameIn({ text }: Block): string {
  const start = colonAfter(text, 0);
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return trimmed(text.slice(start, end));
}

function colonAfter(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (isColon(text.charCodeAt(i))) return i + 1;
  return text.length;
}

/** The tables of the workspace beside and below this one that it does not take in yet, by their paths from here. */
function pathsFor({ cursor: { document }, workspace }: Asked): string[] {
  const folder = document.uri.slice(0, document.uri.lastIndexOf('/') + 1);
  if (folder === '') return [];
  const taken = new Set(document.includes);
  const paths = workspace.uris().flatMap((uri) => {
    if (uri === document.uri || !uri.startsWith(folder)) return [];
    const path = decoded(uri.slice(folder.length));
    return path === undefined || taken.has(path) ? [] : [path];
  });
  return paths.sort();
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

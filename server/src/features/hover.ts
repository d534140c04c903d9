import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { Bilingual, WholeProfile } from '../profile/profile.ts';
import type { Language } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import type { Field, Span } from '../syntax/nodes.ts';
import { lineText } from '../syntax/text.ts';
import { isForValue, type LabelMeaning } from '../syntax/vocabulary.ts';
import type { Row } from '../table/row.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { describeAmount } from './hover/amounts.ts';
import { describeClasses } from './hover/classCounts.ts';
import { classOf } from './hover/classOf.ts';
import { describeClass, describeLabel, describeMeaning } from './hover/describe.ts';
import { type Found, findAt, type Labelled } from './hover/find.ts';
import { describeFindings } from './hover/findings.ts';
import { describeMoneyUnit, describeProfile, describeYear } from './hover/head.ts';
import { describeInclude } from './hover/include.ts';
import { bold, paragraphs, say } from './hover/markdown.ts';
import { describeName } from './hover/names.ts';
import { plainText } from './hover/plainText.ts';
import { describeProject, describeTable, describeUnit } from './hover/rows.ts';
import { describeDirective, directiveAt } from './hover/suppressions.ts';
import { describeValue } from './hover/values.ts';
import { describeWeight } from './hover/weights.ts';
import { rangeOf } from './ranges.ts';
import { wholeProfile } from './wholeProfile.ts';

const MISSPELT: Bilingual = { zh: '应写作{label}。', en: 'Should be written {label}.' };

/**
 * What is known of the word at a position. Looks at its block, at sums and findings that the document keeps, and of a
 * unit at its projects.
 */
export async function hover(
  document: TableDocument,
  position: Position,
  environment: Environment,
): Promise<Hover | null> {
  const { version } = document;
  const profile = await wholeProfile(document.context.vocabulary.profile);
  const offset = document.offsetAt(position);
  const place = document.placeAt(offset);
  if (!place) return null;
  const at = offset - place.offset;
  const { language, client } = environment;
  const [findings, known] = await Promise.all([
    client.vscode ? undefined : describeFindings(document, place.block, at, language),
    meaningAt(at, place.block, document, profile, environment),
  ]);
  // Names and explanations are loaded when first asked for: the text may have changed since.
  if (document.version !== version) return null;
  const span = known?.span ?? findings?.span;
  if (!span) return null;
  const value = paragraphs(known?.text, findings?.text);
  const contents = client.markdownHovers
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: plainText(value) };
  return { contents, range: rangeOf(place, span) };
}

/** What stands at an offset of a block, where there is anything to say of it. */
async function meaningAt(
  at: number,
  block: Block,
  document: TableDocument,
  profile: WholeProfile,
  environment: Environment,
): Promise<{ readonly text: string; readonly span: Span } | undefined> {
  const told = (text: string | undefined, span: Span) => (text ? { text, span } : undefined);
  const directive = directiveAt(block.text, at);
  if (directive) return told(await describeDirective(directive, block, document, environment.language), directive.span);
  const row = document.row(block);
  const found = findAt(row, block.text, at);
  return found && told(await describe(found, row, block, document, profile, environment), found.span);
}

async function describe(
  found: Found,
  row: Row,
  block: Block,
  document: TableDocument,
  profile: WholeProfile,
  environment: Environment,
): Promise<string | undefined> {
  const { context } = document;
  const { vocabulary } = context;
  const { language } = environment;
  switch (found.type) {
    case 'label':
      return paragraphs(
        describeMeaning(meaningOf(found.part, block.text), profile, language),
        await describeBelow(found.part, row, block, document, language),
      );
    case 'field':
      return describeField(found.field, row, block, document, language);
    case 'year':
      return describeYear(block.text.slice(found.span.start, found.span.end), language);
    case 'amount':
      return describeAmount(found.amount, row, block, document, language);
    case 'class': {
      const entry = classOf(block.text, found.class, found.level, vocabulary);
      return entry && describeClass(entry, profile, language);
    }
    case 'name':
      return describeName(found.indicator, block.text, document, environment);
    case 'valueLabel': {
      const label = profile.valueLabels[found.value.index];
      const misspelt = label && found.value.misspelt && say(MISSPELT, language, { label: bold(label.name) });
      return label && paragraphs(misspelt, describeLabel(label, language));
    }
    case 'value': {
      const value = found.indicator.values[found.index];
      if (!value?.label || isForValue(value.label)) {
        return value && describeValue(value, found.indicator, row, context, language);
      }
      const weight = value.label.span === 'weight' && describeWeight(found.indicator, row, context, language);
      return (
        weight || describeLabel(profile.valueLabels[value.node.index] as WholeProfile['valueLabels'][number], language)
      );
    }
  }
}

/** What stands behind a label as its whole text. */
function describeField(
  field: Field,
  row: Row,
  block: Block,
  document: TableDocument,
  language: Language,
): string | undefined | Promise<string> {
  const text = lineText(block.text, field.text);
  if (isOfHead(field) && block.kind !== 'head') return undefined;
  switch (field.role) {
    case 'unit':
      return describeUnit(block, row, document, language);
    case 'project':
      return describeProject(block, row, document, language);
    case 'department':
      return describeTable(document, language);
    case 'moneyUnit':
      return describeMoneyUnit(text, document, language);
    case 'year':
      return describeYear(text, language);
    case 'profile':
      return describeProfile(text, document, language);
    case 'include':
      return describeInclude(block, document, language);
    default:
      return undefined;
  }
}

/** Whether a field is about the table as a whole; anywhere else than in its head it says nothing. */
function isOfHead({ role }: Field): boolean {
  return role === 'department' || role === 'moneyUnit' || role === 'year' || role === 'profile';
}

/** What is told below the meaning of a label: what the row comes to that it begins, or the table, or what indicators there are. */
function describeBelow(
  part: Labelled,
  row: Row,
  block: Block,
  document: TableDocument,
  language: Language,
): string | undefined | Promise<string | undefined> {
  if (part.type === 'indicators') return describeClasses([block], document.context.vocabulary, language);
  if (part.type !== 'field') return undefined;
  if (part.role === 'total') return describeTable(document, language);
  const isRow = part.role === 'unit' || part.role === 'project' || part.role === 'department';
  return isRow ? describeField(part, row, block, document, language) : undefined;
}

/** What the label of a part means. */
function meaningOf(part: Labelled, text: string): LabelMeaning {
  const name = squeeze(text.slice(part.label.start, part.label.end));
  switch (part.type) {
    case 'amount':
      return { role: 'column', index: part.column, name };
    case 'goal':
      return { role: 'goal', index: part.index, name };
    case 'indicators':
      return { role: 'indicators', index: 0, name };
    default:
      return { role: part.role, index: part.index, name };
  }
}

import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import { classText } from '../rules/classText.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import { isForValue, type LabelMeaning } from '../syntax/vocabulary.ts';
import type { Indicator, Row } from '../table/row.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { catalogueOf } from './catalogue.ts';
import { describeAmount } from './hover/amounts.ts';
import { classOf } from './hover/classOf.ts';
import { describeClass, describeIndicator, describeLabel, describeMeaning } from './hover/describe.ts';
import { type Found, findAt, type Labelled } from './hover/find.ts';
import { describeFindings } from './hover/findings.ts';
import { bold, escapeMarkdown, paragraphs, say } from './hover/markdown.ts';
import { describeValue } from './hover/values.ts';
import { rangeOf } from './ranges.ts';

const MESSAGES = {
  otherClass: {
    zh: '标准指标中这个名称属于 {classes}:',
    en: 'Among the standard indicators this name belongs to {classes}:',
  },
  misspelt: { zh: '应写作{label}。', en: 'Should be written {label}.' },
} satisfies Record<string, Bilingual>;

/** What is known of the word at a position. Looks at its block, and at sums that the document keeps. */
export async function hover(
  document: TableDocument,
  position: Position,
  environment: Environment,
): Promise<Hover | null> {
  const { version } = document;
  const offset = document.offsetAt(position);
  const place = document.placeAt(offset);
  if (!place) return null;
  const { block } = place;
  const row = document.row(block);
  const found = findAt(row, block.text, offset - place.offset);
  const { language, client } = environment;
  const findings = client.vscode ? undefined : describeFindings(document, block, offset - place.offset, language);
  const meaning = found && (await describe(found, row, block, document, environment));
  // Names are loaded when first asked for: the text may have changed since.
  if (document.version !== version) return null;
  const span = meaning ? found.span : findings?.span;
  if (!span) return null;
  const value = paragraphs(meaning, findings?.text);
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(place, span) };
}

async function describe(
  found: Found,
  row: Row,
  block: Block,
  document: TableDocument,
  environment: Environment,
): Promise<string | undefined> {
  const { vocabulary } = document.context;
  const { language } = environment;
  switch (found.type) {
    case 'label':
      return describeMeaning(meaningOf(found.part, block.text), vocabulary, language);
    case 'amount':
      return describeAmount(found.amount, row, block, document, language);
    case 'class': {
      const entry = classOf(block.text, found.class, found.level, vocabulary);
      return entry && describeClass(entry, language);
    }
    case 'name':
      return describeName(found.indicator, document, environment);
    case 'valueLabel': {
      const label = vocabulary.valueLabels[found.value.index];
      const misspelt = label && found.value.misspelt && say(MESSAGES.misspelt, language, { label: bold(label.name) });
      return label && paragraphs(misspelt, describeLabel(label, language));
    }
    case 'value': {
      const value = found.indicator.values[found.index];
      if (value?.label && !isForValue(value.label)) return describeLabel(value.label, language);
      return value && describeValue(value.text, value.label !== undefined, language);
    }
  }
}

/** A standard name in its class; the same name in another class with a note of that. */
async function describeName(
  indicator: Indicator,
  document: TableDocument,
  environment: Environment,
): Promise<string | undefined> {
  const { language } = environment;
  const { vocabulary } = document.context;
  const catalogue = await catalogueOf(vocabulary.profile, environment);
  const name = squeeze(indicator.name);
  const same = catalogue.filter((candidate) => squeeze(candidate.name) === name);
  const own = same.find((candidate) => candidate.class === indicator.level2?.code);
  if (own) return describeIndicator(own, vocabulary, language);
  const [first] = same;
  if (!first) return undefined;
  const classes = same.flatMap((other) => vocabulary.classByCode.get(other.class)?.class ?? []).map(classText);
  const note = say(MESSAGES.otherClass, language, { classes: escapeMarkdown(classes.join('、')) });
  return paragraphs(note, describeIndicator(first, vocabulary, language));
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

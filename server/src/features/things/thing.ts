import type { Position } from 'vscode-languageserver-types';
import type { BlockPlace } from '../../syntax/blockSequence.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Field, Part, Span } from '../../syntax/nodes.ts';
import { lineText } from '../../syntax/text.ts';
import type { ClassEntry } from '../../syntax/vocabulary.ts';
import type { Indicator, Row } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { classOf } from '../hover/classOf.ts';
import { findAt } from '../hover/find.ts';
import { Names } from './mentions.ts';
import { titleOf, unitKeyOf } from './titles.ts';

/** Something that a table speaks of in more than one place. Keys are names as they are compared. */
export type Thing =
  | { readonly type: 'unit'; readonly key: string }
  /** The same name may stand under two units: they are two projects. */
  | { readonly type: 'project'; readonly unit: string; readonly key: string }
  | { readonly type: 'indicator'; readonly key: string; readonly class: string | undefined }
  | { readonly type: 'class'; readonly entry: ClassEntry };

/** A thing and where it was found. */
export interface FoundThing {
  readonly thing: Thing;
  readonly place: BlockPlace;
  readonly span: Span;
  /** The name as people read it; of a class the text. */
  readonly name: string;
  /** The thing is only spoken of here, in the text of a goal. */
  readonly isMention: boolean;
}

/** What a position is in, block and row. */
export interface At {
  readonly document: TableDocument;
  readonly place: BlockPlace;
  readonly row: Row;
  /** Offset in the block. */
  readonly at: number;
}

/** The row that a position is in; undefined in an empty document. */
export function rowAt(document: TableDocument, position: Position): At | undefined {
  const offset = document.offsetAt(position);
  const place = document.placeAt(offset);
  return place && { document, place, row: document.row(place.block), at: offset - place.offset };
}

/** The thing at a position, where there is one. */
export function thingAt(where: At): FoundThing | undefined {
  const { document, place, row, at } = where;
  const { block } = place;
  const found = findAt(row, block.text, at);
  if (found?.type === 'class') {
    const entry = classOf(block.text, found.class, found.level, document.context.vocabulary);
    const name = block.text.slice(found.span.start, found.span.end);
    return entry && { thing: { type: 'class', entry }, place, span: found.span, name, isMention: false };
  }
  if (found?.type === 'name') return ofIndicator(found.indicator, place);
  const part = partAt(row, at);
  if (part?.type === 'field') return ofField(part, where);
  if (part?.type !== 'goal') return undefined;
  const unit = unitKeyOf(block, document);
  const mention = new Names(document, unit).in(block.text, part, unit).find(({ span }) => touches(span, at));
  if (!mention) return undefined;
  const { kind, key, span } = mention;
  const thing: Thing = kind === 'unit' ? { type: 'unit', key } : { type: 'project', unit, key };
  return { thing, place, span, name: block.text.slice(span.start, span.end), isMention: true };
}

function ofIndicator({ node, name, level2 }: Indicator, place: BlockPlace): FoundThing | undefined {
  const thing: Thing = { type: 'indicator', key: squeeze(name), class: level2?.code };
  return node.name && { thing, place, span: node.name, name, isMention: false };
}

/** The unit or project that a name in a field means. */
function ofField(field: Field, { document, place, at }: At): FoundThing | undefined {
  const { block } = place;
  const span = field.text;
  if (span.start === span.end || !touches(span, at)) return undefined;
  const name = lineText(block.text, span);
  const found = { place, span, name, isMention: false };
  const key = squeeze(name);
  if (field.role === 'unit') return { ...found, thing: { type: 'unit', key } };
  if (field.role === 'project') {
    return { ...found, thing: { type: 'project', unit: unitKeyOf(block, document), key } };
  }
  return field.role === 'field' && isUnit(key, document) ? { ...found, thing: { type: 'unit', key } } : undefined;
}

function isUnit(key: string, document: TableDocument): boolean {
  for (const block of document.sequence) {
    if (block.kind === 'unit' && titleOf(block, document)?.key === key) return true;
  }
  return false;
}

/** The part of a row that holds an offset, at its end too; of two that touch there, the second. */
export function partAt(row: Row, at: number): Part | undefined {
  return row.tree.parts.findLast((part) => touches(part, at));
}

/** Whether an offset is in a span or right behind it. */
export function touches({ start, end }: Span, at: number): boolean {
  return start <= at && at <= end;
}

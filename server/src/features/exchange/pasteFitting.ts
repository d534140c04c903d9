import { INDENT } from '../formatting/marks.ts';
import type { PasteSpot } from './pasteSpots.ts';

/** Parts what is written for cells from what stands around it: blocks by empty lines, others by lines. */
export function fitted(text: string, { place, before, after }: PasteSpot): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  if (place === 'betweenBlocks') return partedBefore(before) + lines.join('\n') + partedAfter(after);
  const own = before.slice(before.lastIndexOf('\n') + 1);
  const isOnEmptyLine = own.trim() === '';
  const indent = place === 'amounts' ? '' : isOnEmptyLine && own !== '' ? own : INDENT;
  const joined = lines.map((line) => line.trim()).join(`\n${indent}`);
  const isBehindText = !isOnEmptyLine && (place === 'indicators' || lines.length > 1);
  const lead = isBehindText ? `\n${indent}` : own === '' ? indent : '';
  const isLineEnd = /^[^\S\n]*(?:\n|$)/.test(after);
  return lead + joined + (isLineEnd || (place === 'goal' && lines.length === 1) ? '' : `\n${indent}`);
}

function partedBefore(before: string): string {
  const [line = '', above] = before.split('\n').reverse();
  if (line.trim() !== '') return '\n\n';
  return above === undefined || above.trim() === '' ? '' : '\n';
}

function partedAfter(after: string): string {
  const [line = '', below] = after.split('\n');
  if (line.trim() !== '') return '\n\n';
  if (below === undefined) return '\n';
  return below.trim() === '' ? '' : '\n';
}

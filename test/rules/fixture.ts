import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { type Fix, formatMessage } from '../../server/src/rules/rule.ts';
import type { PlacedFinding } from '../../server/src/workspace/lastStep.ts';
import type { TableSettings } from '../../server/src/workspace/settings.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { client, openTable } from '../tables.ts';

/**
 * A small language for what the rules find. Under a line of the table stands what is found in it, with the text that
 * is underlined and the titles of its fixes:
 *
 *     总计: 120.00
 *     ^^ error total-mismatch "120.00"
 *      + 把总计改为 110.00
 *
 * The text is quoted, because a caret under Chinese characters stands under none of them. Where it is not the first
 * of its kind on the line, its place follows, as in `"100%" #2`; a line end in it is written `\n`.
 */

const EXPECTATION = /^ *(\^\^|\+|~) /;

/** Which findings a fixture shows, and what the table is read by. */
export interface Shown {
  /** Ids of rules; a fixture is seldom a whole table, so what other rules miss in it is not its business. */
  readonly rules: readonly string[];
  readonly settings?: Partial<TableSettings>;
}

export function open(text: string, settings?: Partial<TableSettings>): TableDocument {
  return openTable(text, settings);
}

function findingsOf(document: TableDocument, { rules }: Pick<Shown, 'rules'>): PlacedFinding[] {
  return document.findings().filter(({ finding }) => rules.includes(finding.rule.id));
}

/** The table without what is expected of it. */
export function plain(fixture: string): string {
  return linesOf(fixture)
    .filter((line) => !EXPECTATION.test(line))
    .join('\n');
}

/** The lines of a fixture: a template literal may begin and end with a line end for looks. */
function linesOf(fixture: string): string[] {
  return fixture.replace(/^\n/, '').split('\n');
}

/** A table with what is found in it written under its lines. */
export function annotate(document: TableDocument, shown: Pick<Shown, 'rules'>): string {
  const lines = document.getText().split(/\r\n|\r|\n/);
  const under = new Map<number, string[]>();
  for (const placed of findingsOf(document, shown)) {
    const start = placed.place.offset + placed.finding.span.start;
    const { line, character } = document.positionAt(start);
    const text = document.blocks.slice(start, placed.place.offset + placed.finding.span.end).replace(/\r\n?/g, '\n');
    const before = (lines[line] as string).slice(0, character).split(text.split('\n')[0] as string).length;
    const place = before > 1 && text !== '' ? ` #${before}` : '';
    const notes = under.get(line) ?? [];
    notes.push(`^^ ${placed.finding.severity} ${placed.finding.rule.id} ${JSON.stringify(text)}${place}`);
    notes.push(...fixesOf(placed, document).map((fix) => ` + ${titleOf(placed, fix)}`));
    under.set(line, notes);
  }
  return lines.flatMap((line, i) => [line, ...(under.get(i) ?? [])]).join('\n');
}

function titleOf({ finding }: PlacedFinding, fix: Fix): string {
  return formatMessage(finding.rule, fix, 'zh');
}

/**
 * Holds a fixture against what is found, with every kind of line end; and holds every fix of every finding to its
 * word: the finding is gone, and nothing new is found but what the rule says may come to light.
 */
export function check(shown: Shown, fixture: string): void {
  const expected = linesOf(fixture).join('\n');
  const text = plain(fixture);
  assert.equal(annotate(open(text, shown.settings), shown), expected);
  for (const lineEnd of ['\r\n', '\r'])
    assert.equal(annotate(open(text.replaceAll('\n', lineEnd), shown.settings), shown), expected);
  const fixed = assertFixes(text, shown);
  for (const lineEnd of ['\r\n', '\r']) {
    const other = assertFixes(text.replaceAll('\n', lineEnd), shown);
    assert.deepEqual(
      other,
      fixed.map((result) => result.replaceAll('\n', lineEnd)),
      'the text keeps its line ends',
    );
  }
}

/** Applies every fix of every finding to the text, each by itself, and gives the texts that they make. */
export function assertFixes(text: string, shown?: Shown): string[] {
  const document = open(text, shown?.settings);
  return document
    .findings()
    .flatMap((placed, i) =>
      shown && !shown.rules.includes(placed.finding.rule.id)
        ? []
        : fixesOf(placed, document).map((_, j) => assertFixed(text, shown?.settings, i, j)),
    );
}

/** Applies one fix of one finding and gives the text it makes. */
function assertFixed(
  text: string,
  settings: Partial<TableSettings> | undefined,
  index: number,
  fixIndex: number,
): string {
  const document = open(text, settings);
  const placed = document.findings()[index] as PlacedFinding;
  const { finding, place } = placed;
  const { rule } = finding;
  const fix = fixesOf(placed, document)[fixIndex] as Fix;
  const before = counts(document);
  applyFix(document, placed, fix);
  const after = counts(document);
  const all = { rules: [...document.context.ruleIds] };
  const story = `${rule.id}: ${titleOf(placed, fix)}\n${annotate(document, all)}`;
  const moved = fix.edits.filter(({ end }) => end <= finding.span.start);
  const start = moved.reduce((at, edit) => at + edit.text.length - (edit.end - edit.start), finding.span.start);
  const stays = document
    .findings()
    .some(
      (other) => other.finding.rule === rule && other.place.offset + other.finding.span.start === place.offset + start,
    );
  const fewer = (after.get(rule.id) ?? 0) < (before.get(rule.id) ?? 0);
  assert.ok(fewer || !stays, `the finding is still there: ${story}`);
  for (const [id, count] of after) {
    // What goes may have had something suppressed in it.
    if (rule.fixesMayAdd?.includes(id) || id === 'unused-suppression') continue;
    assert.ok(count <= (before.get(id) ?? 0), `something new is found, ${id}: ${story}`);
  }
  return document.getText();
}

function counts(document: TableDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of document.findings()) counts.set(finding.rule.id, (counts.get(finding.rule.id) ?? 0) + 1);
  return counts;
}

/** Applies a fix to a document with the same text as the one it was found in. */
export function applyFix(document: TableDocument, { place }: PlacedFinding, fix: Fix): void {
  for (const edit of [...fix.edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    document.edit(place.offset + edit.start, place.offset + edit.end, edit.text);
  }
}

/** Applies the first fix with a title, and holds the result against a fixture: the text and what is then found in it. */
export function checkFix(shown: Shown, before: string, title: string, after: string): void {
  const document = open(plain(before), shown.settings);
  for (const placed of findingsOf(document, shown)) {
    const fix = fixesOf(placed, document).find((candidate) => titleOf(placed, candidate) === title);
    if (!fix) continue;
    applyFix(document, placed, fix);
    assert.equal(annotate(document, shown), linesOf(after).join('\n'));
    return;
  }
  assert.fail(`no fix has the title ${title}:\n${annotate(document, shown)}`);
}

/** What a person reads of each finding in both languages: the message, then the other places with their text. */
export function messages({ rules }: Shown, fixture: string): string[] {
  const document = open(plain(fixture));
  return (['zh', 'en'] as const).flatMap((language) =>
    diagnostics(document, { language, client })
      .filter(({ code }) => rules.includes(String(code)))
      .flatMap(({ message, relatedInformation = [] }) => [
        String(message),
        ...relatedInformation.map((other) => ` ${document.getText(other.location.range)} | ${other.message}`),
      ]),
  );
}

/** The titles of all fixes in a language. */
export function titles({ rules }: Shown, fixture: string, language: 'zh' | 'en'): string[] {
  const document = open(plain(fixture));
  return findingsOf(document, { rules }).flatMap((placed) =>
    fixesOf(placed, document).map((fix) => formatMessage(placed.finding.rule, fix, language)),
  );
}

/** The same functions for the findings of some rules. */
export function fixtureOf(...rules: readonly string[]) {
  const shown: Shown = { rules };
  return {
    check: (fixture: string) => check(shown, fixture),
    checkFix: (before: string, title: string, after: string) => checkFix(shown, before, title, after),
    messages: (fixture: string) => messages(shown, fixture),
    titles: (fixture: string, language: 'zh' | 'en') => titles(shown, fixture, language),
  };
}

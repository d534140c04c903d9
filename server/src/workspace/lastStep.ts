import { ruleById, suppressionRules } from '../rules/registry.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Directive } from '../syntax/directives.ts';
import { LineScanner } from '../syntax/lines.ts';
import { Conflicts } from './conflicts.ts';
import { findingOf } from './rowFindings.ts';
import { chosenSeverity, type TableSettings } from './settings.ts';
import { type PlacedDirective, Suppressions } from './suppressions.ts';

/** A finding and where its block stands now. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: BlockPlace;
}

type Directing = ReadonlyMap<Block, readonly Directive[]>;

/**
 * What is done with raw findings: those are left out that a setting or a comment turns off, or that compare what a merge
 * conflict left twice; the others are as grave as the settings have them. Comments that turned nothing off are found.
 */
export class LastStep {
  readonly #settings: TableSettings;
  /** What comments turn off, and what that was. */
  readonly suppressions: Suppressions;
  readonly #kept = new Map<Block, readonly [BlockPlace, Finding[]]>();

  /** @param directing the blocks of the sequence whose comments turn something off, and these comments */
  constructor(settings: TableSettings, sequence: BlockSequence, directing: Directing) {
    this.#settings = settings;
    this.suppressions = new Suppressions(placedDirectives(sequence, directing));
  }

  /** Takes the findings of a block: each block that has any or whose comments turn something off, in the order of the text. */
  take(findings: Finding[], place: BlockPlace): void {
    this.#kept.set(place.block, [place, this.#keep(findings, place)]);
  }

  /** What is left, in the order of the text. */
  finish(): PlacedFinding[] {
    this.#addUnused();
    const ordered = [...this.#kept.values()];
    for (const [, own] of ordered) if (own.length > 1) own.sort((a, b) => a.span.start - b.span.start);
    const conflicts = new Conflicts(ordered);
    const placed: PlacedFinding[] = [];
    for (const [place, own] of ordered) {
      for (const finding of own) if (!conflicts.silences(finding, place)) placed.push({ finding, place });
    }
    return placed;
  }

  #addUnused(): void {
    for (const use of this.suppressions.unused()) {
      if (use.used || !this.#isJudged(use.id)) continue;
      const [place, own] = this.#kept.get(use.placed.block) as readonly [BlockPlace, Finding[]];
      const unused = suppressionRules.map((rule) => findingOf(rule, rule.report(use.placed.directive, use.index)));
      own.push(...this.#keep(unused, place));
    }
  }

  /** Whether a suppression of a rule can be said to be unused: by another's settings the rule may find more. */
  #isJudged(id: string): boolean {
    const { severities, strict } = this.#settings;
    const rule = ruleById.get(id);
    return rule !== undefined && severities.get(id) !== 'off' && (strict || !rule.strictFindsMore);
  }

  /** Those of some findings that neither a setting nor a comment turns off, as grave as the settings have them. */
  #keep(findings: Finding[], place: BlockPlace): Finding[] {
    const { severities, strict } = this.#settings;
    if (severities.size === 0 && !strict && this.suppressions.uses.length === 0) return findings;
    return findings.flatMap((finding) => {
      const { rule } = finding;
      const chosen = severities.get(rule.id);
      if (chosen === 'off' || this.suppressions.has(finding, place.offset + finding.span.start)) return [];
      if (chosen) return asGraveAs(chosenSeverity(finding.severity, rule.severity, chosen), finding);
      // Editors list no hints; who asks for everything wants to see them.
      return strict && finding.severity === 'hint' ? asGraveAs('info', finding) : finding;
    });
  }
}

const graded = new WeakMap<Finding, Finding>();

/** A finding with another severity: the same as before, so that what was told of it need not be told again. */
function asGraveAs(severity: Severity, finding: Finding): Finding {
  if (finding.severity === severity) return finding;
  const before = graded.get(finding);
  const own = before?.severity === severity ? before : { ...finding, severity };
  graded.set(finding, own);
  return own;
}

function* placedDirectives(sequence: BlockSequence, directing: Directing): Iterable<PlacedDirective> {
  for (const { block, offset } of sequence.placesOf(directing.keys())) {
    const next = sequence.next(block);
    const nextLineEnd = next && offset + block.text.length + firstLineLength(next.text);
    for (const directive of directing.get(block) ?? []) yield { directive, block, offset, nextLineEnd };
  }
}

function firstLineLength(text: string): number {
  const lines = new LineScanner(text);
  lines.advance();
  return lines.end;
}

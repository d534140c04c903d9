import assert from 'node:assert/strict';
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { splitBlocks } from '../../server/src/syntax/blocks.ts';
import type { ClassNode, Heading, Indicator, Line, Part, Span } from '../../server/src/syntax/nodes.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { joinedText, linesText, lineText } from '../../server/src/syntax/text.ts';
import { type Vocabulary, vocabularyOf } from '../../server/src/syntax/vocabulary.ts';

export const profile = profileJson as Profile;
export const vocabulary = vocabularyOf(profile);

/**
 * What a text reads as, a node a line, for tests to compare with. A block is its kind; below it its parts:
 *
 *     project
 *       project: 甲                           a field by its role; one that the profile has by its name
 *       总计 = 1.00                           an amount
 *       绩效目标 = 第一行 ⏎ 第二行
 *       绩效指标
 *         heading [·产出指标]
 *         #1 [1·产出指标] [11·数量指标] {222192406} 名称 | 实施周期指标值=1个 | ~年度指标值=1个
 *         comment // 注
 *
 * `·` parts a class's code and name; `~` marks a misspelt label; a value without label is `=1个`; what is not there
 * is not shown, but that an indicator without name has `∅`. Comments within a goal or an indicator stand below it.
 */
export function outline(text: string, words: Vocabulary = vocabulary): string {
  return splitBlocks(text, words)
    .flatMap((block) => {
      const { kind, parts } = parseBlock(block.kind, block.text, words);
      const lines = parts.flatMap((part) => new Outline(block.text, words).part(part));
      return [kind + (block.soft ? ' (soft)' : ''), ...lines.map((line) => `  ${line}`)];
    })
    .join('\n');
}

/** Holds what a text reads as against an outline, which may be indented and begin and end with a line end for looks. */
export function reads(text: string, expected: string, words?: Vocabulary): void {
  assert.equal(outline(text, words), dedent(expected));
}

/** The same for the text behind `绩效指标:` in a project, and the outline of its items only. */
export function readsIndicators(text: string, expected: string, words?: Vocabulary): void {
  const lines = outline(`项目名称: 甲\n绩效指标:${text}`, words).split('\n').slice(3);
  assert.equal(lines.map((line) => line.slice(4)).join('\n'), dedent(expected));
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

class Outline {
  readonly text: string;
  readonly words: Vocabulary;

  constructor(text: string, words: Vocabulary) {
    this.text = text;
    this.words = words;
  }

  part(part: Part): string[] {
    const { profile } = this.words;
    switch (part.type) {
      case 'field': {
        const name = part.role === 'field' ? profile.fields[part.index]?.name : part.role;
        return [`${name}: ${this.line(part.text)}${part.asMoneyUnit ? ' (as money unit)' : ''}`.trimEnd()];
      }
      case 'amount':
        return [`${part.lead ? '其中 ' : ''}${profile.columns[part.column]?.name} = ${this.raw(part.text)}`.trimEnd()];
      case 'goal': {
        const text = linesText(this.text, part.text, part.inserts).replaceAll('\n', ' ⏎ ');
        return [`${profile.goals[part.index]?.name} = ${text}`.trimEnd(), ...this.inserts(part.inserts)];
      }
      case 'indicators':
        return ['绩效指标', ...part.items.flatMap((item) => this.item(item)).map((line) => `  ${line}`)];
      default:
        return [`${part.type} ${this.line(part)}`];
    }
  }

  item(item: Indicator | Heading | Line): string[] {
    if (item.type === 'heading') {
      return [`heading ${this.class(item.class)}${item.weight ? ` (${this.raw(item.weight)})` : ''}`];
    }
    if (item.type !== 'indicator') return this.part(item);
    const head = [
      item.number && `#${this.raw(item.number)}`,
      item.class1 && this.class(item.class1),
      item.class2 && this.class(item.class2),
      item.code3 && `{${this.raw(item.code3)}}`,
      item.name ? joinedText(this.text, item.name, item.inserts) : '∅',
    ];
    const values = item.values.map((value) => {
      const label = this.words.valueLabels[value.index]?.name ?? '';
      return ` | ${value.misspelt ? '~' : ''}${label}=${joinedText(this.text, value.text, item.inserts)}`;
    });
    return [head.filter((piece) => piece !== undefined).join(' ') + values.join(''), ...this.inserts(item.inserts)];
  }

  inserts(inserts: readonly Line[]): string[] {
    return inserts.flatMap((insert) => this.part(insert)).map((line) => `  ${line}`);
  }

  class(node: ClassNode): string {
    return `[${node.code ? this.raw(node.code) : ''}·${node.name ? this.raw(node.name).replace(/\s+/g, '') : ''}]`;
  }

  raw(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  line(span: Span): string {
    return lineText(this.text, span);
  }
}

import { isAmountText } from '../syntax/labels.ts';
import type { BlockKind, Line, Part, Span } from '../syntax/nodes.ts';
import { amountOf } from '../table/row.ts';
import { RULES_ON_CONTENT } from './content.ts';
import { commentOut, lineEndOf } from './edits.ts';
import type { LabelSlip } from './labelSlips/slip.ts';
import { blockBegunBy, labelSlips } from './labelSlips.ts';
import { mayStandIn } from './placement.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const unexpectedTextExplained: RuleExplanation = {
  explanation: {
    zh: '这些文字不属于任何栏目。是说明的话,在行首加 // 变成注释;是某一栏的内容,就写到那一栏的冒号后面。',
    en: 'This text belongs to no field. Put // before it to make it a comment, or move it behind the label it belongs to.',
  },
  reason: {
    zh: '不属于任何栏目的文字不会出现在公开的表里,写的人却以为写进去了。',
    en: 'Such text will not be in the published table, though its author thinks it is.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
总计: 30.00
这个项目去年也有
财政拨款: 30.00
`,
    right: `
项目名称: 科普活动经费
总计: 30.00
// 这个项目去年也有
财政拨款: 30.00
`,
  },
};

export const unexpectedText: BlockRule = {
  id: 'unexpected-text',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '这里不该有文字', en: 'Text that belongs to no field' },
  messages: {
    text: { zh: '这段文字不属于任何栏目', en: 'This text belongs to no field' },
    label: { zh: '"{label}"不能写在这里', en: '“{label}” cannot stand here' },
    asTotal: { zh: '写成总计', en: 'Make it the total' },
    comment: { zh: '改为注释', en: 'Make it a comment' },
  },
  // Behind a label that goes, lines may be indicators again, and amounts.
  fixesMayAdd: RULES_ON_CONTENT,

  check(row, text, { vocabulary }, report) {
    const slips = labelSlips(row, text, vocabulary);
    let next = 0;
    let kind = row.kind;
    let isHeld = false;
    let stray: { start: number; end: number } | undefined;
    const flush = () => {
      if (stray) report({ span: stray, message: 'text', data: stray });
      stray = undefined;
    };
    for (const part of row.tree.parts) {
      // One slip, one finding: a misspelt label is `unknown-label`'s, and what comes of it is its consequence.
      let slip: LabelSlip | undefined;
      for (; (slips[next]?.span.start ?? text.length) < part.end; next++) {
        slip = slips[next] as LabelSlip;
        kind = blockBegunBy(slip) ?? kind;
        isHeld = holdsLines(slip);
      }
      if (part.type === 'stray' && (slip || isHeld)) {
        flush();
        continue;
      }
      if (part.type === 'stray') {
        stray = { start: stray?.start ?? part.start, end: part.end };
        continue;
      }
      flush();
      if (!slip && part.type !== 'comment' && part.type !== 'marker') isHeld = false;
      if (part.type === 'field' && part.role === 'total' && part.text.end > part.text.start) {
        report({ span: part.text, message: 'text', data: part.text });
      }
      if (isMisplaced(part, row.kind) && isMisplaced(part, kind)) {
        const label = text.slice(part.label.start, part.label.end);
        report({ span: part.label, message: 'label', args: { label }, data: { start: part.start, end: part.end } });
      }
    }
    flush();
  },

  fixes(finding, row, text, { vocabulary }) {
    const total = row.tree.parts.find((part) => part.type === 'field' && part.role === 'total');
    if (row.kind === 'total' && total?.type === 'field' && total.text.start === finding.span.start) {
      // 合计: 5.00 means its 总计, which has a line of its own.
      const isAmount = isAmountText(text, total.text.start, total.text.end) && !amountOf(row, 0);
      const lead = isAmount ? `${vocabulary.profile.columns[0]?.name}: ` : '// ';
      const edit = { start: total.label.colon + 1, end: total.text.start, text: `${lineEndOf(text)}${lead}` };
      return [{ message: isAmount ? 'asTotal' : 'comment', edits: [edit], preferred: true }];
    }
    return [{ message: 'comment', edits: commentOut(text, finding.data as Span), preferred: true }];
  },
};

/** Whether the lines behind a misspelt label are its content. */
function holdsLines({ meant }: LabelSlip): boolean {
  return meant[0]?.meaning.role === 'goal' || meant[0]?.meaning.role === 'indicators';
}

function isMisplaced(part: Part, kind: BlockKind): part is Exclude<Part, Line> {
  switch (part.type) {
    case 'field':
      return !mayStandIn(kind, part.role);
    case 'amount':
    case 'goal':
    case 'indicators':
      return !mayStandIn(kind, part.type);
    default:
      return false;
  }
}

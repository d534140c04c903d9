import { distance } from 'fastest-levenshtein';
import { squeeze } from '../syntax/characters.ts';
import type { Span, Value } from '../syntax/nodes.ts';
import { isForValue, UNIT_LABEL, type Vocabulary } from '../syntax/vocabulary.ts';
import { RULES_ON_CONTENT } from './content.ts';
import { labelSlips } from './labelSlips.ts';
import { misreadAt } from './misread.ts';
import type { BlockRule, Report, RuleExplanation } from './rule.ts';

/** The words that may be meant, best first. */
type Data = readonly string[];

export const unknownLabelExplained: RuleExplanation = {
  explanation: {
    zh: '冒号前的词与栏目名或指标值标签差一个字,多半是看错、打错或识别错。指标值标签照差一个字的读;行首的栏目名不认,那一行当作正文。"单位"后面写的是单位名称时,应写资金使用单位。目标和指标的正文里,只有后面的内容也对得上的才提示。栏目名后面漏了冒号的也提示。',
    en: "The word before a colon is one letter from a label: misread or mistyped. A value label is read all the same; a label at a line's start is not, and its line is text. Behind 单位 stands a unit of money; before an organisation the label is 资金使用单位. In the text of goals and indicators only what fits in its content is found. So is a label whose colon is missing.",
  },
  reason: {
    zh: '栏目名写错一个字,后面的内容就不在那一栏里,公开和汇总时会丢掉。',
    en: 'With one wrong letter the content is not in its field, and is lost when the table is published or put together.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
财政拔款: 30.00
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 车度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
财政拨款: 30.00
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
`,
  },
};

export const unknownLabel: BlockRule = {
  id: 'unknown-label',
  scope: 'block',
  severity: 'warning',
  review: 'form',
  title: { zh: '栏目名写错', en: 'A label that is not quite one' },
  messages: {
    label: { zh: '"{word}"不是栏目名,可能是"{label}"', en: '“{word}” is no label; “{label}” may be meant' },
    value: { zh: '"{word}"按"{label}"读', en: '“{word}” is read as “{label}”' },
    misread: { zh: '"{word}"可能是"{label}"', en: '“{label}” may be meant by “{word}”' },
    colon: { zh: '"{label}"后面少了冒号', en: 'The colon behind “{label}” is missing' },
    unit: {
      zh: '"{word}"后面写的是单位名称,按"{label}"读',
      en: 'An organisation stands behind “{word}”; it is read as “{label}”',
    },
    replace: { zh: '改为 {label}', en: 'Change to {label}' },
    addColon: { zh: '补上冒号', en: 'Add the colon' },
  },
  // Lines that were text become content.
  fixesMayAdd: RULES_ON_CONTENT,

  check(row, text, { vocabulary }, report) {
    for (const part of row.tree.parts) {
      if (part.type === 'field' && part.asMoneyUnit) report(reportOn(part.label, 'unit', [UNIT_LABEL], text));
    }
    for (const { span, meant, lacksColon } of labelSlips(row, text, vocabulary)) {
      const words = meant.map(({ word }) => word);
      report(reportOn(span, lacksColon ? 'colon' : 'label', words, text));
    }
  },

  checkIndicator({ number, values }, text, { vocabulary }, report) {
    const indicator = number ?? null;
    for (const { node, label } of values) {
      if (node.misspelt && node.label) {
        report({ ...reportOn(node.label, 'value', valueLabelMeant(node, text, vocabulary), text), indicator });
      }
      if (label && !isForValue(label)) continue;
      const misread = misreadAt(text, node.text, vocabulary);
      if (misread) report({ ...reportOn(misread, 'misread', [misread.meant], text), indicator });
    }
  },

  fixes({ span, message, data }) {
    if (message === 'colon') {
      return [{ message: 'addColon', edits: [{ start: span.end, end: span.end, text: ':' }], preferred: true }];
    }
    // The value labels are read as what is meant already, and a misread word can mean nothing else.
    const isSure = message === 'value' || message === 'misread';
    return (data as Data).map((label, i) => ({
      message: 'replace',
      args: { label },
      edits: [{ ...span, text: label }],
      ...(i === 0 && { preferred: true as const }),
      ...(isSure && { sure: true as const }),
    }));
  },
};

function reportOn({ start, end }: Span, message: string, meant: Data, text: string): Report {
  const args = { word: squeeze(text.slice(start, end)), label: meant[0] as string };
  return { span: { start, end }, message, args, data: meant };
}

/** The label that a misspelt one is read as: the word of it that is nearest. */
function valueLabelMeant({ index, label }: Value, text: string, { valueWords, valueLabels }: Vocabulary): Data {
  const word = squeeze(text.slice(label?.start, label?.end));
  const near = valueWords.find((candidate) => candidate.index === index && distance(candidate.word, word) === 1);
  return [near?.word ?? valueLabels[index]?.name ?? word];
}

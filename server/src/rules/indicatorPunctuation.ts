import type { Indicator } from '../table/row.ts';
import { indicatorsOf } from './placement.ts';
import { checkEnd, endsInStyle } from './punctuation/endMark.ts';
import { checkColons, checkFields } from './punctuation/fieldMarks.ts';
import type { MarkFix } from './punctuation/wrongMarks.ts';
import { reread, saySame } from './reread.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const indicatorPunctuationExplained: RuleExplanation = {
  explanation: {
    zh: '类别、名称、指标值之间用分号,指标值标签后用一个冒号,每条指标以句号结尾;多打的标点、名称末尾的顿号也在此列。全角半角都算对。不写标签的指标,各项之间用逗号、冒号也可以;一个项目多数指标不以句号结尾的,是自己的写法,不提示。',
    en: 'Classes, name and values are parted by one semicolon, a value label has one colon, an indicator ends in 。; doubled marks and a 、 at a name’s end are found too. Full and half width are equal. Where no label is written commas and colons may part the fields, and where most of a project’s indicators do not end in 。 that is its own way.',
  },
  reason: {
    zh: '标点错了,系统会把两项读成一项,或者把一项拆成两项。',
    en: 'With a wrong mark systems read two fields as one, or one as two.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场, 年度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场; 年度指标值:20场。
`,
  },
};

export const indicatorPunctuation: BlockRule = {
  id: 'indicator-punctuation',
  scope: 'block',
  severity: 'info',
  review: 'form',
  title: { zh: '指标标点不规范', en: 'Marks of an indicator' },
  messages: {
    wrong: { zh: '这里的"{mark}"应为"{right}"', en: '“{mark}” should be “{right}” here' },
    doubled: { zh: '标点多余:"{mark}"应为"{right}"', en: 'One mark too many: “{mark}” should be “{right}”' },
    absent: { zh: '{label}前缺少"{right}"', en: '“{right}” is missing before {label}' },
    name: { zh: '指标名称末尾多了"{mark}"', en: 'The name ends in “{mark}”' },
    end: {
      zh: '这条指标以"{mark}"结尾,其他指标以"{right}"结尾',
      en: 'This indicator ends in “{mark}”, the others in “{right}”',
    },
    noEnd: {
      zh: '这条指标末尾缺少"{right}"',
      en: 'This indicator lacks the “{right}” at its end',
    },
    replace: { zh: '改为"{right}"', en: 'Change to “{right}”' },
    remove: { zh: '删去"{mark}"', en: 'Take “{mark}” out' },
    add: { zh: '补上"{right}"', en: 'Put “{right}” in' },
  },

  checkIndicator(indicator, text, { vocabulary }, report) {
    checkFields(indicator, text, vocabulary, report);
    checkColons(indicator, text, report);
  },

  check(row, text, { vocabulary }, report) {
    const indicators = indicatorsOf(row);
    let ended: number | undefined;
    const othersEndInStyle = () => {
      ended ??= indicators.filter((other) => endsInStyle(other, text)).length;
      return ended * 2 > indicators.length - 1;
    };
    for (let i = 0; i < indicators.length; i++) {
      const indicator = indicators[i] as Indicator;
      checkEnd(row, indicator, indicators[i + 1], text, vocabulary, report, othersEndInStyle);
    }
  },

  fixes({ data }, row, text, context) {
    const { edits, fix } = data as MarkFix;
    // Where the text is damaged a mark may be what keeps it apart.
    if (!saySame(row, reread(row, text, edits, context))) return [];
    return [{ ...fix, edits, preferred: true, ...(fix.message !== 'add' && { sure: true as const }) }];
  },
};

import { classText } from './classText.ts';
import type { BlockRule } from './rule.ts';

interface Data {
  readonly start: number;
  readonly end: number;
  readonly byCode: string;
  readonly byName: string;
}

export const className: BlockRule = {
  id: 'class-name',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '类别代码与名称对不上', en: 'Code and name of a class disagree' },
  explanation: {
    zh: '代码和名称各指一个类别,不知道哪个是真的。汇总系统只认代码,审核人员只看名称。',
    en: 'The code means one class and the name another. Systems go by the code, reviewers by the name, so the two will count it differently.',
  },
  messages: {
    disagree: { zh: '代码 {code} 是"{byCode}",与所写的"{name}"不一致', en: 'Code {code} is “{byCode}”, not “{name}”' },
    keepCode: { zh: '以代码为准,改为 {class}', en: 'Keep the code: {class}' },
    keepName: { zh: '以名称为准,改为 {class}', en: 'Keep the name: {class}' },
  },

  check(row, _text, _context, report) {
    for (const { class1, class2, number } of row.indicators) {
      for (const written of [class1, class2]) {
        if (!written?.byCode || !written.byName || written.byCode.code === written.byName.code) continue;
        report({
          span: written.node,
          message: 'disagree',
          args: { code: written.code, byCode: written.byCode.name, name: written.name },
          indicator: number ?? null,
          data: {
            start: written.node.start,
            end: written.node.end,
            byCode: classText(written.byCode),
            byName: classText(written.byName),
          } satisfies Data,
        });
      }
    }
  },

  fixes(finding) {
    const { start, end, byCode, byName } = finding.data as Data;
    return [
      { message: 'keepCode', args: { class: byCode }, edits: [{ start, end, text: byCode }], preferred: true },
      { message: 'keepName', args: { class: byName }, edits: [{ start, end, text: byName }] },
    ];
  },
};

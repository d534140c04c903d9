import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguageService } from '../../server/src/languageService.ts';
import { settings } from '../tables.ts';
import { english, environment, hoverAt, hoverText, markdownOf, openMarked } from './marks.ts';

/** A project whose total is not its source, with a comment above it. */
const table = (comment: string, source = '2') =>
  `单位: 万元\n项目名称: 甲\n// ${comment}\n总计: 3\n财政拨款: ${source}\n项目名称: 乙\n总计: 5\n财政拨款: 4\n`;

const notes = async (marked: string) => (await hoverText(marked)).split('\n- ').slice(1);

describe('hover on a rule in a suppression', () => {
  it('says what the rule is about, what is turned off, and why', async () => {
    const marked = table('jxmb-disable-next-line total-│mismatch: 赞助*尚未*到账');
    assert.deepEqual(await hoverAt(marked), {
      about: 'total-mismatch',
      text: [
        '**总计与资金来源之和不符** · total-mismatch · 错误(必改)',
        '',
        '每一行的总计等于它的各项资金来源之和。',
        '',
        '- 不再提示 1 处: 总计 3.00 与资金来源之和 2.00 不符,相差 1.00',
        '- 理由: 赞助\\*尚未\\*到账',
      ].join('\n'),
    });
    assert.deepEqual((await hoverText(marked, english)).split('\n').slice(2), [
      "A row's total is the sum of its sources.",
      '',
      '- Turns off 1 finding: 总计 is 3.00, but its sources add up to 2.00; the difference is 1.00',
      '- Reason: 赞助\\*尚未\\*到账',
    ]);
  });

  it('counts what is turned off in a whole stretch', async () => {
    const [turnedOff, reason] = await notes(table('jxmb-disable total│-mismatch'));
    assert.equal(turnedOff, '不再提示 2 处,如: 总计 3.00 与资金来源之和 2.00 不符,相差 1.00');
    assert.equal(reason, '没有写理由');
    assert.match((await notes(table('jxmb-disable-file total│-mismatch')))[0] ?? '', /^不再提示 2 处/);
  });

  it('says that it turns nothing off', async () => {
    const unused = '多余: 这里没有这个问题';
    assert.equal((await notes(table('jxmb-disable-next-line total│-mismatch', '3')))[0], unused);
    assert.equal((await notes(table('jxmb-disable-next-line total-mismatch, sum│-mismatch')))[0], unused);
  });

  it('says whether checking was off where it is turned on again', async () => {
    assert.deepEqual(await notes(table('jxmb-enable total│-mismatch')), ['多余: 前面没有停过']);
    assert.deepEqual(await notes(table('jxmb-disable total-mismatch\n// jxmb-enable total│-mismatch')), [
      '从这里起恢复检查',
    ]);
  });

  it('takes the reason that fixes leave to be written for none', async () => {
    assert.equal((await notes(table('jxmb-disable-next-line total│-mismatch: 请注明理由')))[1], '没有写理由');
  });

  it('says that the settings turn the rule off', async () => {
    const given = {
      ...environment,
      settings: { ...settings, severities: new Map([['total-mismatch', 'off' as const]]) },
    };
    const { document, position } = openMarked(table('jxmb-disable-next-line total│-mismatch: 甲'), given);
    const hover = await createLanguageService(given).hover(document, position);
    assert.match(markdownOf(hover), /\n- 设置中已经关掉这条规则\n/);
  });

  it('says which rules may be meant by an unknown one', async () => {
    assert.deepEqual(await hoverAt(table('jxmb-disable total│-mismatsh')), {
      about: 'total-mismatsh',
      text: [
        '没有规则 **total-mismatsh**,这里不起作用。',
        '',
        '可能是: total-mismatch (总计与资金来源之和不符)、sum-mismatch (上级金额与下级之和不符)',
      ].join('\n'),
    });
    assert.equal(
      await hoverText(table('jxmb-disable no│thing-at-all-like-it')),
      '没有规则 **nothing-at-all-like-it**,这里不起作用。',
    );
  });
});

describe('hover on the word of a suppression', () => {
  it('says what it does, and to which rules', async () => {
    assert.deepEqual(await hoverAt(table('jxmb-│disable-next-line total-mismatch, money-unit, ab')), {
      about: 'jxmb-disable-next-line',
      text: [
        '下一行不检查:',
        '',
        '- **总计与资金来源之和不符** · total-mismatch',
        '- **金额单位没有写明** · money-unit',
        '- ab',
      ].join('\n'),
    });
  });

  it('says which word may be meant, and that the comment has no effect', async () => {
    const marked = table('jxmb-│disable-nextline total-mismatch');
    assert.match(
      await hoverText(marked),
      /^没有指令 \*\*jxmb-disable-nextline\*\*,这行注释不起作用。\n\n可能是: jxmb-disable-next-line、/,
    );
    const rule = await notes(table('jxmb-disable-nextline total│-mismatch: 甲'));
    assert.deepEqual(rule, ['没有指令 jxmb-disable-nextline,这行注释不起作用。', '理由: 甲']);
  });
});

it('hover on the rest of a comment is nothing', async () => {
  for (const comment of ['jxmb-disable total-mismatch: 赞│助', 'jxmb-disable│', '总│计: 3']) {
    assert.equal(await hoverAt(table(comment)), undefined, comment);
  }
  assert.equal(await hoverAt(table('jxmb-disable total-mismatch').replace('// ', '/│/ ')), undefined);
});

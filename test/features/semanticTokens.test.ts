import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { squeezeSpan } from '../../server/src/features/semanticTokens/squeezedSpan.ts';
import { join } from '../../server/src/features/semanticTokens/tokenPiece.ts';
import { tokenPieces } from '../../server/src/features/semanticTokens.ts';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import { squeeze } from '../../server/src/syntax/characters.ts';
import { joinedText } from '../../server/src/syntax/text.ts';
import { openTable } from '../tables.ts';
import { line, text } from '../workspace/generated.ts';
import { environment } from './marks.ts';
import { linesOf, open, tokensIn } from './shown.ts';

/** A client that has no grammar of ours. */
const plain: ServiceEnvironment = { ...environment, client: { ...environment.client, vscode: false } };

async function tokens(table: string, given: ServiceEnvironment = environment): Promise<string[]> {
  return tokensIn(table, await createLanguageService(given).semanticTokens(open(table, given)));
}

/** The tokens of an indicator's line. */
async function inIndicator(written: string): Promise<string> {
  return (await tokens(`项目名称: 甲\n绩效指标:\n${written}\n`)).slice(1).join(' / ');
}

describe('semantic tokens', () => {
  it('say what is named, which amounts do not add up, and what values consist of', async () => {
    const table = `资金使用单位: 本级
总计: 120.00
财政拨款: 100.00

项目名称: 科技金融专项
总计: 110.00
财政拨款: 110.00
绩效目标: 服务企业50家。
绩效指标:
  1、1-产出指标; 11-数量指标; 补贴人数; 实施周期指标值:≥1,000人; 年度指标值:不少于50人次。
  2、2-效益指标; 22-社会效益; 自己的名称; 实施周期指标值:90%以上; 年度指标值:正常开展。
`;
    assert.deepEqual(await tokens(table), [
      '本级:namespace.declaration',
      '120.00:number.mismatch',
      '100.00:number.mismatch',
      '科技金融专项:struct.declaration',
      '110.00:number',
      '110.00:number',
      '1-产出指标:class 11-数量指标:class 补贴人数:property.defaultLibrary ≥:operator 1,000:number 人:type 不少于:operator 50:number 人次:type',
      '2-效益指标:class 22-社会效益:class 90:number %:type 以上:operator',
    ]);
  });

  it('tell classes that the profile has from others, code and name by themselves', async () => {
    assert.equal(
      await inIndicator('1、1-产出指标; 18-质量指标; 甲'),
      '1-产出指标:class 18:class.deprecated 质量指标:class',
    );
    assert.equal(
      await inIndicator('1、1-产出指标; 12-质最指标; 甲'),
      '1-产出指标:class 12:class 质最指标:class.deprecated',
    );
    assert.equal(await inIndicator('1、1-产出指标; 19-其他指标; 甲'), '1-产出指标:class 19-其他指标:class.deprecated');
    assert.equal(await inIndicator('(一)产出指标\n1、质量指标; 甲'), '产出指标:class / 质量指标:class');
  });

  it('know a standard name in its own class only', async () => {
    assert.match(await inIndicator('1、11-数量指标; 补贴 人数; 5人'), /补贴 人数:property\.defaultLibrary/);
    assert.doesNotMatch(await inIndicator('1、13-时效指标; 补贴人数; 5人'), /property/);
  });

  it('stay on their lines where a name or a value goes on, and leave comments and escapes alone', async () => {
    assert.equal(
      await inIndicator('1、11-数量指标; 补贴\n  // 说明\n  人数; 年度指标值:≥\n  5\n  人。'),
      '11-数量指标:class 补贴:property.defaultLibrary / 人数:property.defaultLibrary ≥:operator / 5:number / 人:type',
    );
    assert.equal(
      await inIndicator('1、11-数量指标; 甲; 年度指标值:\\≥１ ０家。'),
      '11-数量指标:class ≥:operator １ ０:number 家:type',
    );
  });

  it('read of several numbers the one that counts', async () => {
    assert.match(await inIndicator('1、11; 甲; 年度指标值:2025年完成50个(含2个示范)。'), /class 50:number 个:type$/);
    assert.match(await inIndicator('1、11; 甲; 年度指标值:-5%。'), /class -5:number %:type$/);
    assert.equal(await inIndicator('1、11; 甲; 年度指标值:1-2次。'), '11:class');
  });

  it('tell rules that there are from others in suppressions', async () => {
    const table = '// jxmb-disable-next-line total-mismatch, no-such-rule: 理由\n项目名称: 甲\n';
    assert.deepEqual(await tokens(table), [
      'total-mismatch:enumMember no-such-rule:enumMember.deprecated',
      '甲:struct.declaration',
    ]);
  });

  it('do not call an amount wrong where nobody is told so', async () => {
    const suppressed = '项目名称: 甲\n// jxmb-disable-next-line total-mismatch: 理由\n总计: 2\n财政拨款: 1\n';
    assert.equal((await tokens(suppressed))[2], '2:number');
    assert.equal((await tokens('资金使用单位: 乙\n总计: 3.01\n项目名称: 甲\n总计: 3\n'))[1], '3.01:number');
  });

  it('say more where no grammar knows the words', async () => {
    const table =
      '// 注释 // jxmb\n合计\n项目名称: 甲\n// jxmb-disable total-mismatch: 理由\n总计: 1\n绩效指标:\n1、11; 乙; 年度指标值: 5个\n';
    assert.deepEqual(await tokens(table, plain), [
      '// 注释 // jxmb:comment',
      '合计:keyword',
      '项目名称:keyword 甲:struct.declaration',
      '//:comment jxmb-disable:keyword total-mismatch:enumMember : 理由:comment',
      '总计:variable 1:number',
      '绩效指标:variable',
      '11:class 乙:property 年度指标值:variable 5:number 个:type',
    ]);
    const central = '版式: central-2021\n项目名称: 甲\n绩效指标:\n1、11; 乙; 年度指标值: 5个; 权重: 10\n';
    assert.equal(
      (await tokens(central)).at(-1),
      '11:class 年度指标值:variable 5:number 个:type 权重:variable 10:number',
    );
  });

  it('of a range are those of its blocks', async () => {
    const table = '项目名称: 甲\n总计: 1\n\n项目名称: 乙\n总计: 2\n\n项目名称: 丙\n总计: 3\n';
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const data = await createLanguageService(environment).semanticTokens(open(table), range);
    assert.deepEqual(tokensIn(table, data), ['乙:struct.declaration', '2:number']);
  });
});

describe('semantic tokens of any text', () => {
  it('stand in order, on one line each, within it', () =>
    fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (table, vscode) => {
        const lines = linesOf(table);
        const data = await createLanguageService(vscode ? environment : plain).semanticTokens(open(table));
        let [at, end, length] = [0, 0, 0];
        for (let i = 0; i < data.length; i += 5) {
          const [deltaLine = 0, deltaStart = 0, own = 0] = data.slice(i, i + 3);
          if (deltaLine > 0) [at, end] = [at + deltaLine, 0];
          const start = deltaLine > 0 ? deltaStart : end - length + deltaStart;
          assert.ok(start >= end && own > 0);
          [end, length] = [start + own, own];
          assert.ok(end <= (lines[at] as string).length);
        }
      }),
      { numRuns: 300 },
    ));

  it('are those of a fresh read after any edits', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const added = fc.oneof(line, fc.constantFrom('', '\n', '\n\n// 注释\n', '元', '1'));
    const edits = fc.array(fc.tuple(share, fc.nat(12), added), { minLength: 1, maxLength: 8 });
    return fc.assert(
      fc.asyncProperty(text, edits, async (start, changes) => {
        const document = openTable(start);
        for (const [at, length, put] of changes) {
          await tokenPieces(document, environment);
          const from = Math.round(at * document.getText().length);
          document.edit(from, from + length, put);
          const fresh = openTable(document.getText());
          assert.deepEqual(join(await tokenPieces(document, environment)), join(await tokenPieces(fresh, environment)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cost the changed block, and no other', async () => {
    const document = openTable('单位: 万元\n'.concat('项目名称: 甲\n总计: 1\n绩效目标: 乙\n\n'.repeat(200)));
    await tokenPieces(document, environment);
    document.edit(100, 100, '// 注释\n');
    document.findings();
    const read = new Set<number>();
    [...document.sequence].forEach((block, i) => {
      const { text: own } = block;
      Object.defineProperty(block, 'text', { get: () => read.add(i) && own });
    });
    await tokenPieces(document, environment);
    assert.equal(read.size, 1);
  });

  it('take time in proportion to the lines of one block', async () => {
    for (const repeated of ['绩效指标: 1、11; 甲; 1', '// jxmb-disable total-mismatch', '总计: 1', '// 注释']) {
      const milliseconds = async (count: number) => {
        const document = openTable(`项目名称: 甲\n${`${repeated}\n`.repeat(count)}`);
        // What the rules take for such a block is another question.
        document.checker.findingsByBlock = () => new Map();
        const start = performance.now();
        await tokenPieces(document, plain);
        return performance.now() - start;
      };
      let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      // Other work on the machine only ever makes it slower: the best of some tries counts.
      for (let i = 0; i < 5 && !(large < 300 || large < small * 30); i++) {
        small = Math.min(small, await milliseconds(2_000));
        large = Math.min(large, await milliseconds(16_000));
      }
      assert.ok(large < 300 || large < small * 30, `${repeated}: ${small.toFixed(1)} and ${large.toFixed(1)} ms`);
    }
  });

  it('find in a value the characters it is read as', () => {
    const parts = fc.constantFrom('5', '家', ' ', '　', '\\', '；', '≥', '\n', '\r\n', '９', '\n// 注释\n', 'a b');
    return fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (written) => {
        const value = `5${written.join('').trimEnd()}`;
        const comment = value.indexOf('// 注释');
        const inserts = comment < 0 ? [] : [{ start: comment, end: comment + 5 }];
        const squeezed = squeezeSpan(value, { start: 0, end: value.length }, inserts);
        assert.equal(squeezed.text.length, squeezed.at.length);
        if (value.includes('\\') || value.indexOf('// 注释', comment + 1) >= 0) return;
        assert.equal(squeezed.text, squeeze(joinedText(value, { start: 0, end: value.length }, inserts)));
      }),
    );
  });
});

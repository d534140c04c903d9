import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { english, environment, exampleWith, hoverAt, hoverText, markdownOf, openMarked } from './marks.ts';

const linesOf = async (...asked: Parameters<typeof hoverText>) => (await hoverText(...asked)).split('\n');

describe('hover on a project', () => {
  const marked = exampleWith({ instead: '项目名称: 科技金融专项' }, '项目名称: 科技│金融专项');

  it('says what it comes to, its indicators by class, and what is found in it', async () => {
    assert.deepEqual(await hoverAt(marked), {
      about: '科技金融专项',
      text: [
        '**科技金融专项** · 示范市科技局本级',
        '',
        '- **总计 120.00 万元**: 财政拨款 100.00、其他资金 20.00',
        '- 占示范市科技局本级总计的 67.14% · 占全表总计的 67.14%',
        '- 没有发现问题',
        '',
        '| 指标 3 条 | 条数 | 二级指标 |',
        '| :-- | :-: | :-- |',
        '| 1-产出指标 | 1 | 数量 1 |',
        '| 2-效益指标 | 1 | 社会效益 1 |',
        '| 3-满意度指标 | 1 | 服务对象满意度 1 |',
      ].join('\n'),
    });
  });

  it('in English', async () => {
    assert.deepEqual((await linesOf(marked, english)).slice(2, 7), [
      '- **总计 120.00 万元**: 财政拨款 100.00, 其他资金 20.00',
      '- 67.14% of the 总计 of 示范市科技局本级 · 67.14% of the 总计 of the whole table',
      '- No findings',
      '',
      '| Indicators: 3 | Number | Level-2 classes |',
    ]);
  });

  it('says which classes are missing, and what has none', async () => {
    const indicators = '1、1-产出指标; 名称; 1个。\n2、11-数量指标; 其他名称; 1个。';
    assert.deepEqual((await linesOf(`项目名称: 甲│\n绩效指标:\n${indicators}`)).slice(-3), [
      '| 1-产出指标 | 2 | 数量 1、未写二级指标 1 |',
      '| 2-效益指标 | 0 | **没有(必须有)** |',
      '| 3-满意度指标 | 0 | **没有(一般应有)** |',
    ]);
    // an indicator of an unknown class may be of those that are missing
    assert.deepEqual((await linesOf('项目名称: 甲│\n绩效指标:\n1、别的; 名称; 1个。')).slice(-1), [
      '| 未分类 | 1 |  |',
    ]);
    assert.equal((await linesOf('项目名称: 甲│')).at(-1), '没有绩效指标');
  });

  it('says how much is found, by how grave it is', async () => {
    const marked = '单位: 万元\n项目名称: 甲│\n总计: 3\n财政拨款: 2\n项目名称: 乙';
    const found = openMarked(marked)
      .document.findings()
      .filter(({ place }) => place.line === 1)
      .map(({ finding }) => finding.severity);
    const errors = found.filter((severity) => severity === 'error').length;
    assert.ok(errors > 0 && errors < found.length);
    const told = (await linesOf(marked)).find((line) => line.includes('个问题'));
    assert.ok(told?.startsWith(`- ${found.length} 个问题: 错误(必改) ${errors}、`), told);
  });

  it('says where its sources do not add up', async () => {
    assert.ok((await linesOf('项目名称: 甲│\n总计: 3\n财政拨款: 2')).includes('- 总计与各资金来源之和相差 1.00'));
    const rounding = '- 总计与各资金来源之和相差 0.01(可能是四舍五入)';
    assert.ok((await linesOf('项目名称: 甲│\n总计: 3\n财政拨款: 2.99')).includes(rounding));
  });

  it('without a name is told of at its label', async () => {
    assert.deepEqual((await linesOf('项目│名称:\n总计: 3')).slice(0, 5), [
      '**项目名称**',
      '',
      '一个项目从这里开始。',
      '',
      '- **总计 3.00 万元**',
    ]);
  });
});

describe('hover on a unit', () => {
  const indicators = (...codes: string[]) =>
    `绩效指标:\n${codes.map((code, i) => `${i + 1}、${code}; 名称; 年度指标值:1个。\n`).join('')}`;
  const table = (unit: string, total: string) =>
    `资金使用单位: ${unit}\n总计: ${total}\n项目名称: 乙\n总计: 1\n${indicators('11', '12', '22')}` +
    `项目名称: 丙\n总计: 2\n${indicators('11', '31')}资金使用单位: 丁\n总计: 1\n`;

  it('says what it and its projects come to', async () => {
    const lines = await linesOf(table('│甲', '3'));
    assert.deepEqual(lines.slice(0, 5), [
      '**甲** · 2 个项目',
      '',
      '- **总计 3.00 万元**',
      '- 各栏与各项目之和一致',
      '- 占全表总计的 75.00%',
    ]);
    assert.deepEqual(lines.slice(-5), [
      '| 指标 5 条 | 条数 | 二级指标 |',
      '| :-- | :-: | :-- |',
      '| 1-产出指标 | 3 | 数量 2、质量 1 |',
      '| 2-效益指标 | 1 | 社会效益 1、**1 个项目没有** |',
      '| 3-满意度指标 | 1 | 服务对象满意度 1、**1 个项目没有** |',
    ]);
  });

  it('says where the projects do not add up to it, and counts what is found in them', async () => {
    const lines = await linesOf(table('│甲', '4'));
    assert.ok(lines.includes('- 总计与各项目之和相差 1.00'));
    const { document } = openMarked(table('│甲', '4'));
    const own = document.findings().filter(({ place }) => place.line < 13);
    assert.ok(lines.some((line) => line.startsWith(`- ${own.length} 个问题: `)));
  });

  it('reads each of its projects once, and no other; none where there are too many', async () => {
    const rest = `资金使用单位: 丁\n总计: 2\n项目名称: 戊\n总计: 2\n${indicators('11')}`.repeat(50);
    const asked = async (projects: number) => {
      const unit = `资金使用单位: │甲\n总计: 2\n${`项目名称: 乙\n总计: 2\n${indicators('11')}`.repeat(projects)}`;
      const { document, position } = openMarked(`${rest}${unit}${rest}`);
      document.findings();
      const rows = new Set<Block>();
      const row = document.row.bind(document);
      document.row = (block) => {
        rows.add(block);
        return row(block);
      };
      const hover = await createLanguageService(environment).hover(document, position);
      assert.equal(rows.size, 1);
      return markdownOf(hover);
    };
    assert.match(await asked(300), /\| 指标 300 条 \|/);
    assert.doesNotMatch(await asked(301), /指标 \d+ 条/);
  });
});

describe('hover on the whole table', () => {
  const table = (head: string) =>
    `${head}资金使用单位: 甲\n总计: 3\n项目名称: 乙\n总计: 3\n资金使用单位: 丙\n总计: 1\n项目名称: 丁\n总计: 1\n`;

  it('says at the department and at 合计 what it comes to', async () => {
    const head = '部门名称: │某局\n年度: 2025\n单位: 万元\n合计\n总计: 4\n财政拨款: 4\n';
    const lines = await linesOf(table(head));
    assert.deepEqual(lines.slice(0, 4), [
      '**某局** · 2025 年 · 2 个预算单位 · 2 个项目',
      '',
      '- **总计 4.00 万元**: 财政拨款 4.00',
      '- 各栏与各预算单位之和一致',
    ]);
    assert.match(lines[4] ?? '', /^- \d+ 个问题: /);
    const total = await linesOf(table(head.replace('│', '').replace('合计', '│合计')));
    assert.deepEqual(total.slice(-lines.length), lines);
  });

  it('says where the units do not add up to 合计, and adds them up where it says nothing', async () => {
    assert.ok((await linesOf(table('│合计\n总计: 5\n'))).includes('- 总计与各预算单位之和相差 1.00'));
    assert.ok((await linesOf(table('部门名称: │某局\n'))).includes('- **总计 4.00 万元**'));
  });
});

describe('hover on a table that is taken in', () => {
  const given = {
    ...environment,
    workspace: new Workspace(),
    settings: { ...environment.settings, readTable: () => null },
  };
  const service = createLanguageService(given);
  service.open(
    'file:///科协.jxmb',
    'jxmb',
    0,
    '部门名称: 某科协\n单位: 万元\n项目名称: 甲\n总计: 5\n项目名称: 乙\n总计: 2',
  );

  it('says what it comes to', async () => {
    const lines = await linesOf('单位: 万元\n引用: 科│协.jxmb', given);
    assert.deepEqual(lines.slice(0, 3), ['**某科协** · 2 个项目', '', '- **总计 7.00 万元**']);
    assert.deepEqual((await linesOf('部门名称: 某│局\n单位: 万元\n引用: 科协.jxmb', given)).slice(0, 3), [
      '**某局** · 引用 1 个表',
      '',
      '- **总计 7.00 万元**',
    ]);
  });

  it('says why it cannot be taken in', async () => {
    service.open('file:///*元*.jxmb', 'jxmb', 0, '单位: 元\n');
    const cases: readonly (readonly [path: string, said: string])[] = [
      ['../科协│.jxmb', '只能引用本文件旁边或下级文件夹里的文件,路径从本文件所在的文件夹写起'],
      ['a│.jxmb', '互相引用:"a.jxmb"又引用回来,金额会算个没完'],
      ['*元*│.jxmb', '"\\*元\\*.jxmb"的金额单位是元,本表是万元'],
      ['没有│.jxmb', '读不到这个文件,不知道里面有什么。'],
    ];
    for (const [path, said] of cases) assert.equal(await hoverText(`单位: 万元\n引用: ${path}`, given), said);
  });
});

describe('hover on the lines of the head', () => {
  const cases: readonly (readonly [marked: string, about: string, text: string])[] = [
    ['单位: 万│元', '万元', '**万元** · 全表金额的单位 · 1 万元 = 10,000 元'],
    ['单位: │元', '元', '**元** · 全表金额的单位'],
    ['金额单位: 美│金', '美金', '不是金额单位,全表按万元读。应写元、千元、万元或亿元。'],
    ['年度: 20│25', '2025', '**2025 年度预算**'],
    ['20│25年\n单位: 元', '2025年', '**2025 年度预算**'],
    ['年度: 今│年', '今年', '读不出年度,应写成 2025 这样。'],
  ];
  for (const [marked, about, text] of cases) {
    it(about, async () => assert.deepEqual(await hoverAt(marked), { about, text }));
  }

  it('a profile: what its tables hold, and where it is from', async () => {
    const lines = await linesOf('版式: central│-2021');
    assert.equal(lines[0], '**中央部门项目支出绩效目标表（2021 年表样）** · central-2021');
    assert.ok(lines.includes('- 指标填写: 年度指标值、权重、指标解释'));
    assert.ok(lines.includes('- 一级指标 4 个、二级指标 11 个: 产出指标、效益指标、满意度指标、成本指标'));
    assert.match(lines.at(-1) ?? '', /^\*依据: /);
    assert.match(await hoverText('版式: central│-2021', english), /\n- 4 level-1 and 11 level-2 classes: /);
  });

  it('an unknown profile: what is read instead, and what may be meant', async () => {
    assert.match(
      await hoverText('版式: centrul│-2021'),
      /^没有名为 \*\*centrul-2021\*\* 的表样,本表按 .+ 读。\n\n现有的表样: central-2021、guangzhou$/,
    );
  });
});

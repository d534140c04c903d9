import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapeMarkdown } from '../../server/src/features/hover/markdown.ts';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { EXAMPLE, english, environment, exampleWith, hoverAt, hoverText, markdownOf, openMarked } from './marks.ts';

const INDICATOR = '  1、1-产出指标; 11-数量指标; 建设信息平台数量; 实施周期指标值:1个; 年度指标值:1个。';

/** The example with a line in the place of its first indicator. */
const indicator = (line: string) => exampleWith({ instead: INDICATOR }, line);

/** What the hover is about and its first line. */
async function first(marked: string, given?: ServiceEnvironment): Promise<[string, string] | undefined> {
  const found = await hoverAt(marked, given);
  return found && [found.about, found.text.split('\n')[0] as string];
}

describe('hover on a class', () => {
  const TWO = '**11-数量指标** (二级指标,属 1-产出指标)';
  const cases: readonly (readonly [line: string, about: string, text: string])[] = [
    ['  1、│1-产出指标; 11-数量指标; 平台', '1-产出指标', '**1-产出指标** (一级指标)'],
    ['  1、1-产出│指标; 11-数量指标; 平台', '1-产出指标', '**1-产出指标** (一级指标)'],
    ['  1、1-产出指标; 11-数│量指标; 平台', '11-数量指标', TWO],
    ['  1、1-产出指标; 11-数量指标│; 平台', '11-数量指标', TWO],
    ['  1、1│1; 平台', '11', TWO],
    ['  1、数│量指标; 平台', '数量指标', TWO],
    ['  数│量指标:\n  1、平台', '数量指标', TWO],
    ['  (一)产│出指标\n  1、平台', '产出指标', '**1-产出指标** (一级指标)'],
    // the code says one thing and the name another: each is read by itself
    ['  1、1-产出指标; 1│1-质量指标; 平台', '11-质量指标', TWO],
    ['  1、1-产出指标; 11-质│量指标; 平台', '11-质量指标', '**12-质量指标** (二级指标,属 1-产出指标)'],
  ];
  for (const [line, about, text] of cases) {
    it(line.trim(), async () => assert.deepEqual(await first(indicator(line)), [about, text]));
  }

  it('says what it means, what belongs there, examples and the source', async () => {
    const [title, definition, belongs, examples, source] = (
      await hoverText(indicator('  1、1-产出指标; 11-数│量指标; 平台'))
    ).split('\n\n');
    assert.equal(title, TWO);
    assert.equal(definition, '计划提供的公共产品或服务的数量。');
    assert.match(belongs ?? '', /^写个数、人次、面积、长度等实物量/);
    assert.equal(examples, '例如: 培训人次、补贴人数、道路建设长度、扶持企业数量');
    assert.match(source ?? '', /^\*依据: .+仅供参考。\*$/);
  });

  it('says so in English', async () => {
    const text = await hoverText(indicator('  1、1-产出指标; 11-数│量指标; 平台'), english);
    assert.match(text, /^\*\*11-数量指标\*\* \(level-2 class under 1-产出指标\)\n\nHow many public products/);
    assert.match(text, /\n\nExamples: .+\n\n\*Source: /);
  });

  it('says nothing of a class that the profile does not have', async () => {
    assert.equal(await hoverAt(indicator('  1、1-产出指标; 19-其│他指标; 平台')), undefined);
  });
});

describe('hover on a name', () => {
  it('says what a standard name is', async () => {
    const found = await hoverAt(indicator('  1、1-产出指标; 13-时效指标; 按时完│成率; 实施周期指标值:100%'));
    assert.deepEqual(found, {
      about: '按时完成率',
      text: [
        '**按时完成率** (13-时效指标)',
        '',
        '在规定时间内完成的任务占计划任务的比重。',
        '',
        '- 计算公式: 按时完成数 ÷ 计划数 × 100%',
        '- 计量单位: %',
        '- 指标方向: 越高越好',
        '- 常见指标值: =100%',
      ].join('\n'),
    });
  });

  it('says where else the name belongs', async () => {
    const text = await hoverText(indicator('  1、1-产出指标; 11-数量指标; 成│本控制率'));
    assert.match(text, /^标准指标中这个名称属于 14-成本指标、41-经济成本指标:\n\n\*\*成本控制率\*\* \(14-成本指标\)\n/);
    const own = await hoverText(indicator('  1、4-成本指标; 41-经济成本指标; 成│本控制率'));
    assert.match(own, /^\*\*成本控制率\*\* \(41-经济成本指标\)\n/);
  });

  it('says which standard name of the class is nearest to another, as a suggestion', async () => {
    const near = indicator('  1、1-产出指标; 13-时效指标; 年度任务按时完│成率; 年度指标值:100%');
    assert.equal(
      await hoverText(near),
      '不是标准指标名称。相近的标准名称(仅供参考): **按时完成率**\n\n在规定时间内完成的任务占计划任务的比重。',
    );
    assert.match(
      await hoverText(near, english),
      /^Not a standard name\. The nearest one, a suggestion only: \*\*按时完成率\*\*\n\n/,
    );
    // near to a name of another class only
    assert.equal(await hoverAt(indicator('  1、2-效益指标; 24-可持续影响; 年度任务按时完│成率')), undefined);
  });

  it('says nothing of others', async () => {
    assert.equal(await hoverAt(indicator('  1、1-产出指标; 11-数量指标; 自己│的名称')), undefined);
  });

  it('says which values the same name has in the tables that are open', async () => {
    const given = { ...environment, workspace: new Workspace() };
    const line = (value: string, name = '自己的名称') => `1、1-产出指标; 11-数量指标; ${name}; 年度指标值:${value}。\n`;
    const other = (...values: string[]) => `项目名称: 甲\n绩效指标:\n${values.map((value) => line(value)).join('')}`;
    createLanguageService(given).open('file:///b.jxmb', 'jxmb', 0, other('5项', '5项', '*6*项'));
    const marked = `项目名称: 乙\n绩效指标:\n${line('7项', '自己│的名称')}`;
    assert.equal(await hoverText(marked, given), '已打开的表中同名指标共 4 条: 5项(2 条)、7项、\\*6\\*项');
    assert.equal(
      await hoverText(marked, { ...given, language: 'en' }),
      'Indicators of this name in the open tables: 4 (5项 × 2, 7项, \\*6\\*项)',
    );
    // in another class the same words are another name
    assert.equal(await hoverAt(marked.replace('11-数量指标', '12-质量指标'), given), undefined);
  });

  it('says how many there are at least, while a large table is not read through', async () => {
    const given = { ...environment, workspace: new Workspace() };
    const project = '项目名称: 甲\n绩效指标:\n1、1-产出指标; 11-数量指标; 自己的名称; 年度指标值:5项。\n';
    const marked = `${project.replace('自己', '自己│')}${project.repeat(300)}`;
    const { document, position } = openMarked(marked, given);
    const service = createLanguageService(given);
    const said = async () => {
      const hover = await service.hover(document, position);
      return markdownOf(hover);
    };
    assert.equal(await said(), '已打开的表中同名指标至少 100 条: 5项');
    document.uses.read(300);
    assert.equal(await said(), '已打开的表中同名指标共 301 条: 5项');
  });
});

describe('hover on labels', () => {
  const cases: readonly (readonly [marked: string, about: string, text: string | RegExp])[] = [
    ['项目名称: 甲\n财政│拨款: 1', '财政拨款', /^\*\*财政拨款\*\*\n\n由财政预算安排的资金/],
    ['项目名称: 甲\n资金│总额: 1', '资金总额', /^\*\*总计\*\*\n\n.+\n\n也写作: 资金总额、年度资金总额$/],
    ['项目名称: 甲\n绩效│目标: 1', '绩效目标', /^\*\*绩效目标\*\*\n\n这笔钱要达到什么目的/],
    ['项目名称: 甲\n绩效│指标: 1', '绩效指标', /^\*\*绩效指标\*\*\n\n.+\n\n\| 指标 1 条 \|/],
    ['项目名称: 甲\n项目│编码: 1', '项目编码', /^\*\*项目编码\*\*\n\n/],
    ['项目│名称: 甲', '项目名称', /^\*\*项目名称\*\*\n\n一个项目从这里开始。\n\n\*\*甲\*\*\n/],
    ['合│计', '合计', /^\*\*合计\*\*\n\n全部门合计/],
    ['合│计\n总计: 1', '合计', /\n\n- \*\*总计 1\.00 万元\*\*\n/],
    ['部门名│称: 某局', '部门名称', /^\*\*部门名称\*\*\n\n编制这张表的部门。\n\n\*\*某局\*\*\n/],
    ['单│位: 万元', '单位', /^\*\*单位\*\*\n\n全表金额的单位/],
    ['单│位: 某某局', '单位', /^\*\*单位\*\*\n\n使用资金的预算单位/],
    [indicator('  1、11; 数; 年度│指标值: 5个'), '年度指标值', /^\*\*年度指标值\*\*\n\n/],
    [indicator('  1、11; 数; 车度│指标值: 5个'), '车度指标值', /^应写作\*\*年度指标值\*\*。\n\n/],
  ];
  for (const [marked, about, text] of cases) {
    it(`${about}: ${text}`, async () => {
      const found = await hoverAt(marked);
      assert.equal(found?.about, about);
      if (typeof text === 'string') assert.equal(found?.text, text);
      else assert.match(found?.text ?? '', text);
    });
  }

  it('is nothing elsewhere', async () => {
    const nothing = [
      '│',
      '// 总│计: 1',
      '项目名称: 甲\n项目编码: 12│3',
      '项目名称: 甲\n单位: 万│元',
      '// 说明│\n项目名称: 甲',
      '项目名称: 甲\n绩效目标:\n  1. 总│计: 完成',
      indicator('  │  1、11; 数'),
      indicator('  1│、11; 数'),
      indicator('  1、11; 数; 年度指标值: 5\n// 注│释\n 个'),
    ];
    for (const marked of nothing) assert.equal(await hoverAt(marked), undefined, marked);
  });
});

describe('what stands in a document', () => {
  it('is shown as it is and is never markup', async () => {
    const cases: readonly (readonly [text: string, escaped: string])[] = [
      ['[链接](http://a.b)', '\\[链接\\](http\\://a.b)'],
      ['<img src=x>&amp;', '\\<img src=x\\>\\&amp;'],
      ['**粗** `码` _斜_ ~~删~~', '\\*\\*粗\\*\\* \\`码\\` \\_斜\\_ \\~\\~删\\~\\~'],
      ['www.a.com a@b.c', 'www\\.a.com a\\@b.c'],
      ['# 一', '\\# 一'],
      ['- 一', '\\- 一'],
      ['1. 一', '1\\. 一'],
      ['---', '\\---'],
      ['一\n\n# 二\u202e', '一 # 二'],
      ['命令:command:x', '命令:command:x'],
      ['11-数量指标', '11-数量指标'],
      ['≥2.5%', '≥2.5%'],
      ['\\', '\\\\'],
    ];
    for (const [text, escaped] of cases) assert.equal(escapeMarkdown(text), escaped);
    const text = await hoverText('资金使用单位: [甲](http://a.b)<b>\n总计: 4\n项目名称: 乙\n总计: │2');
    assert.match(text, /占\\\[甲\\\]\(http\\:\/\/a\.b\)\\<b\\>总计的 50\.00%/);
    const value = await hoverText(indicator('  1、11; 数; 年度指标值: 5│*甲*'));
    assert.match(value, /^\*\*= 5 \\\*甲\\\*\*\*/);
    const project = await hoverText('项目名称: │<b>|**甲**');
    assert.match(project, /^\*\*\\<b\\>\\\|\\\*\\\*甲\\\*\\\*\*\*\n/);
  });
});

it('hover is nothing where the document changes while names are loaded', async () => {
  const slow: ServiceEnvironment = {
    ...environment,
    loadCatalogue: async (id) => {
      await new Promise(setImmediate);
      return environment.loadCatalogue(id);
    },
  };
  const marked = indicator('  1、1-产出指标; 13-时效指标; 按时完│成率; 实施周期指标值:100%');
  const { document, position } = openMarked(marked, slow);
  const service = createLanguageService(slow);
  assert.ok(await service.hover(document, position));
  const late = service.hover(document, position);
  document.update([{ text: '合计\n' }], 1);
  assert.equal(await late, null);
});

it('hover costs the same in a large table', async () => {
  const unit = EXAMPLE.slice(EXAMPLE.indexOf('资金使用单位'));
  const marked = `${EXAMPLE}\n${unit.repeat(200)}资金使用单位: 甲\n总计: 2\n项目名称: 乙\n总计: │2\n${unit.repeat(200)}`;
  const { document, position } = openMarked(marked);
  document.findings();
  const read = new Set<Block>();
  const row = document.row.bind(document);
  document.row = (block) => {
    read.add(block);
    return row(block);
  };
  assert.ok(await createLanguageService(environment).hover(document, position));
  assert.equal(read.size, 2, 'the project and its unit are read');
});

describe('hover on a finding', () => {
  const wrong = exampleWith({ instead: '总计: 120.00' }, '总计: 12│1.00');

  it('explains its rule to a client that cannot show the page', async () => {
    const bare: ServiceEnvironment = { ...environment, client: { ...environment.client, vscode: false } };
    const text = await hoverText(wrong, bare);
    assert.match(text, /^\*\*总计 121\.00 万元\*\*/);
    assert.match(text, /\*\*总计与资金来源之和不符\*\* \(total-mismatch\)/);
    assert.match(
      await hoverText(wrong, { ...bare, language: 'en' }),
      /\*\*The total is not the sum of its sources\*\*/,
    );
  });

  it('leaves that to the page elsewhere', async () => {
    assert.doesNotMatch(await hoverText(wrong), /total-mismatch/);
  });
});

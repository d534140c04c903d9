import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { WholeProfile } from '../../server/src/profile/profile.ts';
import { wholeProfiles } from '../../server/src/profile/wholeProfiles.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { client } from '../tables.ts';
import { environment, lineWithItem, MARK, withItem } from './marks.ts';

/** What is offered where other projects, other tables and the profile have something to say. */

/** The tables of a workspace beside the one that is being written, by their URIs. */
type Others = Readonly<Record<string, string>>;

const bare = { ...client, snippets: false, replaceRanges: false, resolvesCompletions: false, vscode: false };

interface Given {
  readonly others?: Others;
  readonly client?: ServiceEnvironment['client'];
  readonly uri?: string;
  readonly settings?: ServiceEnvironment['settings'];
}

async function items(marked: string, given: Given = {}): Promise<readonly CompletionItem[]> {
  const own: ServiceEnvironment = {
    ...environment,
    client: given.client ?? client,
    settings: given.settings ?? environment.settings,
    workspace: new Workspace(),
  };
  const service = createLanguageService(own);
  for (const [uri, text] of Object.entries(given.others ?? {})) service.open(uri, 'jxmb', 0, text);
  const at = marked.indexOf(MARK);
  assert.ok(at >= 0, 'a mark is wanted');
  const document = service.open(given.uri ?? 'file:///w/a.jxmb', 'jxmb', 0, marked.replace(MARK, ''));
  return (await service.complete(document, document.positionAt(at))).items;
}

async function labels(marked: string, given?: Given): Promise<string[]> {
  return (await items(marked, given)).map(({ label }) => label);
}

async function item(marked: string, label: string, given?: Given): Promise<CompletionItem> {
  const all = await items(marked, given);
  const found = all.find((one) => one.label === label);
  assert.ok(found, `${label} among ${all.map((one) => one.label).join(' | ')}`);
  return found;
}

/** The marked line once an item is taken, the first where none is named. */
async function take(marked: string, label?: string, given?: Given): Promise<string> {
  const name = label ?? (await labels(marked, given))[0];
  assert.ok(name, 'nothing is offered');
  return lineWithItem(marked, await item(marked, name, given));
}

const project = (...indicators: string[]) => `项目名称: 甲\n绩效指标:\n${indicators.join('\n')}`;
const OTHER = `项目名称: 乙
绩效指标:
1、1-产出指标; 11-数量指标; 走访企业; 实施周期指标值:30家; 年度指标值:30家。
2、1-产出指标; 12-质量指标; 平台运行正常率; 实施周期指标值:≥99%; 年度指标值:≥99%。
3、2-效益指标; 22-社会效益; 投诉次数; 实施周期指标值:≤3次; 年度指标值:≤3次。
`;

describe('values', () => {
  const NAMED = '1、1-产出指标; 11-数量指标; 培训人次; 实施周期指标值:';
  const COST = '1、4-成本指标; 41-经济成本指标; 项目建设成本; 实施周期指标值:';
  const cases: readonly (readonly [line: string, labels: readonly string[], first: string])[] = [
    // by direction and unit, the cursor at the number
    [`${NAMED}│`, ['≥人次', '不少于人次', '人次'], `${NAMED}≥$0人次`],
    [`${COST}│`, ['≤万元', '不超过万元', '万元'], `${COST}≤$0万元`],
    // signs as they are typed, in any width, and by an input method
    [`${NAMED}>=│`, ['≥人次'], `${NAMED}≥$0人次`],
    [`${NAMED}>│`, ['≥人次'], `${NAMED}≥$0人次`],
    [`${NAMED}》=│`, ['≥人次'], `${NAMED}≥$0人次`],
    [`${NAMED}＞＝│`, ['≥人次'], `${NAMED}≥$0人次`],
    [`${NAMED}<=│`, ['≤人次'], `${NAMED}≤$0人次`],
    [`${NAMED}《=│`, ['≤人次'], `${NAMED}≤$0人次`],
    // words by Han and pinyin
    [`${NAMED}不少│`, ['不少于人次'], `${NAMED}不少于$0人次`],
    [`${NAMED}bsy│`, ['不少于人次'], `${NAMED}不少于$0人次`],
    [`${NAMED}bcg│`, ['不超过人次'], `${NAMED}不超过$0人次`],
    // the unit behind the number, the sign made right
    [`${NAMED}300人│`, ['300人次'], `${NAMED}300人次; `],
    [`${NAMED}≥300人│`, ['≥300人次'], `${NAMED}≥300人次; `],
    [`${NAMED}>=300人│`, ['≥300人次'], `${NAMED}≥300人次; `],
    [`${NAMED}不少于300rc│`, ['不少于300人次'], `${NAMED}不少于300人次; `],
    // where the unit stands behind the cursor
    [`${NAMED}3│人次; 年度指标值:3人次。`, [], ''],
    [`${NAMED}>=│人次; 年度指标值:3人次。`, ['≥人次'], `${NAMED}≥人次; 年度指标值:3人次。`],
    [`${NAMED}≥│; 年度指标值:`, ['≥人次'], `${NAMED}≥$0人次; 年度指标值:`],
    // words are not changed
    [`${NAMED}正常开展│`, [], ''],
    [`${NAMED}活动5│`, [], ''],
  ];
  for (const [line, wanted, first] of cases) {
    it(line, async () => {
      assert.deepEqual((await labels(project(line))).slice(0, Math.max(1, wanted.length)), wanted);
      if (first) assert.equal(await take(project(line)), first);
    });
  }

  it('put the indicator’s unit before all others behind a number', async () => {
    assert.equal((await labels(project(`${NAMED}300│`)))[0], '300人次');
    assert.equal((await labels(project('1、1-产出指标; 12-质量指标; 抽检合格率; 实施周期指标值:≥8│')))[0], '≥8%');
  });

  it('need no tab stops', async () => {
    assert.equal(await take(project(`${NAMED}>=│`), undefined, { client: bare }), `${NAMED}≥`);
    assert.deepEqual(await labels(project(`${NAMED}│`), { client: bare }), ['≥', '不少于']);
  });

  it('are those of the same name, this table’s before those of others', async () => {
    const line = '1、1-产出指标; 11-数量指标; 走访企业; │';
    assert.match(await take(project(line)), /实施周期指标值:\$\{1\}; /);
    const others = { 'file:///w/b.jxmb': OTHER };
    assert.equal(
      await take(project(line), undefined, { others }),
      `${line.slice(0, -1)}实施周期指标值:$\{1:30}家; 年度指标值:$1家。$0`,
    );
    const here = `${OTHER.replaceAll('30家', '40家')}\n${project(line)}`;
    assert.equal(
      await take(here, undefined, { others }),
      `${line.slice(0, -1)}实施周期指标值:$\{1:40}家; 年度指标值:$1家。$0`,
    );
    const values = await labels(
      `${OTHER.replaceAll('30家', '40家')}\n${project(line.replace('│', '实施周期指标值:│'))}`,
      { others },
    );
    assert.deepEqual(values.slice(0, 2), ['40家', '30家']);
  });

  it('are not those of the indicator itself', async () => {
    const values = await labels(project('1、1-产出指标; 11-数量指标; 走访企业; 实施周期指标值:│; 年度指标值:5家。'));
    assert.ok(!values.includes('5家'), values.join(' '));
  });

  it('go by names that end alike where the name is new', async () => {
    const line = '1、1-产出指标; 12-质量指标; 网站运行正常率; │';
    assert.match(await take(`${OTHER}\n${project(line)}`), /实施周期指标值:≥\$\{1:99\}%; 年度指标值:≥\$1%/);
  });
});

describe('names', () => {
  const QUANTITY = '1、1-产出指标; 11-数量指标; ';
  const QUALITY = '1、1-产出指标; 12-质量指标; ';

  it('of other projects are found by Han and pinyin, with their values', async () => {
    for (const typed of ['走访', 'zfqy', 'zoufangq', '走fq']) {
      assert.equal(
        await take(`${OTHER}\n${project(`${QUANTITY}${typed}│`)}`, '走访企业'),
        `${QUANTITY}走访企业; 实施周期指标值:$\{1:30}家; 年度指标值:$1家。$0`,
      );
    }
  });

  it('of use come before others that fit as well', async () => {
    const used = project(`1、1-产出指标; 11-数量指标; 培训人数; 5人; 5人。`);
    assert.equal((await labels(`${used}\n${project(`${QUANTITY}培训│`)}`))[0], '培训人数');
    assert.equal((await labels(project(`${QUANTITY}培训│`)))[0], '培训班次');
  });

  it('are offered for what was typed meanwhile, too, where the dictionary had to be waited for', async () => {
    const text = project(`${QUANTITY}平台y\n  2、`).replace('11-数量', '12-质量');
    const service = createLanguageService({
      ...environment,
      workspace: new Workspace(),
      loadPinyinOf: async () => {
        const here = document.positionAt(at);
        if (document.version === 0) document.update([{ range: { start: here, end: here }, text: 's' }], 1);
        return environment.loadPinyinOf();
      },
    });
    const at = text.indexOf('平台y') + 3;
    const document = service.open('file:///w/a.jxmb', 'jxmb', 0, text);
    const { items: offered } = await service.complete(document, document.positionAt(at));
    assert.equal(document.version, 1);
    assert.equal(offered[0]?.label, '平台验收合格率');
  });

  it('are put together from a beginning of one’s own and the end of another', async () => {
    for (const typed of ['平台ys', '平台验收', '平台yanshou']) {
      assert.equal((await labels(project(`${QUALITY}${typed}│`)))[0], '平台验收合格率', typed);
    }
  });

  it('go on in the words of the goal, with what it says of their number', async () => {
    const goal = '绩效目标: 建成3个数据共享平台,形成方案。\n绩效指标:\n';
    assert.equal(
      await take(`项目名称: 甲\n${goal}${QUANTITY}建设数据│`, '建设数据共享平台'),
      `${QUANTITY}建设数据共享平台; 实施周期指标值:$\{1:3}个; 年度指标值:$1个。$0`,
    );
  });

  it('may stand as they are typed, pinyin may not', async () => {
    assert.match(await take(project(`${QUANTITY}自己的名称│`), '自己的名称'), /自己的名称; 实施周期指标值:/);
    assert.deepEqual(await labels(project(`${QUANTITY}zijide│`)), []);
  });

  it('of one’s own are found by pinyin whatever characters they have', async () => {
    const indicator = project(`${QUANTITY}鼋头渚巡护里程; 5公里; 5公里。`);
    const other = `资金使用单位: 甲\n项目名称: 浉河区薅草锣鼓传习\n${indicator}\n资金使用单位: 乙`;
    for (const typed of ['shihequ', 'shqhc', '浉hq']) {
      assert.equal(
        await take(`${other}\n项目名称: ${typed}│`, '浉河区薅草锣鼓传习'),
        '项目名称: 浉河区薅草锣鼓传习',
        typed,
      );
    }
    for (const typed of ['ytz', 'yuantouzhu', '鼋tz']) {
      assert.equal((await labels(`${other}\n${project(`${QUANTITY}${typed}│`)}`))[0], '鼋头渚巡护里程', typed);
    }
  });

  it('are read as they are spoken', async () => {
    const one = async (line: string) => (await labels(project(line)))[0] ?? '';
    assert.equal(
      (await labels(`${project(`${QUALITY}重复建设率; 0%; 0%。`)}\n${project(`${QUALITY}chongfu│`)}`))[0],
      '重复建设率',
    );
    assert.match(await one(`${QUANTITY}zhongdian│`), /重点/);
    assert.match(await one(`${QUALITY}helv│`), /率/);
    assert.ok(
      !(await labels(`${project(`${QUALITY}重复建设率; 0%; 0%。`)}\n${project(`${QUALITY}zhongfu│`)}`)).includes(
        '重复建设率',
      ),
    );
    assert.equal(await one('1、myd│'), '31-服务对象满意度');
  });
});

describe('words that only people here have', () => {
  const others: Others = {
    'file:///w/b.jxmb':
      '资金使用单位: 鹭岛街道\n项目名称: 鸳鸯湖清淤\n项目类别: 延续\n绩效指标:\n1、1-产出指标; 11-数量指标; 补种睡莲面积; 5亩; 5亩。\n',
  };

  it('are found by pinyin, initials, and with Han between, whatever their characters', async () => {
    for (const typed of ['ludao', 'ld', '鹭d', 'l岛jd']) {
      assert.deepEqual(await labels(`资金使用单位: ${typed}│`, { others }), ['鹭岛街道'], typed);
    }
    for (const typed of ['yyh', 'yuanyangh', '鸳y', 'y鸯湖qy', 'qingyu']) {
      assert.ok((await labels(`项目名称: ${typed}│`, { others })).includes('鸳鸯湖清淤'), typed);
    }
    for (const typed of ['bzsl', 'buzhongshui', '补zs', 'shuilian']) {
      const line = `1、1-产出指标; 11-数量指标; ${typed}│`;
      assert.ok((await labels(project(line), { others })).includes('补种睡莲面积'), typed);
    }
  });

  it('are read as in their words', async () => {
    const { length } = await labels('项目名称: yinhang│', { others: { 'file:///w/b.jxmb': '项目名称: 银行贷款贴息' } });
    assert.equal(length, 1);
    assert.deepEqual(
      await labels('项目名称: yinxing│', { others: { 'file:///w/b.jxmb': '项目名称: 银行贷款贴息' } }),
      [],
    );
  });
});

describe('rules in a suppression', () => {
  const table = (comment: string) => `项目支出绩效目标表
单位: 万元
${comment}
项目名称: 甲
总计: 2.00
财政拨款: 1.0
`;

  it('are first those that find something where it turns them off', async () => {
    const line = table('').replace('总计: 2.00', '// jxmb-disable-next-line │\n\n// 说明\n总计: 2.00');
    assert.equal((await labels(line))[0], 'total-mismatch');
    const amount = table('').replace('财政拨款: 1.0', '// jxmb-disable-next-line │\n财政拨款: 1.0');
    assert.equal((await labels(amount))[0], 'amount-style');
    const block = (await labels(table('// jxmb-disable-next-line │'))).slice(0, 2);
    assert.deepEqual([...block].sort(), ['missing-goal', 'missing-indicators']);
    const rest = (await labels(table('// jxmb-disable │'))).slice(0, 4).sort();
    assert.deepEqual(rest, ['amount-style', 'missing-goal', 'missing-indicators', 'total-mismatch']);
    assert.deepEqual((await labels(`// jxmb-disable-file │\n${table('')}`)).slice(0, 4).sort(), rest);
    assert.ok((await labels(line)).includes('sum-mismatch'), 'the others are there, too');
  });

  it('are found by their titles, and say what they find', async () => {
    const marked = table('// jxmb-disable 总计│');
    assert.ok((await labels(marked)).includes('total-mismatch'));
    assert.match(await take(marked, 'total-mismatch'), /^\/\/ jxmb-disable total-mismatch$/);
    const { documentation } = await item(marked, 'total-mismatch', { client: bare });
    assert.match(JSON.stringify(documentation), /财政拨款|来源/);
  });
});

describe('profiles behind 版式', () => {
  it('are found by their ids and their names', async () => {
    for (const typed of ['cent', '中央', 'zhongyang', 'zybm']) {
      assert.equal(await take(`版式: ${typed}│`), '版式: central-2021', typed);
    }
    assert.deepEqual(await labels('版式: │'), ['guangzhou', 'central-2021']);
  });
});

describe('the dictionary', () => {
  it('is not loaded for what comes with the product', async () => {
    const without = {
      ...environment,
      client,
      workspace: new Workspace(),
      loadPinyinOf: () => assert.fail('it is loaded'),
    };
    const service = createLanguageService(without);
    for (const text of ['zj', '项目名称: 甲\ncz', '版式: central-2021\nxmm', '资金使用单位: 鹭', '// jxmb']) {
      const document = service.open('file:///a.jxmb', 'jxmb', 0, text);
      assert.ok((await service.complete(document, document.positionAt(text.length))).items, text);
    }
  });
});

describe('a profile that people bring', () => {
  const [profile] = wholeProfiles as readonly [WholeProfile];
  const own: WholeProfile = {
    ...profile,
    id: '本市',
    columns: [
      { ...(profile.columns[0] as WholeProfile['columns'][number]), sumOf: ['镇街自筹'] },
      { name: '镇街自筹', description: { zh: '', en: '' } },
    ],
    indicators: [{ name: '鹭鸟种群数量', class: '11', unit: '只' }],
  };
  const settings = defaultSettings(own);

  it('has its labels, classes and indicators found by pinyin', async () => {
    for (const typed of ['lnzq', 'luniao', '鹭nz']) {
      const line = `1、1-产出指标; 11-数量指标; ${typed}│`;
      assert.equal((await labels(project(line), { settings }))[0], '鹭鸟种群数量', typed);
    }
    for (const typed of ['zjzc', 'zhenjie', '镇j']) {
      assert.equal((await labels(`项目名称: 甲\n${typed}│`, { settings }))[0], '镇街自筹', typed);
    }
  });
});

describe('weights and explanations of the central profile', () => {
  const table = (...lines: string[]) => `版式: central-2021\n项目名称: 甲\n绩效指标:\n${lines.join('\n')}`;
  const written = [
    '1、1-产出指标; 11-数量指标; 培训人次; 年度指标值:≥300人次; 权重:40。',
    '2、3-满意度指标; 31-服务对象满意度; 学员满意度; 年度指标值:≥90%; 权重:10。',
  ];
  const BENEFIT = '3、2-效益指标; 22-社会效益; 受益企业数量; 年度指标值:≥10家; 权重:';

  it('a weight is what the others leave', async () => {
    assert.deepEqual(await labels(table(...written, `${BENEFIT}│`)), ['40', '50']);
    assert.equal(await take(table(...written, `${BENEFIT}│`)), `${BENEFIT}40。`);
    assert.deepEqual(await labels(table(`${BENEFIT}│`)), []);
  });

  it('the last one that is missing comes with the name', async () => {
    const line = '3、2-效益指标; 22-社会效益; 受益企业│';
    assert.match(await take(table(...written, line), '受益企业数量'), /; 权重:\$\{2:40\}。\$0$/);
    assert.match(await take(table(written[0] as string, line), '受益企业数量'), /; 权重:\$2。\$0$/);
  });

  it('an explanation is the formula or the definition of the standard indicator', async () => {
    const line = '1、1-产出指标; 12-质量指标; 培训合格率; 年度指标值:≥95%; 指标解释:│';
    const [formula, definition] = await labels(table(line));
    assert.match(formula ?? '', /÷/);
    assert.ok(definition && !definition.endsWith('。'));
  });
});

/** Lines with tab stops, which are written without their `$` here. */
function withStops(lines: readonly string[]): string {
  return lines.join('\n').replaceAll('{', '$\u007b');
}

describe('whole blocks', () => {
  it('a project has a place for all that the profile demands', async () => {
    assert.equal(
      withItem('│', await item('│', '项目: 各栏和各类指标')),
      withStops([
        '项目名称: {1}',
        '总计: {2}',
        '财政拨款: {3:$2}',
        '绩效目标: {4}',
        '绩效指标:',
        '  1、1-产出指标; 11-数量指标; {5}; 实施周期指标值:{6}; 年度指标值:{6}。',
        '  2、2-效益指标; 21-经济效益; {7}; 实施周期指标值:{8}; 年度指标值:{8}。',
        '  3、3-满意度指标; 31-服务对象满意度; {9}; 实施周期指标值:{10}; 年度指标值:{10}。$0',
      ]),
    );
    const central = '版式: central-2021\n│';
    const text = withItem(central, await item(central, '项目: 各栏和各类指标'));
    assert.match(text, /\n当年财政拨款: \$\{3:\$2\}\n年度目标: /);
    assert.match(text, /年度指标值:\$\{6\}; 权重:\$\{7\}。\n/);
  });

  it('stand where a block may begin, and nowhere else', async () => {
    const whole = '项目: 各栏和各类指标';
    for (const text of [
      '│',
      '单位: 万元\n\n│',
      '项目名称: 甲\n总计: 1\n\n│',
      '项目名称: 甲\nxm│',
      `${OTHER}│`,
      '资金使用单位: 甲\nxm│',
    ]) {
      assert.ok((await labels(text)).includes(whole), text);
    }
    for (const text of [
      '项目名称: 甲\n绩效目标: 乙\n项目│',
      '项目名称: 甲\n项目│名称: 乙',
      '// xm│',
      '项目名称: xm│',
      '总计: │',
    ]) {
      assert.ok(!(await labels(text)).includes(whole), text);
    }
    assert.equal(
      await take('│', '单位: 名称和金额'),
      withStops(['资金使用单位: {1}', '总计: {2}', '财政拨款: {3:$2}', '$0']),
    );
  });

  it('are plain lines for a client without tab stops, with its line ends', async () => {
    const marked = '单位: 万元\r\n│';
    const text = withItem(marked, await item(marked, '项目: 各栏和各类指标', { client: bare }));
    assert.match(text, /^单位: 万元\r\n项目名称: \r\n总计: \r\n/);
    assert.doesNotMatch(text, /\$/);
  });
});

describe('fields', () => {
  const others: Others = {
    'file:///w/b.jxmb':
      '部门名称: 示范市科技局\n年度: 2024\n资金使用单位: 科技服务中心\n项目名称: 美食节经费\n项目类别: 延续',
    'file:///w/sub/%E7%A7%91%E5%8D%8F.jxmb': '资金使用单位: 科学技术协会\n项目名称: 科普经费',
    'file:///elsewhere/c.jxmb': '合计',
  };

  it('units are those of the workspace that are not here yet', async () => {
    assert.deepEqual(await labels('资金使用单位: │', { others }), ['科技服务中心', '科学技术协会']);
    assert.deepEqual(await labels('资金使用单位: kjfw│', { others }), ['科技服务中心']);
    assert.deepEqual(await labels('资金使用单位: 科技服务中心\n\n资金使用单位: │', { others }), ['科学技术协会']);
    assert.equal(await take('资金使用单位:│', '科学技术协会', { others }), '资金使用单位: 科学技术协会');
  });

  it('projects are those that do not stand under the same unit', async () => {
    assert.deepEqual(await labels('项目名称: │', { others }), ['美食节经费', '科普经费']);
    const table = '资金使用单位: 甲\n项目名称: 科普经费\n项目名称: │\n资金使用单位: 乙\n项目名称: 美食节经费';
    assert.deepEqual(await labels(table, { others }), ['美食节经费']);
  });

  it('leave a name of one’s own as it is', async () => {
    assert.deepEqual(await labels('项目名称: 科│', { others }), ['科', '科普经费']);
    assert.deepEqual(await labels('项目名称: 科技金融│', { others }), []);
  });

  it('paths lead to the tables beside and below', async () => {
    assert.deepEqual(await labels('合计\n引用: │', { others }), ['b.jxmb', 'sub/科协.jxmb']);
    assert.deepEqual(await labels('合计\n引用: b.jxmb\n引用: │', { others }), ['sub/科协.jxmb']);
    assert.deepEqual(await labels('合计\n引用: 科│', { others }), ['sub/科协.jxmb']);
  });

  it('profiles, years, departments, kinds', async () => {
    const profiles = await items('版式: │');
    assert.deepEqual(
      profiles.map(({ label, detail }) => [label, detail]),
      [
        ['guangzhou', '广州市项目支出绩效目标表'],
        ['central-2021', '中央部门项目支出绩效目标表（2021 年表样）'],
      ],
    );
    assert.deepEqual(await labels('2026年目标表\n年度: │', { others }), ['2026', '2025', '2024']);
    assert.deepEqual(await labels('年度: │', { uri: 'file:///w/2027.jxmb' }), ['2027']);
    assert.deepEqual(await labels('部门名称: │', { others }), ['示范市科技局']);
    assert.deepEqual(await labels('项目名称: 甲\n项目类别: │', { others }), [
      '一次性',
      '经常性',
      '转移支付',
      '预留',
      '延续',
    ]);
    assert.deepEqual(await labels('项目名称: 甲\n项目类别: ycx│'), ['一次性']);
    assert.deepEqual(await labels('项目名称: 甲\n年度: │', { others }), []);
  });
});

describe('classes', () => {
  it('that nobody here uses stand behind those in use', async () => {
    const used = Array.from(
      { length: 20 },
      (_, i) => `${i + 1}、4-成本指标; 41-经济成本指标; 成本${i}; ≤1万元; ≤1万元。`,
    );
    assert.equal((await labels(project('1、成本│')))[0], '14-成本指标');
    assert.equal((await labels(`${project(...used)}\n${project('1、成本│')}`))[0], '41-经济成本指标');
  });
});

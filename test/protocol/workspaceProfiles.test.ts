/** Profiles of one's own, and settings that name them: as any client sees them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import guangzhou from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { connect } from './client.ts';
import { FULL, office, PULL, unit } from './office.ts';

/** A client that tells when its settings change. */
const TELLING = { ...FULL, workspace: { ...FULL.workspace, didChangeConfiguration: { dynamicRegistration: true } } };

const ownProfile = (id: string, column = '上级补助') =>
  JSON.stringify(
    {
      ...guangzhou,
      id,
      columns: [
        { ...guangzhou.columns[0], sumOf: ['财政拨款', column] },
        guangzhou.columns[1],
        { name: column, description: { zh: '上级给的。', en: 'From above.' } },
      ],
      indicators: [{ name: '云端算力时数', class: '11', unit: '小时', typical: '≥100小时' }],
    },
    null,
    2,
  );

test('a profile of one’s own is read, and takes effect again when it is edited', async () => {
  const table =
    '表\n版式: 市样\n单位: 万元\n\n项目名称: 甲\n总计: 3.00\n财政拨款: 1.00\n上级补助: 1.00\n绩效指标:\n  1、1-产出指标; 11-数量指标; 云端';
  const { open, found, items, client, uri, write, tell, refresh, publishedOf, end } = await office(
    FULL,
    { '样/市.jxmb-profile.json': ownProfile('市样'), '甲.jxmb': table },
    { settings: { profiles: ['样/市.jxmb-profile.json'] } },
  );
  const RULES = ['unknown-profile', 'total-mismatch', 'unexpected-text'];
  await open('甲.jxmb', table);
  assert.deepEqual(await found('甲.jxmb', RULES), ['total-mismatch']);
  const { items: offered } = await client.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
    textDocument: { uri: uri('甲.jxmb') },
    position: { line: 9, character: table.length - table.lastIndexOf('\n') - 1 },
  });
  assert.ok(offered.some(({ label }) => label === '云端算力时数'));

  const edit = async (text: string) => {
    const refreshing = refresh();
    write('样/市.jxmb-profile.json', text);
    await tell(['样/市.jxmb-profile.json', 2]);
    await refreshing;
  };
  await edit(ownProfile('市样', '中央补助'));
  assert.deepEqual(await found('甲.jxmb', RULES), ['total-mismatch', 'unexpected-text']);

  await edit(ownProfile('市样').replace('"sumOf": [\n        "财政拨款"', '"sumOf": [\n        "财政拔款"'));
  const [unknown] = (await items('甲.jxmb')).filter(({ code }) => code === 'unknown-profile');
  const [problem] = await publishedOf('样/市.jxmb-profile.json', (all) => all.length > 0);
  assert.equal(problem?.message, '资金列里没有"财政拔款"');
  const line = (problem?.range.start.line ?? 0) + 1;
  assert.equal(
    unknown?.message,
    `表样"市样"读不进来,本表按guangzhou读。市.jxmb-profile.json 第 ${line} 行: 资金列里没有"财政拔款"`,
  );

  await edit('{ "id": "市样", ');
  await publishedOf('样/市.jxmb-profile.json', (all) => all[0]?.message === '从这里起不合 JSON 的写法');
  await edit(ownProfile('市样'));
  await publishedOf('样/市.jxmb-profile.json', (all) => all.length === 0);
  assert.deepEqual(await found('甲.jxmb', RULES), ['total-mismatch']);
  end();
});

test('a profile beside a table outside of the folders is read again when the next table there is opened', async () => {
  const table = '表\n版式: 市样\n单位: 万元\n\n项目名称: 甲\n总计: 3.00\n财政拨款: 1.00\n上级补助: 1.00\n';
  const { open, found, write, refresh, end } = await office(
    TELLING,
    { '外/市.jxmb-profile.json': ownProfile('市样'), '内/说明.txt': '' },
    { folders: ['内'], settings: { profiles: ['市.jxmb-profile.json'] } },
  );
  const RULES = ['unknown-profile', 'total-mismatch', 'unexpected-text'];
  await open('外/甲.jxmb', table);
  assert.deepEqual(await found('外/甲.jxmb', RULES), ['total-mismatch']);
  const refreshing = refresh();
  write('外/市.jxmb-profile.json', ownProfile('市样', '中央补助'));
  await open('外/乙.jxmb', table);
  assert.deepEqual(await found('外/乙.jxmb', RULES), ['total-mismatch', 'unexpected-text']);
  await refreshing;
  assert.deepEqual(await found('外/甲.jxmb', RULES), ['total-mismatch', 'unexpected-text']);
  end();
});

test('an answer to an old question about settings does not become the settings of tables that are opened later', async () => {
  const rule = 'missing-indicators';
  const table = unit('科协', '10.00');
  const { client, open, found, end } = await office(TELLING, {});
  const change = () => client.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  await open('甲.jxmb', table);
  assert.deepEqual(await found('甲.jxmb', [rule]), [rule]);
  const late: (() => void)[] = [];
  const asked = new Promise<void>((resolve) => {
    client.onRequest('workspace/configuration', ({ items }) => {
      resolve();
      return new Promise((answer) => late.push(() => answer(items.map(() => ({ rules: { [rule]: 'off' } })))));
    });
  });
  await change();
  await asked;
  client.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  await change();
  assert.deepEqual(await found('甲.jxmb', [rule]), [rule]);
  for (const answer of late) answer();
  assert.deepEqual(await found('甲.jxmb', [rule]), [rule]);
  await open('乙.jxmb', table);
  assert.deepEqual(await found('乙.jxmb', [rule]), [rule]);
  end();
});

test('each folder has its own profiles; jxmb.profile may name one; ids are taken once', async () => {
  const table = '表\n单位: 万元\n\n项目名称: 甲\n总计: 2.00\n财政拨款: 1.00\n上级补助: 1.00\n';
  const { open, found, client, publishedOf, end } = await office(
    FULL,
    {
      '甲区/样.jxmb-profile.json': ownProfile('样'),
      '乙区/样.jxmb-profile.json': ownProfile('guangzhou'),
      '甲区/表.jxmb': table,
      '乙区/表.jxmb': table,
    },
    { folders: ['甲区', '乙区'], settings: { profiles: ['样.jxmb-profile.json'], profile: '样' } },
  );
  assert.ok(client);
  await open('甲区/表.jxmb', table);
  await open('乙区/表.jxmb', table);
  assert.deepEqual(await found('甲区/表.jxmb', ['unexpected-text']), []);
  assert.deepEqual(await found('乙区/表.jxmb', ['unexpected-text']), ['unexpected-text']);
  const [taken] = await publishedOf('乙区/样.jxmb-profile.json', (all) => all.length > 0);
  assert.equal(taken?.message, '"guangzhou"是自带的表样,请另取代号');
  end();
});

test('a client that tells its settings and watches nothing has its profiles read, and read again when they change', async () => {
  const table = '表\n版式: 样\n单位: 万元\n\n项目名称: 甲\n总计: 3.00\n财政拨款: 1.00\n上级补助: 1.00\n';
  const { open, found, write, end } = await office(
    PULL,
    { '样.jxmb-profile.json': ownProfile('样'), '表.jxmb': table },
    { params: { workspaceFolders: null, initializationOptions: { settings: { profiles: ['样.jxmb-profile.json'] } } } },
  );
  const RULES = ['unknown-profile', 'total-mismatch'];
  await open('表.jxmb', table);
  assert.deepEqual(await found('表.jxmb', RULES), ['total-mismatch']);
  write('样.jxmb-profile.json', `${ownProfile('样')},`);
  assert.deepEqual(await found('表.jxmb', RULES), ['unknown-profile', 'total-mismatch']);
  end();
});

/** The next message that a client is to show. */
const shown = (client: Awaited<ReturnType<typeof connect>>['client']) =>
  new Promise<string>((resolve) => {
    const listening = client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      listening.dispose();
      resolve(message);
    });
  });

test('a setting that names no profile is told, with the profiles that there are; again only once it is another', async () => {
  const table = '表\n单位: 万元\n\n项目名称: 甲\n总计: 2.00\n上级补助: 1.00\n';
  const { client, open, found, configure, end } = await office(
    FULL,
    { '甲.jxmb': table },
    { settings: { profile: 'guangzho' } },
  );
  const first = shown(client);
  await open('甲.jxmb', table);
  assert.equal(
    await first,
    '设置 jxmb.profile 写的"guangzho"不是表样的代号,没有写版式的表按 guangzhou 读。可用的表样: guangzhou, central-2021',
  );
  const next = shown(client);
  await configure({ profile: 'guangzho', strict: true });
  assert.deepEqual(await found('甲.jxmb', ['unexpected-text', 'unknown-profile']), ['unexpected-text']);
  await configure({ profile: 'central2021' });
  assert.match(await next, /"central2021".*可用的表样: central-2021, guangzhou$/);
  assert.deepEqual(await found('甲.jxmb', ['unexpected-text']), ['unexpected-text']);
  end();
});

test('a setting that names a profile that cannot be read is told with the reason, to a client that tells its settings', async () => {
  const settings = { profiles: ['样.jxmb-profile.json'], profile: '样' };
  const { client, open, found, end } = await office(
    PULL,
    { '样.jxmb-profile.json': '{ "id": "样" }', '甲.jxmb': '表\n' },
    { params: { workspaceFolders: null, initializationOptions: { settings } } },
  );
  const message = shown(client);
  await open('甲.jxmb', '表\n');
  assert.match(
    await message,
    /^设置 jxmb.profile 写的表样"样"读不进来,没有写版式的表按 guangzhou 读。样.jxmb-profile.json 第 1 行: /,
  );
  assert.deepEqual(await found('甲.jxmb', ['unknown-profile']), []);
  end();
});

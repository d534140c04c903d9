import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check } = fixtureOf('duplicate-field');

/** So many rows that none is kept as it was first read. */
const others = Array.from({ length: 20 }, (_, i) => `项目名称: 科普活动经费${i}\n总计: 1.00\n`).join('\n');

test('an amount that parts the indicators from their label stays, in a long table too', () => {
  const project = `
项目名称: 科普讲座经费
总计: 30.00
绩效指标:
总计: 20.00
^^ error duplicate-field "总计: 20.00"
 + 保留这里的总计
1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
`;
  check(project);
  check(`${project}\n${others}`);
});

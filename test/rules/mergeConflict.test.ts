import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check } = fixtureOf('merge-conflict', 'unknown-class', 'total-mismatch');

test('both sides of a conflict are read; sums and repetitions are silent while it is open', () =>
  check(`
单位: 万元

资金使用单位: 示范市科技局本级
总计: 10.00

项目名称: 科技金融专项
<<<<<<< HEAD
^^ error merge-conflict "<<<<<<< HEAD"
总计: 20.00
=======
^^ error merge-conflict "======="
总计: 30.00
>>>>>>> 修改金额
^^ error merge-conflict ">>>>>>> 修改金额"
财政拨款: 25.00
绩效指标:
  1、1-产出指标; 19-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家; 年度指标值:50家。
^^ error unknown-class "19"
 + 改为 11-数量指标
 + 改为 12-质量指标
 + 改为 13-时效指标
`));

test('behind a conflict repetitions count again, and once it is resolved so do sums', () =>
  check(`
单位: 万元

项目名称: 科技金融专项
<<<<<<<
^^ error merge-conflict "<<<<<<<"
总计: 20.00
>>>>>>>
^^ error merge-conflict ">>>>>>>"

项目名称: 科普活动
总计: 20.00
^^ error total-mismatch "20.00"
 + 把总计改为 10.00
 + 把差额 10.00 填入财政专户拨款
财政拨款: 10.00
其他资金: 0.00
`));

test('sound: other lines of the same marks', () =>
  check(`
项目名称: 科技金融专项
总计: 20.00
绩效目标:
  <<<<<< 六个
  ======== 八个
  >>>>>>>不隔开
`));

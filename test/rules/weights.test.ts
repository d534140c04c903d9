import { test } from 'node:test';
import type { Profile } from '../../server/src/profile/profile.ts';
import { central } from '../tables.ts';
import { check } from './fixture.ts';

/** Weights that an authority fixes for classes, which no built-in profile has; everything else is in the cases. */
const fixed: Profile = {
  ...central,
  demands: { ...central.demands, weights: { sums: [90], classes: { 1: [50], 31: [10, 15] } } },
};

const shown = { rules: ['weights'], settings: { profile: fixed } };

test('the weights of a class make what is fixed for it; where they do not, that is the finding', () =>
  check(
    shown,
    `
项目名称: 甲
绩效指标:
  1、11; 讲座; 年度指标值:20场; 权重:20。
^^ error weights "20" #2
  2、12; 讲座合格率; 年度指标值:100%; 权重:20。
  3、22; 听讲人次; 年度指标值:50人次; 权重:30。
  4、31; 听众满意度; 年度指标值:≥90%; 权重:10。
项目名称: 乙
绩效指标:
  1、11; 讲座; 年度指标值:20场; 权重:50。
  2、22; 听讲人次; 年度指标值:50人次; 权重:20。
  3、31; 听众满意度; 年度指标值:≥90%; 权重:20。
^^ error weights "20"
项目名称: 丙
绩效指标:
^^ error weights "绩效指标"
  1、11; 讲座; 年度指标值:20场; 权重:50。
  2、22; 听讲人次; 年度指标值:50人次; 权重:30。
`,
  ));

test('sound: any of the sums that are fixed, and a class that is not there', () =>
  check(
    shown,
    `
项目名称: 甲
绩效指标:
  1、11; 讲座; 年度指标值:20场; 权重:50。
  2、22; 听讲人次; 年度指标值:50人次; 权重:25。
  3、31; 听众满意度; 年度指标值:≥90%; 权重:15。
项目名称: 乙
绩效指标:
  1、11; 讲座; 年度指标值:20场; 权重:50。
  2、22; 听讲人次; 年度指标值:50人次; 权重:40。
`,
  ));

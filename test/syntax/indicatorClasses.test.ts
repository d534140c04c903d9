import { test } from 'node:test';
import { readsIndicators } from './outline.ts';

test('the level-2 class alone', () => {
  for (const [written, tree] of [
    ['11-数量指标', '[11·数量指标]'],
    ['11', '[11·]'],
    ['数量指标', '[·数量指标]'],
    ['11-', '[11·]'],
    ['产出数量', '[·产出数量]'],
  ]) {
    readsIndicators(`1、${written}; 甲; 年度指标值:1`, `#1 ${tree} 甲 | 年度指标值=1`);
    readsIndicators(`1、${written}; 甲; 1个`, `#1 ${tree} 甲 | =1个`);
    readsIndicators(`1、${written}: 甲，1个`, `#1 ${tree} 甲 | =1个`);
  }
});

test('codes and names that do not go together, or that the profile does not know', () => {
  for (const [one, two] of [
    ...[
      ['1-效益指标', '22-经济效益'],
      ['1-数量指标', '11-产出指标'],
      ['9-其他指标', '99-其他指标'],
      ['1-产岀指标', '11-数置指标'],
    ],
    ...[
      ['2-社会效益', '29-社会效益'],
      ['7-满意度', '77-服务对象满意度'],
      ['2-经济效益', '21-效益指标'],
    ],
  ]) {
    readsIndicators(
      `1、${one}; ${two}; 甲; 年度指标值:1`,
      `#1 [${one?.replace('-', '·')}] [${two?.replace('-', '·')}] 甲 | 年度指标值=1`,
    );
  }
});

test('classes without code, codes alone', () => {
  readsIndicators('1、产出指标; 数量指标; 甲; 年度指标值:1', '#1 [·产出指标] [·数量指标] 甲 | 年度指标值=1');
  readsIndicators('1、1; 11; 甲; 年度指标值:1', '#1 [1·] [11·] 甲 | 年度指标值=1');
  readsIndicators('1、1-; 数量; 甲; 1', '#1 [1·] [·数量] 甲 | =1');
  readsIndicators('1、成本指标; 41-经济成本指标; 甲; 1', '#1 [·成本指标] [41·经济成本指标] 甲 | =1');
  readsIndicators('1、成本指标; 采购成本; 1', '#1 [·成本指标] 采购成本 | =1');
  readsIndicators(
    '1、满意度指标; 服务对象满意度; 学生满意度; 90%',
    '#1 [·满意度指标] [·服务对象满意度] 学生满意度 | =90%',
  );
  readsIndicators('1、1-产出指标; 甲; 年度指标值:1', '#1 [1·产出指标] 甲 | 年度指标值=1');
  readsIndicators('1、5; 甲; 年度指标值:1', '#1 5; 甲 | 年度指标值=1');
});

test('a word that may be class or name is the name where nothing else is', () => {
  readsIndicators('1、服务对象满意度; ≥90%', '#1 服务对象满意度 | =≥90%');
  readsIndicators('1、服务对象满意度: 年度指标值:≥90%', '#1 服务对象满意度 | 年度指标值=≥90%');
  readsIndicators('1、服务对象满意度', '#1 服务对象满意度');
  readsIndicators(
    '1、3-满意度指标; 服务对象满意度; 年度指标值:90%',
    '#1 [3·满意度指标] 服务对象满意度 | 年度指标值=90%',
  );
  readsIndicators('1、满意度指标; 服务对象满意度; 90%', '#1 [·满意度指标] 服务对象满意度 | =90%');
  readsIndicators('1、31-服务对象满意度; 服务对象满意度; 90%', '#1 [31·服务对象满意度] 服务对象满意度 | =90%');
  readsIndicators('1、31-服务对象满意度; 年度指标值:90%', '#1 [31·服务对象满意度] ∅ | 年度指标值=90%');
  readsIndicators('1、数量指标; 年度指标值:90', '#1 [·数量指标] ∅ | 年度指标值=90');
  readsIndicators('1、社会效益; 甲; 年度指标值:提升', '#1 [·社会效益] 甲 | 年度指标值=提升');
});

test('without value labels', () => {
  readsIndicators('1、11; 甲; 5个; 6个。', '#1 [11·] 甲 | =5个; 6个');
  readsIndicators('1、11; 甲: 5个, 好', '#1 [11·] 甲 | =5个, 好');
  readsIndicators('1、11; 甲, 乙: 丙; 5个', '#1 [11·] 甲, 乙: 丙 | =5个');
  readsIndicators('1、11; 金额1,000元，好', '#1 [11·] 金额1,000元 | =好');
  readsIndicators('1、11; 每日8:30开放：是', '#1 [11·] 每日8:30开放 | =是');
  readsIndicators('1、11; 甲', '#1 [11·] 甲');
  readsIndicators('1、甲', '#1 甲');
  readsIndicators('1、11; 甲;', '#1 [11·] 甲');
  readsIndicators('1、11; 甲: 5个。', '#1 [11·] 甲 | =5个');
});

test('headings', () =>
  readsIndicators(
    `
    (一)产出指标
    （二） 数量指标：
    1、甲; 1个
    三、效益指标
    社会效益:
    2、乙; 2个
    3-满意度指标
    服务对象满意度; 学生满意度; ≥90%
    一、其他
    (一)其他指标`,
    `
    heading [·产出指标]
    heading [·数量指标]
    #1 甲 | =1个
    heading [·效益指标]
    heading [·社会效益]
    #2 乙 | =2个
    heading [3·满意度指标]
    [·服务对象满意度] 学生满意度 | =≥90% 一、其他 (一)其他指标
    `,
  ));

import { test } from 'node:test';
import { reads, readsIndicators } from './outline.ts';

test('comments between any two lines', () =>
  reads(
    `// 一
项目名称: 甲
  // 二
总计: 1
／／ 三
绩效目标: 好
/／四
更好
//五
绩效指标:
// 六
1、11-数量指标; 乙
// 七
; 年度指标值:1
// 八
总计: 2
//`,
    `
    head
      comment // 一
    project
      project: 甲
      comment // 二
      总计 = 1
      comment ／／ 三
      绩效目标 = 好 ⏎ 更好
        comment /／四
      comment //五
      绩效指标
        comment // 六
        #1 [11·数量指标] 乙 | 年度指标值=1
          comment // 七
        comment // 八
      总计 = 2
      comment //
    `,
  ));

test('a comment within an indicator is no part of it, wherever it stands', () => {
  const comment = '\n// 注: a; 年度指标值:9。2、1-产出指标; 甲\n';
  const tree = (text: string) => `${text}\n  comment // 注: a; 年度指标值:9。2、1-产出指标; 甲`;
  readsIndicators(
    `1、${comment}1-产出指标; 11-数量指标; 乙; 年度指标值:1`,
    tree('#1 [1·产出指标] [11·数量指标] 乙 | 年度指标值=1'),
  );
  readsIndicators(
    `1、1-产出指标;${comment}11-数量指标; 乙; 年度指标值:1`,
    tree('#1 [1·产出指标] [11·数量指标] 乙 | 年度指标值=1'),
  );
  readsIndicators(`1、11-数量指标;${comment}乙; 年度指标值:1`, tree('#1 [11·数量指标] 乙 | 年度指标值=1'));
  readsIndicators(`1、11-数量指标; 乙${comment}丙; 年度指标值:1`, tree('#1 [11·数量指标] 乙丙 | 年度指标值=1'));
  readsIndicators(`1、11-数量指标; 乙${comment}; 年度指标值:1`, tree('#1 [11·数量指标] 乙 | 年度指标值=1'));
  readsIndicators(`1、11-数量指标; 乙; 年度指标值:${comment}1`, tree('#1 [11·数量指标] 乙 | 年度指标值=1'));
  readsIndicators(`1、11-数量指标; 乙; 年度指标值:1${comment}。`, tree('#1 [11·数量指标] 乙 | 年度指标值=1'));
  readsIndicators(`1、11-数量指标; 乙${comment}丙; 5个`, tree('#1 [11·数量指标] 乙丙 | =5个'));
  readsIndicators(`1、11-数量指标; 乙; 5${comment}个`, tree('#1 [11·数量指标] 乙 | =5 个'));
});

test('no label or class goes over a comment', () => {
  readsIndicators(
    '1、11-数量指标; 乙; 年度\n// 注\n指标值:1',
    '#1 [11·数量指标] 乙; 年度 | 年度指标值=1\n  comment // 注',
  );
  readsIndicators(
    '1、甲\n// 注 注 注 注 注 注 注 注 注 注 注 注 注 注\n乙指标; 丙; 1',
    `
    #1 甲乙指标 | =丙; 1
      comment // 注 注 注 注 注 注 注 注 注 注 注 注 注 注
    `,
  );
  readsIndicators('1、11-数量\n// 注\n指标; 乙', '#1 11-数量指标 | =乙\n  comment // 注');
});

test('comments before and behind indicators', () =>
  readsIndicators(
    '\n// 一\n(一)产出指标\n// 二\n1、甲\n// 三\n\n2、乙\n// 四\n// 五\n',
    `
    comment // 一
    heading [·产出指标]
    comment // 二
    #1 甲
    comment // 三
    #2 乙
    comment // 四
    comment // 五
    `,
  ));

test('what is no comment', () => {
  reads(
    '项目名称: 甲 // 乙\n绩效目标: // 丙\n\\// 丁\n见 http://a.cn',
    `
    project
      project: 甲 // 乙
      绩效目标 = // 丙 ⏎ // 丁 ⏎ 见 http://a.cn
    `,
  );
  readsIndicators('// 甲', '// 甲');
  reads('/ /甲', 'head\n  title / /甲');
});

test('conflict markers', () =>
  reads(
    `<<<<<<< HEAD
项目名称: 甲
<<<<<<< HEAD
总计: 1
|||||||
总计: 2
=======
绩效目标: 好
=======
更好
>>>>>>> 分支
绩效指标:
<<<<<<<
1、乙
=======
1、丙
>>>>>>> 分支`,
    `
    head
      marker <<<<<<< HEAD
    project
      project: 甲
      marker <<<<<<< HEAD
      总计 = 1
      marker |||||||
      总计 = 2
      marker =======
      绩效目标 = 好 ⏎ 更好
        marker =======
      marker >>>>>>> 分支
      绩效指标
        marker <<<<<<<
        #1 乙
        marker =======
        #1 丙
        marker >>>>>>> 分支
    `,
  ));

test('what is no conflict marker', () => {
  for (const line of [
    '<<<<<<',
    '<<<<<<<<',
    '======= ',
    '========',
    '======',
    ' =======',
    '<<<<<<<HEAD',
    '＝＝＝＝＝＝＝',
    '>>>>>>>\tHEAD',
  ]) {
    reads(`项目名称: 甲\n${line}`, `project\n  project: 甲\n  stray ${line.trim()}`);
  }
});

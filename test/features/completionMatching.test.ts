import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalize, Rank, rankOf, wordOf } from '../../server/src/features/completion/matching.ts';

const words = {
  数量指标: 'shu liang zhi biao',
  重量指标: 'zhong liang zhi biao',
  满意度指标: 'man yi du zhi biao',
  服务对象满意度: 'fu wu dui xiang man yi du',
  按时完成率: 'an shi wan cheng lv',
  绿化覆盖率: 'lv hua fu gai lv',
  垃圾外运量: 'la ji wai yun liang',
  重大事故起数: 'zhong da shi gu qi shu',
  'PM2.5年均浓度': 'nian jun nong du',
  '出国(境)组团数量': 'chu guo jing zu tuan shu liang',
  西安: 'xi an',
} as const;

const cases: readonly (readonly [typed: string, word: keyof typeof words, rank: keyof typeof Rank | 'none'])[] = [
  // characters
  ['数量指标', '数量指标', 'whole'],
  ['数', '数量指标', 'start'],
  ['满意', '服务对象满意度', 'inside'],
  ['数量指标值', '数量指标', 'none'],
  ['数指', '数量指标', 'none'],
  // initials
  ['s', '数量指标', 'startByInitials'],
  ['sl', '数量指标', 'startByInitials'],
  ['slzb', '数量指标', 'startByInitials'],
  ['slzhb', '数量指标', 'startByInitials'],
  ['zlzb', '重量指标', 'startByInitials'],
  ['myd', '服务对象满意度', 'insideByInitials'],
  ['sb', '数量指标', 'none'],
  // pinyin, whole or cut anywhere
  ['shu', '数量指标', 'startByPinyin'],
  ['shul', '数量指标', 'startByPinyin'],
  ['shuliang', '数量指标', 'startByPinyin'],
  ['sliangzb', '数量指标', 'startByPinyin'],
  ['shuliangzhibiao', '数量指标', 'startByPinyin'],
  ['shuliangzhibiaos', '数量指标', 'none'],
  ['shuo', '数量指标', 'none'],
  ['manyi', '服务对象满意度', 'insideByPinyin'],
  // both mixed
  ['满yd', '满意度指标', 'startByInitials'],
  ['满yd', '服务对象满意度', 'insideByInitials'],
  ['m意du', '服务对象满意度', 'insideByPinyin'],
  ['服wu对', '服务对象满意度', 'startByPinyin'],
  // ü
  ['wcl', '按时完成率', 'insideByInitials'],
  ['wanchenglv', '按时完成率', 'insideByPinyin'],
  ['wanchenglu', '按时完成率', 'insideByPinyin'],
  ['lvhua', '绿化覆盖率', 'startByPinyin'],
  ['luhua', '绿化覆盖率', 'startByPinyin'],
  // a character has the reading that the data gives it
  ['zhongda', '重大事故起数', 'startByPinyin'],
  ['chongda', '重大事故起数', 'none'],
  ['zhongl', '重量指标', 'startByPinyin'],
  // width, case, spaces and the ' of an input method
  ['ＳＬ', '数量指标', 'startByInitials'],
  ['Sl', '数量指标', 'startByInitials'],
  ["shu'liang", '数量指标', 'startByPinyin'],
  ['shu liang', '数量指标', 'startByPinyin'],
  ["xi'an", '西安', 'startByPinyin'],
  // words that are not only Han
  ['pm', 'PM2.5年均浓度', 'start'],
  ['ＰＭ２．５年', 'PM2.5年均浓度', 'start'],
  ['pm25nj', 'PM2.5年均浓度', 'startByInitials'],
  ['njnd', 'PM2.5年均浓度', 'insideByInitials'],
  ['出国境组团', '出国(境)组团数量', 'start'],
  ['cgj', '出国(境)组团数量', 'startByInitials'],
  // a single letter inside a word says nothing
  ['l', '数量指标', 'none'],
  ['量', '数量指标', 'inside'],
  ['', '数量指标', 'whole'],
];

describe('what is typed and a word', () => {
  for (const [typed, word, rank] of cases) {
    it(`${typed || 'nothing'} and ${word}: ${rank}`, () => {
      assert.equal(rankOf(normalize(typed), wordOf(word, words[word])), rank === 'none' ? undefined : Rank[rank]);
    });
  }

  it('goes by characters alone where the pinyin is of another word', () => {
    const word = wordOf('数量指标', 'shu liang');
    assert.equal(rankOf('shuliang', word), undefined);
    assert.equal(rankOf('数量', word), Rank.start);
  });

  it('does not try the same way twice', () => {
    const syllables = 40;
    const word = wordOf('啊'.repeat(syllables), 'aaaaaa '.repeat(syllables));
    const start = performance.now();
    for (let i = 0; i < 10; i++) assert.equal(rankOf(`${'a'.repeat(79)}b`, word), undefined);
    assert.ok(performance.now() - start < 5000);
  });
});

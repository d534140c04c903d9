import { customPinyin, pinyin } from 'pinyin-pro';
import type { PinyinOf } from './catalogue.ts';
import readings from './readings.json' with { type: 'json' };

customPinyin(readings);

const OPTIONS = { toneType: 'none', v: true, type: 'array', nonZh: 'removed' } as const;

/** Reads Chinese words with a dictionary, which tells 重复 from 重点. Large: loaded when somebody types pinyin. */
export const pinyinOf: PinyinOf = Object.assign((text: string) => pinyin(text, OPTIONS).join(' '), {
  readingsOf: (character: string) => [...new Set(pinyin(character, { ...OPTIONS, multiple: true }))],
});

import type { Operator } from './value.ts';

/** Units in use that begin like a shorter one, or whose first letter is no unit. */
const LONG_UNITS = [
  ...[
    '人次',
    '场次',
    '班次',
    '批次',
    '车次',
    '架次',
    '航次',
    '艘次',
    '户次',
    '件次',
    '剂次',
    '个百分点',
    '百分点',
    '个工作日',
    '工作日',
  ],
  ...[
    '个月',
    '小时',
    '分钟',
    '课时',
    '季度',
    '平方公里',
    '平方千米',
    '平方米',
    '平方',
    '立方米',
    '立方',
    '公里',
    '千米',
    '厘米',
    '毫米',
  ],
  ...[
    '公顷',
    '公斤',
    '千克标准煤',
    '千克',
    '毫克',
    '微克',
    '吨标准煤',
    '千瓦时',
    '千瓦',
    '兆瓦',
    '美元',
    '港元',
    '欧元',
    '日元',
    '英镑',
  ],
  ...['标箱', '标段', '课题', '社区', '点位', 'km²', 'km', 'kg', 'm²', 'm³', '㎡'],
].join('|');
const SHORT_UNITS =
  '[%‰元个家人名位户次场项件套份台辆艘架篇条座处间所本册部张幅枚块片株棵头只匹羽尾栋幢层期届班节课轮批笔宗起例种类款组队支团村镇倍度年天日周时秒米吨克升亩字门首集档卷柜辑口分点]';
const SCALE = '(百万|千万|百亿|千亿|万亿|[百千万亿])';

const KNOWN = new RegExp(`^(?:(?:${LONG_UNITS})|${SCALE}?(?:${LONG_UNITS}|${SHORT_UNITS})?)`);
const SPLIT = new RegExp(`^(?!${LONG_UNITS})${SCALE}(.*)$`);
const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** What the unit is for one of: `/团`, `/人/月`, `/平方米·月`, and what a rate is so many in: `/10万`. */
const PER = /^(?:\/(?:1?0*[百千万亿]+|[\p{L}·]{1,10})){1,3}/u;
/** A unit that is not in the list: a short word; `5G基站` has none. */
const UNKNOWN = /^(?![A-Za-z]+\p{Script=Han})[^\d,.;:、。()"]{1,6}$/u;
const CLAUSE_END = /^[,.;:、。("]/;

const AT_LEAST = /[及或]?以上/;
const AT_MOST = /[及或]?以下|以内|之内|内/;
const COMPARING = new RegExp(`${AT_LEAST.source}|${AT_MOST.source}`);

/**
 * The unit at the start of the text behind a number, and what the words behind it compare by. Undefined where that text
 * is no unit.
 * @param mayBeUnknown whether a short word is taken for a unit though it is not in the list
 */
export function unitAt(
  behind: string,
  mayBeUnknown: boolean,
): { readonly text: string; readonly operator?: Operator | undefined } | undefined {
  const known = KNOWN.exec(behind)?.[0] ?? '';
  if (known.length === behind.length) return { text: known };
  const comparison = COMPARING.exec(behind.slice(0, known.length + 16));
  const end = comparison?.index ?? behind.length;
  const operator = comparison ? (AT_LEAST.test(comparison[0]) ? '≥' : '≤') : undefined;
  const more = behind.slice(known.length, Math.max(known.length, end));
  // To make ready an expression on letters of all scripts takes milliseconds: only where it may be needed.
  const per = more.startsWith('/') ? (PER.exec(more)?.[0] ?? '') : '';
  const text = known + per;
  if (isWord(known) || per !== '') return { text, operator: end === text.length ? operator : undefined };
  const rest = behind.slice(known.length, end);
  if (rest === '' || CLAUSE_END.test(rest)) return { text, operator: rest === '' ? operator : undefined };
  return mayBeUnknown && UNKNOWN.test(rest) ? { text: known + rest, operator } : undefined;
}

/** Whether a unit is more than 万 or 亿. */
function isWord(unit: string): boolean {
  return unit !== '' && splitUnit(unit).plain !== '';
}

/** A unit without the 万 or 亿 before it, and the power of ten that is. */
export function splitUnit(unit: string): { readonly power: number; readonly plain: string } {
  const [, scale = '', plain = unit] = SPLIT.exec(unit) ?? [];
  const power = [...scale].reduce((sum, word) => sum + (POWERS[word] as number), 0);
  return { power, plain };
}

const DAY_MS = 86_400_000;
/** The day before the first; spreadsheets hold 1900 for a leap year, so that it is right from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FALSE_LEAP_DAY = 60;
const DAYS_TO_1904 = 1462;
const LAST_DAY = 2_958_466;

/**
 * The date of a number as text, with the parts that its format shows: `2025-01-01`, `2025-01`, `2025-01-01 08:30`,
 * `08:30`; without a year `12月31日`. Undefined where the number is none.
 */
export function dateText(written: string, shows: string, is1904: boolean): string | undefined {
  const serial = Number(written) + (is1904 ? DAYS_TO_1904 : 0);
  if (!(serial >= 0 && serial < LAST_DAY)) return undefined;
  const has = (part: string) => shows.includes(part);
  const days = serial < FALSE_LEAP_DAY ? serial + 1 : serial;
  const iso = new Date(DAY_ZERO + Math.round((days * DAY_MS) / 1000) * 1000).toISOString();
  const date = has('y') ? iso.slice(0, has('d') ? 10 : has('m') ? 7 : 4) : dayText(iso, has('m'), has('d'));
  if (!has('h')) return date;
  const hasSeconds = iso.slice(17, 19) !== '00';
  const hours = has('e') ? String(Math.floor(serial * 24 + 1e-9)) : iso.slice(11, 13);
  const time = hours + iso.slice(13, hasSeconds ? 19 : 16);
  return date ? `${date} ${time}` : time;
}

/** A day that is shown without its year: which year it is of, the reader is not told. */
function dayText(iso: string, hasMonth: boolean, hasDay: boolean): string {
  const month = hasMonth ? `${Number(iso.slice(5, 7))}月` : '';
  return month + (hasDay ? `${Number(iso.slice(8, 10))}日` : '');
}

/** A name without the number that forms put before it: `指标1：`, `1、`; of `3、5月完工` only its own place is a number. */
export function withoutNumber(name: string, place: number): string {
  const own = /^指标\d{1,2}[:：]\s*|^(\d{1,3})、\s*(\d)?/.exec(name);
  if (!own) return name;
  const [whole, number, digit = ''] = own;
  const isNumber = digit === '' || Number(number) === place;
  return isNumber ? name.slice(whole.length - digit.length) : name;
}

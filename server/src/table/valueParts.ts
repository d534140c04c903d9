/**
 * A value parted into what stands before its only number, the number, and what stands behind it: `≥`, `90`, `%`. All of
 * it stands before where it has no number, or several.
 */
export function valueParts(value: string): readonly [before: string, number: string, after: string] {
  const first = value.search(/\d/);
  if (first < 0) return [value, '', ''];
  let end = value.length;
  while (!isPlainDigit(value.charCodeAt(end - 1))) end--;
  const number = value.slice(first, end);
  return /^[\d,.]*$/.test(number) ? [value.slice(0, first), number, value.slice(end)] : [value, '', ''];
}

function isPlainDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

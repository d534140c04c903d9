/** A class as the published table writes it: `11-数量指标`. */
export function classText({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${code}-${name}`;
}

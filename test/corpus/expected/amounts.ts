/** What the rules on amounts find in the published table; see `../panyu.findings.test.ts`. */
export const amounts: Readonly<Record<string, readonly string[]>> = {
  'sum-rounding': ['10', '10'],
  'amount-ceiling': ['25#2', '36#3'],
};

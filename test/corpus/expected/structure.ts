/** What the rules on structure find in the published table; see `../panyu.findings.test.ts`. */
export const structure: Readonly<Record<string, readonly string[]>> = {
  'unknown-label': ['18#4', '46#7', '60#2', '64#2'],
};

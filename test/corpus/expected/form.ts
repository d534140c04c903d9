/** What the rules on classes and repetitions find in the published table; see `../panyu.findings.test.ts`. */
export const form: Readonly<Record<string, readonly string[]>> = {
  'duplicate-value': ['11#6', '15#4', '17#5', '18#4', '20#5', '22#4', '27#6', '32#6'],
  'conflicting-value': ['13#5', '28#5', '68#4'],
  'class-parent': ['22#6', '25#6'],
  'duplicate-indicator': ['51#4b'],
  'unknown-class': ['59#3'],
};

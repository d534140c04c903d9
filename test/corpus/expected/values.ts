/** What the rules on indicators' values find in the published table; see `../panyu.findings.test.ts`. */
export const values: Readonly<Record<string, readonly string[]>> = {
  'missing-unit': ['23#6', '27#3', '27#4', '32#1', '32#4', '34#1', '36#2', '37#1', '38#1', '43#1'],
  // 32#4 (≥8, 增长率) lacks its unit, 27#2 (数量) any number: those are the findings there.
  'rate-value': ['18#5', '18#7', '20#4', '26#5', '27#6', '28#5', '33#1', '37#6', '68#5', '69#3'],
  'vague-value': [
    // All benefits in words: 11 25 28 31 58 63 65 68 69.
    ...['11#5', '23#1', '25#5', '27#2', '28#-', '31#5', '57#6', '58#4', '63#5', '65#5', '65#7', '68#7', '68#9'],
    ...['69#5', '69#8'],
  ],
  'value-disagreement': ['26#1', '41#3', '63#4', '68#5', '69#3'],
  'name-is-value': ['30#1', '58#7', '60#6'],
};

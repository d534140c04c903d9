/** What the rules on numbers, marks and values find in the published table; see `../panyu.findings.test.ts`. */
export const indicators: Readonly<Record<string, readonly string[]>> = {
  // 28 lost its 6, 51 and 53 leave out a number (the copy in 51 is duplicate-indicator's); the others were cut at their head.
  'indicator-numbering': ['21#-', '28#-', '46#-', '47#-', '51#6a', '53#4a', '55#-', '59#-'],
  // 28#5 also lacks its end, but runs into the indicator that lost its number; 59#4 was cut before its second value.
  'indicator-punctuation': [
    ...['15#7', '18#3', '22#1', '22#1', '22#4', '22#4', '23#7', '25#4', '26#9', '27#1', '28#1', '28#2', '28#5'],
    ...['28#7', '32#6', '41#3', '43#1', '46#-', '46#-', '46#7', '47#-', '47#6', '47#7', '48#6', '59#4', '59#4'],
    ...['68#1', '68#2', '68#4', '68#4', '68#6'],
  ],
  // 21#6 was cut before its first value, and lacks both.
  'missing-value': [
    ...['13#2', '13#4', '15#7', '17#4', '21#6', '26#9', '36#8', '44#3', '44#5', '46#6', '51#4a', '51#4b', '52#3'],
    ...['53#2', '53#4b', '53#6', '59#4', '60#6'],
  ],
  'placeholder-value': ['58#2', '60#5', '63#1', '64#5', '65#2', '65#6'],
  // Those of the placeholders are silent, so are 60#2 and 64#2, where the word is misread.
  'value-prefix': [
    ...['12#3', '23#3', '23#5', '26#1', '26#2', '26#4', '26#6', '31#4', '31#5', '33#4', '33#5', '57#1', '57#2'],
    ...['57#3', '57#4', '58#1', '58#3', '58#4', '58#5', '58#6', '59#3', '60#1', '60#3', '60#4', '63#2', '63#4'],
    ...['63#5', '63#6', '64#1', '64#1', '64#3', '64#4', '65#3', '65#4', '65#5', '68#3', '68#5', '68#7', '68#8'],
    ...['69#1', '69#3', '69#4', '69#5', '69#6', '69#7'],
  ],
};

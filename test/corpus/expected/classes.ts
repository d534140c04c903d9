/** What the rules on what classes say find in the published table; see `../panyu.findings.test.ts`. */
export const classes: Readonly<Record<string, readonly string[]>> = {
  // The cut heads, and a number with nothing behind it.
  'class-missing': ['21#-', '55#-', '55#5', '59#-'],
  'satisfaction-class': ['41#4', '42#4', '48#4'],
  'class-content': [
    '11#2',
    '11#4',
    '12#2',
    '12#3',
    '13#3',
    '23#3',
    '25#3',
    '26#7',
    '27#1',
    '30#1',
    '31#4',
    '33#4',
    '39#3',
    '48#3',
    '53#4a',
    '57#5',
    '58#2',
    '63#4',
    '68#5',
    '69#3',
  ],
  'routine-indicator': ['15#4', '16#5', '17#5', '22#5', '33#6', '38#3', '38#4', '39#6', '42#6', '48#5'],
};

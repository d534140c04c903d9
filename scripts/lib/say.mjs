/** Messages for people stand in the code in both languages, side by side; the shell's language chooses. */
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'zh_CN';

export const inChinese = /^zh/i.test(locale);

export const text = (chinese, english) => (inChinese ? chinese : english);

export function say(chinese, english) {
  console.log(text(chinese, english));
}

/** An error whose message is the whole story for the person who reads it: it is shown without a stack. */
export class Told extends Error {}

/** The end of a script's main function: a clear message instead of a stack, and an exit code. */
export function reportAndFail(error) {
  console.error(error instanceof Told ? `\n${error.message}` : error);
  process.exit(1);
}

import { type IRunOptions, TextRun } from 'docx';
import { printable } from '../../controlCharacters.ts';

/**
 * Types of official papers. A word processor that has not got one takes another by itself: by the name it knows it under
 * in its own tables, else one for the same characters.
 */
export const FONTS = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' },
  head: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '黑体' },
} as const;

/** A text of one line. */
export function run(text: string, looks: Omit<IRunOptions, 'text' | 'children'>): TextRun {
  return new TextRun({ ...looks, text: printable(text) });
}

import type { Problem } from '../fileProblem.ts';

/** A file to be checked; or a file, a folder or a line of a list that cannot be, and is told of in its place. */
export interface Task {
  readonly file: string;
  /** What the table says, where whoever names it brings the text too. */
  readonly text?: string;
  /** Why there is nothing to be checked. */
  readonly problem?: Problem;
  /** How much there is to be read, in bytes. */
  readonly bytes: number;
}

import type { Bilingual } from '../profile/profile.ts';
import { CannotDo } from './cannotDo.ts';

/** What may keep a file from being read as a table; programs tell them apart by these words. */
export type ProblemKind = 'missing' | 'denied' | 'encoding' | 'no-table' | 'empty-folder' | 'list' | 'unreadable';

/** Why a file, or a folder, is not what was expected. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly reason: Bilingual;
}

/** Something is wrong with a file that a command needs. */
export class FileProblem extends CannotDo {
  readonly problem: Problem;

  constructor(file: string, problem: Problem) {
    super({ zh: `${file}: ${problem.reason.zh}`, en: `${file}: ${problem.reason.en}` });
    this.problem = problem;
  }
}

const DENIED: Problem = { kind: 'denied', reason: { zh: '没有权限', en: 'permission denied' } };

/** By the code of the system's error. */
const SYSTEM: Readonly<Record<string, Problem>> = {
  ENOENT: { kind: 'missing', reason: { zh: '没有这个文件或文件夹', en: 'no such file or folder' } },
  ENOTDIR: { kind: 'missing', reason: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' } },
  EISDIR: {
    kind: 'unreadable',
    reason: { zh: '这是文件夹,请写出其中的文件', en: 'is a folder; name the files in it' },
  },
  EACCES: DENIED,
  EPERM: DENIED,
  ELOOP: { kind: 'unreadable', reason: { zh: '链接绕成了圈', en: 'is a link that leads in a circle' } },
  EEXIST: {
    kind: 'unreadable',
    reason: { zh: '文件已经存在,要替换它请加 --force', en: 'is there already; --force replaces it' },
  },
  ENOSPC: { kind: 'unreadable', reason: { zh: '磁盘已满', en: 'the disk is full' } },
  EROFS: { kind: 'unreadable', reason: { zh: '磁盘只读', en: 'the disk is read-only' } },
};

/** What an error of the system says of a file. */
export function problemOf(error: unknown): Problem {
  const known = SYSTEM[codeOf(error)];
  if (known) return known;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unreadable', reason: { zh: message, en: message } };
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

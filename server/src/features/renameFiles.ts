import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { trimmed } from '../syntax/text.ts';
import { pathNames } from '../table/includePath.ts';
import type { Environment } from '../workspace/environment.ts';
import { sameFile } from '../workspace/includes.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** A file or folder that is going to be elsewhere. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

type Asked = Pick<Environment, 'workspace' | 'client'>;

/** Where a file will be, and where it is now, both in plain characters. */
type Moves = (file: string) => string;

/**
 * The edits that keep every 引用 leading to its table when files or folders are renamed or moved: in the tables that
 * take in what moves, and in those that move themselves. A table that would come to lie elsewhere than beside or below
 * cannot be taken in any more: its path stays as it is, and is found to be wrong. Looks at all tables of the workspace.
 */
export function renameFiles(files: readonly FileRename[], environment: Asked): WorkspaceEdit | null {
  const moves = movesOf(files);
  const changes = [...environment.workspace.tables()]
    .map((table) => ({ table, edits: editsOf(table, moves) }))
    .filter(({ edits }) => edits.length > 0);
  return changes.length > 0 ? workspaceEdit(changes, environment) : null;
}

function movesOf(files: readonly FileRename[]): Moves {
  const pairs = files.map(({ oldUri, newUri }) => [plain(oldUri), plain(newUri)] as const);
  return (file) => {
    const pair = pairs.find(([old]) => file === old || file.startsWith(`${old}/`));
    return pair ? pair[1] + file.slice(pair[0].length) : file;
  };
}

function plain(uri: string): string {
  return sameFile(uri).replace(/\/$/, '');
}

function editsOf(table: TableDocument, moves: Moves): TextEdit[] {
  const before = sameFile(table.uri);
  const from = moves(before);
  return [...table.includeBlocks].flatMap(([block, { path, uri }]) => {
    if (uri === undefined) return [];
    const target = moves(sameFile(uri));
    if (from === before && target === sameFile(uri)) return [];
    const next = pathTo(from, target);
    if (next === undefined || pathNames(path)?.join('/') === next) return [];
    const isBackwards = path.includes('\\') && !path.includes('/');
    const newText = isBackwards ? next.replaceAll('/', '\\') : next;
    return [{ range: rangeOf(table.placeOf(block), table.row(block).nameSpan), newText }];
  });
}

/** The path that leads from one file to another; undefined where none does, or none that reads as itself. */
function pathTo(from: string, target: string): string | undefined {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  if (!target.startsWith(folder)) return undefined;
  const path = target.slice(folder.length);
  const isItself = pathNames(path)?.join('/') === path && trimmed(path) === path && !/[\r\n]/.test(path);
  return isItself ? path : undefined;
}

import { FileType, Uri, workspace } from 'vscode';

/** So many tables and profiles, in so many folders, are found; as the server finds them on a disk. */
const MOST_FILES = 2000;
const MOST_FOLDERS = 10_000;
/** So many folders are looked into at once. */
const AT_ONCE = 16;

/** Files that the server reads: tables, and profiles that people bring. */
export const isOurs = (uri: Uri) => /\.(jxmb|jxmb-profile\.json)$/i.test(uri.path);

/**
 * The tables and profiles in some folders and below, but for hidden folders and `node_modules`; links are not followed.
 * Folders are read rather than searched: not every file system can be searched.
 */
export async function walk(folders: readonly Uri[]): Promise<{ files: Uri[]; isCut: boolean }> {
  const files: Uri[] = [];
  let open = [...folders];
  let visited = 0;
  while (open.length > 0 && visited < MOST_FOLDERS && files.length <= MOST_FILES) {
    const some = open.splice(0, AT_ONCE);
    visited += some.length;
    const found = await Promise.all(some.map(entriesOf));
    files.push(...found.flatMap((entries) => entries.files));
    open = open.concat(found.flatMap((entries) => entries.folders));
  }
  return { files: files.slice(0, MOST_FILES), isCut: open.length > 0 || files.length > MOST_FILES };
}

async function entriesOf(folder: Uri): Promise<{ files: Uri[]; folders: Uri[] }> {
  const files: Uri[] = [];
  const folders: Uri[] = [];
  for (const [name, type] of await entries(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.File && isOurs(uri)) files.push(uri);
    if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules') folders.push(uri);
  }
  return { files, folders };
}

async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

import { Disposable, FileSystemError, RelativePattern, type Uri, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { decodeText } from '../../../server/src/exchange/decodeText.ts';
import { FILES, type FilesParams, type MirroredFile } from '../../../server/src/protocol.ts';
import { isOurs, walk } from './walk.ts';

/** More than any table has; what is larger is no table. */
const MOST_BYTES = 32 * 1024 * 1024;
/** So many files are read and told at once. */
const AT_ONCE = 50;

/**
 * Tells the server of the tables and profiles in folders that it cannot reach itself, and of their changes: what VS Code
 * opens in a browser, or out of a repository, is on no disk.
 * @param reaches whether the server reads a folder itself
 */
export function mirrorFiles(client: BaseLanguageClient, reaches: (folder: Uri) => boolean): Disposable {
  let watchers: Disposable[] = [];
  const foldersOutOfReach = () => (workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter((it) => !reaches(it));
  const tell = async (files: readonly MirroredFile[], more?: Omit<FilesParams, 'files'>) => {
    // One that does not run is told of everything when it does.
    if (client.state === State.Running) await client.sendNotification(FILES, { files, ...more } satisfies FilesParams);
  };
  const uriOf = (uri: Uri) => client.code2ProtocolConverter.asUri(uri);

  async function tellOf(uris: readonly Uri[]): Promise<void> {
    for (let from = 0; from < uris.length; from += AT_ONCE) {
      const some = uris.slice(from, from + AT_ONCE);
      const texts = await Promise.all(some.map(textOf));
      await tell(some.map((uri, i) => ({ uri: uriOf(uri), text: texts[i] })));
    }
  }

  async function tellOfAll(): Promise<void> {
    const folders = foldersOutOfReach();
    const { files, isCut } = await walk(folders);
    await tellOf(files);
    await tell([], { folders: folders.map(uriOf), isCut });
  }

  function watch(): void {
    Disposable.from(...watchers).dispose();
    watchers = foldersOutOfReach().flatMap((folder) => {
      // All of them: a folder that goes, or comes, may hold some.
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
      const changed = (uri: Uri) => {
        if (isOurs(uri)) void tellOf([uri]);
      };
      return [
        watcher,
        watcher.onDidChange(changed),
        watcher.onDidCreate(changed),
        watcher.onDidDelete((uri) => void tell([{ uri: uriOf(uri) }])),
      ];
    });
  }

  watch();
  return Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void tellOfAll();
    }),
    workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      watch();
      void tell(removed.map(({ uri }) => ({ uri: uriOf(uri) }))).then(tellOfAll);
    }),
    // File systems tell of a folder that moves, and not of what is in it.
    workspace.onDidRenameFiles(async ({ files }) => {
      const moved = files.map(({ newUri }) => newUri).filter((uri) => !reaches(uri));
      if (moved.length > 0) await tellOf((await walk(moved)).files);
    }),
    { dispose: () => Disposable.from(...watchers).dispose() },
  );
}

/** The text of a file; null where it is out of reach, undefined where there is none. */
async function textOf(uri: Uri): Promise<MirroredFile['text']> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MOST_BYTES) return null;
    return decodeText(await workspace.fs.readFile(uri)) ?? { problem: 'encoding' };
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? undefined : null;
  }
}

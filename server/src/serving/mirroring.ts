import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { FILES, type FilesParams } from '../protocol.ts';
import { type MirroredFile, type MirroredFiles, withMirror } from '../workspace/mirroredFiles.ts';
import type { Host, Serving } from './serving.ts';
import type { Watching } from './watching.ts';

/** A host that finds files also where the client mirrors them. */
export function hostWithMirror(host: Host): Host {
  const { files, mirror, settings } = host;
  if (!mirror) return host;
  const readTable = (uri: string) => {
    const read = settings.readTable ? settings.readTable(uri) : null;
    return read === null ? mirror.read(uri) : read;
  };
  return { ...host, settings: { ...settings, readTable }, files: withMirror(files, mirror) };
}

/** Takes the files that the client mirrors. */
export function serveMirror({ client, connection }: Serving, mirror: MirroredFiles, watching: Watching): void {
  if (!client.mirrors) mirror.setFolders([], false);
  connection.onNotification(FILES, async ({ files, folders, isCut }: FilesParams) => {
    mirror.take(files);
    if (folders) mirror.setFolders(folders, isCut === true);
    await watching.changed(files.map(changeOf));
  });
}

function changeOf({ uri, text }: MirroredFile): FileEvent {
  return { uri, type: text === undefined ? FileChangeType.Deleted : FileChangeType.Changed };
}

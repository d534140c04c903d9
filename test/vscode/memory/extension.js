// Files of a workspace that is on no disk: a folder `memory:/tables` with the files that the settings name.
const vscode = require('vscode');

const { FileType, FileChangeType, FileSystemError } = vscode;

class MemoryFiles {
  #files = new Map();
  #changed = new vscode.EventEmitter();
  onDidChangeFile = this.#changed.event;

  constructor(files) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, new TextEncoder().encode(text));
  }

  watch() {
    return { dispose() {} };
  }

  stat({ path }) {
    const bytes = this.#files.get(path);
    if (bytes) return { type: FileType.File, ctime: 0, mtime: this.#serial(bytes), size: bytes.length };
    if (this.#below(path).length === 0) throw FileSystemError.FileNotFound(path);
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }) {
    const names = new Map();
    for (const below of this.#below(path)) {
      const [name, ...more] = below.split('/');
      names.set(name, more.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...names];
  }

  readFile({ path }) {
    const bytes = this.#files.get(path);
    if (!bytes) throw FileSystemError.FileNotFound(path);
    return bytes;
  }

  writeFile(uri, bytes) {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.path, bytes);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri) {
    for (const below of this.#below(uri.path)) this.#files.delete(`${uri.path}/${below}`);
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from, to) {
    for (const below of this.#below(from.path)) this.#move(`${from.path}/${below}`, `${to.path}/${below}`);
    this.#move(from.path, to.path);
    this.#changed.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  createDirectory() {}

  #move(from, to) {
    const bytes = this.#files.get(from);
    if (!bytes) return;
    this.#files.delete(from);
    this.#files.set(to, bytes);
  }

  /** The paths of the files in a folder, from there. */
  #below(folder) {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.#files.keys()].flatMap((path) => (path.startsWith(start) ? [path.slice(start.length)] : []));
  }

  #times = new WeakMap();
  #last = 0;

  /** Another number for other bytes. */
  #serial(bytes) {
    if (!this.#times.has(bytes)) this.#times.set(bytes, ++this.#last);
    return this.#times.get(bytes);
  }
}

exports.activate = ({ subscriptions }) => {
  const files = vscode.workspace.getConfiguration('memory').get('files', {});
  subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', new MemoryFiles(files)));
};

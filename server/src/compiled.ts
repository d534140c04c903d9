import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/** So long after a bundle was loaded, what it does at the start has been done, and so has been compiled. */
const AFTER_MS = 10_000;

const DIGEST_BYTES = 32;

/** What stands before a module's text, as Node has it. */
const WRAPPER = '(function(exports,require,module,__filename,__dirname){';

/**
 * From now on what V8 compiles of our bundles is kept, and taken from there at the next start. Node's own cache
 * (`module.enableCompileCache`) keeps a bundle as it is when it has been loaded; by far the most of it is compiled when it first runs,
 * and so we keep it when it has run. It lies where `NODE_COMPILE_CACHE` says, else among the temporary files.
 *
 * @param use what the process is going to do: another use runs other functions
 */
export function keepCompiled(use: string): void {
  const folder = process.env.NODE_COMPILE_CACHE ?? ownTemporaryFolder();
  if (process.env.NODE_DISABLE_COMPILE_CACHE || folder === undefined) return;
  const { extensions } = createRequire(import.meta.filename);
  const asUsual = extensions['.js'];
  const fresh = new Map<Kept, Script>();
  const keep = () => {
    for (const [kept, script] of fresh) kept.write(script.createCachedData());
    fresh.clear();
  };
  extensions['.js'] = (module, file) => {
    if (dirname(file) !== import.meta.dirname) return asUsual?.(module, file);
    const bytes = readFileSync(file);
    const kept = new Kept(join(folder, `${use}-${cachedDataVersionTag()}-${basename(file, '.js')}`), bytes);
    const cachedData = kept.read();
    const options = { filename: file, columnOffset: -WRAPPER.length, ...(cachedData && { cachedData }) };
    const script = new Script(`${WRAPPER}${bytes}\n})`, options);
    // Threads that help run what the program runs.
    if (isMainThread && (!cachedData || script.cachedDataRejected)) {
      if (fresh.size === 0) setTimeout(keep, AFTER_MS).unref();
      fresh.set(kept, script);
    }
    const { exports } = module;
    script.runInThisContext().call(exports, exports, createRequire(file), module, file, import.meta.dirname);
  };
  process.once('exit', keep);
}

/** A folder among the temporary files; undefined where somebody else could have put something into it. */
function ownTemporaryFolder(): string | undefined {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `jxmb-compiled-${user ?? ''}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A link might lead elsewhere later.
    const found = lstatSync(folder);
    const isOwn = user === undefined || (found.uid === user && (found.mode & 0o022) === 0);
    return found.isDirectory() && isOwn ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept of one bundle. V8 believes what it is given; so a digest stands before it, of the bundle too. */
class Kept {
  readonly #file: string;
  readonly #bundle: Uint8Array;

  constructor(file: string, bundle: Uint8Array) {
    this.#file = file;
    this.#bundle = bundle;
  }

  read(): Buffer | undefined {
    try {
      const bytes = readFileSync(this.#file);
      const data = bytes.subarray(DIGEST_BYTES);
      return this.#digest(data).equals(bytes.subarray(0, DIGEST_BYTES)) ? data : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whoever starts meanwhile finds all of it or nothing. */
  write(data: Buffer): void {
    const temporary = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(temporary, Buffer.concat([this.#digest(data), data]));
      renameSync(temporary, this.#file);
    } catch {
      // It is compiled again next time.
    }
  }

  #digest(data: Uint8Array): Buffer {
    return createHash('sha256').update(this.#bundle).update(data).digest();
  }
}

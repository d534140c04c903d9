import { spawn } from 'node:child_process';

/**
 * Child processes that are certain to end: each is the head of a process group of its own, has a time limit, and is
 * ended with its whole group on a signal, on our own exit and past the limit.
 */

const grace = 5_000;
const windows = process.platform === 'win32';
const live = new Set();

/** Ends a process that `spawnGroup` started, with everything it started itself. */
export function endGroup(child, signal = 'SIGTERM') {
  if (child.pid === undefined) return;
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Ends the group politely, then for certain. */
export function stopGroup(child) {
  endGroup(child);
  setTimeout(() => endGroup(child, 'SIGKILL'), grace).unref();
}

export function spawnGroup(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: !windows, windowsHide: true });
  live.add(child);
  child.on('error', () => live.delete(child));
  child.on('close', () => live.delete(child));
  return child;
}

process.on('exit', () => {
  for (const child of live) endGroup(child);
});

/** Makes Ctrl+C and a polite kill run the handlers of our own exit, which end what is still running. */
export function exitOnSignals() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => process.exit(code));
  }
}

/**
 * Runs a command to its end.
 *
 * @returns its exit code (1 for a signal, 124 past the limit), what it printed if `capture`, and whether it was
 *   ended for taking too long. Rejects only where the command cannot be started.
 */
export function run(command, args, { cwd, env, seconds = 600, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const output = capture ? 'pipe' : 'inherit';
    const child = spawnGroup(command, args, {
      cwd,
      env,
      stdio: ['ignore', output, output],
      shell: needsShell(command),
    });
    let printed = '';
    let late = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        printed += chunk;
      });
    }
    const limit = setTimeout(() => {
      late = true;
      stopGroup(child);
    }, seconds * 1000);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on(capture ? 'close' : 'exit', (code) => {
      clearTimeout(limit);
      endGroup(child);
      resolve({ code: late ? 124 : (code ?? 1), printed, late });
    });
  });
}

/** On Windows npm is a batch file, which only a shell can start. */
const needsShell = (command) => windows && /\.cmd$/i.test(command);

export const npm = windows ? 'npm.cmd' : 'npm';

/** The environment for an npm that works in another folder than the npm which may have started us. */
export function npmEnvironment(extra = {}) {
  const { npm_config_local_prefix: _prefix, ...rest } = process.env;
  return { ...rest, ...extra, npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
}

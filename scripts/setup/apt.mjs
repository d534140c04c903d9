import { existsSync } from 'node:fs';
import { run } from '../lib/process.mjs';

/** Whether packages of Debian can be installed here: as root. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Installs packages of Debian, without what they recommend; says what went wrong, undefined where nothing did. */
export async function aptInstall(packages) {
  const apt = (...args) =>
    run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, seconds: 600, capture: true });
  const install = () => apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  let result = await install();
  if (result.code !== 0) {
    await apt('update', '-q'); // a new machine has no package lists yet, or old ones
    result = await install();
  }
  return result.code === 0 ? undefined : result.printed.slice(-2000);
}

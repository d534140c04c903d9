import { root } from '../lib/paths.mjs';
import { run } from '../lib/process.mjs';

/** Packs what is built as a file that VS Code installs. */
export function pack(output, options) {
  const vsce = ['node_modules/@vscode/vsce/vsce', 'package'];
  const args = ['--no-dependencies', '--skip-license', '--no-rewrite-relative-links', '-o', output];
  return run(process.execPath, [...vsce, ...args], { cwd: root, seconds: 180, ...options });
}

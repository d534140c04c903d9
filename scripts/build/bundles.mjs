/** For the Node inside VS Code. */
export const node = {
  platform: 'node',
  format: 'cjs',
  target: ['node20', 'es2022'],
  charset: 'utf8',
  // Where a bundle lies: a module of CommonJS says it otherwise.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
};

/** For the page of a webview, which is as new as VS Code. */
export const browser = {
  platform: 'browser',
  format: 'iife',
  target: ['chrome128', 'es2022'],
  charset: 'utf8',
};

/** For workers of any browser that VS Code runs in. */
export const worker = {
  platform: 'browser',
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  // Libraries that also run elsewhere ask for it.
  define: { global: 'globalThis' },
};

/** What is built: one file each. */
export const bundles = [
  { ...node, output: 'client.js', entry: 'client/src/desktop.ts', external: ['vscode'] },
  { ...node, output: 'server.js', entry: 'server/src/node.ts' },
  { ...node, output: 'cli.js', entry: 'server/src/cli.ts', executable: true },
  { ...node, output: 'converter.js', entry: 'server/src/converter.ts' },
  // VS Code calls it as a module of CommonJS in a worker, and goes by the ending: the project is an ES module.
  { ...worker, format: 'cjs', output: 'web.cjs', entry: 'client/src/web.ts', external: ['vscode'] },
  { ...worker, output: 'web-server.js', entry: 'server/src/worker.ts' },
  { ...worker, output: 'web-converter.js', entry: 'server/src/webConverter.ts' },
  { ...browser, output: 'preview.js', entry: 'client/src/preview/page/main.ts' },
  { ...browser, output: 'preview.css', entry: 'client/src/preview/page/page.css' },
];

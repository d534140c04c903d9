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

/** What is built: one file each. */
export const bundles = [
  { ...node, output: 'client.js', entry: 'client/src/desktop.ts', external: ['vscode'] },
  { ...node, output: 'server.js', entry: 'server/src/node.ts' },
  { ...node, output: 'cli.js', entry: 'server/src/cli.ts', executable: true },
  { ...node, output: 'converter.js', entry: 'server/src/converter.ts' },
  { ...browser, output: 'preview.js', entry: 'client/src/preview/page/main.ts' },
  { ...browser, output: 'preview.css', entry: 'client/src/preview/page/page.css' },
];

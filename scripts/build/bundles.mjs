/** A dynamic import reads a bundle by `require`: `own-bundles.mjs`. */
const common = { charset: 'utf8', supported: { 'dynamic-import': false } };

/** For the Node inside VS Code. */
export const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: ['node20', 'es2022'],
  // Where a bundle lies: a module of CommonJS says it otherwise.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
};

/** For the page of a webview, which is as new as VS Code. */
export const browser = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: ['chrome128', 'es2022'],
};

/** For workers of any browser that VS Code runs in. */
export const worker = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: ['es2022'],
  // Libraries that also run elsewhere ask for it.
  define: { global: 'globalThis' },
};

/** For Node and workers alike, once something there is that reads it: `require`, which `server/src/assets.ts` gives workers. */
export const anywhere = {
  ...worker,
  format: 'cjs',
  target: ['node20', 'es2022'],
  // What a script declares would be everybody's in a worker.
  banner: { js: '(module=>{' },
  footer: { js: '})(module);' },
};

/** What is built: one file each. Those `withCore` run where `core.js` is, and have nothing of it themselves. */
export const bundles = [
  { ...node, output: 'client.js', entry: 'client/src/desktop.ts', external: ['vscode'] },
  { ...node, output: 'server.js', entry: 'server/src/node.ts' },
  { ...node, output: 'serveProcess.js', entry: 'server/src/serveProcess.ts', withCore: true },
  { ...node, output: 'cli.js', entry: 'server/src/cli.ts', executable: true },
  { ...node, output: 'program.js', entry: 'server/src/cli/program.ts', withCore: true },
  { ...node, output: 'converter.js', entry: 'server/src/converter.ts' },
  // VS Code calls it as a module of CommonJS in a worker, and goes by the ending: the project is an ES module.
  { ...worker, format: 'cjs', output: 'web.cjs', entry: 'client/src/web.ts', external: ['vscode'] },
  { ...worker, output: 'web-server.js', entry: 'server/src/worker.ts', withCore: true },
  { ...worker, output: 'web-converter.js', entry: 'server/src/webConverter.ts' },
  { ...browser, output: 'preview.js', entry: 'client/src/preview/page/main.ts' },
  { ...browser, output: 'preview.css', entry: 'client/src/preview/page/page.css' },
];

/** Modules of data that the build runs, to bundle no more than what they come to. */
export const data = ['server/src/profile/builtIn.ts', 'server/src/rules/explanations.ts'];

/** What `core.js` is made of: what is read at the start wherever tables are. */
export const core = ['server/src/commonHost.ts', 'server/src/languageService.ts'];

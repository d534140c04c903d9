/** What is built: one file each, CommonJS for the Node inside VS Code. */
export const node = {
  platform: 'node',
  format: 'cjs',
  target: ['node20', 'es2022'],
  charset: 'utf8',
};

export const bundles = [
  { ...node, output: 'client.js', entry: 'client/src/desktop.ts', external: ['vscode'] },
  { ...node, output: 'server.js', entry: 'server/src/node.ts' },
  { ...node, output: 'cli.js', entry: 'server/src/cli.ts', executable: true },
];

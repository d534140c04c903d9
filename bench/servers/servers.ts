import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import type { Language } from '../contents/languages.ts';
import { schema } from '../contents/schema.ts';

export type Transport = 'stdio' | 'ipc';

/** A language server, and what it wants to be told to do its best. */
export interface Server {
  readonly name: string;
  readonly title: string;
  /** The program that Node runs. */
  readonly entry: () => string;
  readonly transport: Transport;
  readonly language: Language;
  /** Settings by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: object;
  /** So long it waits after an edit before it looks, in ms: part of what a person waits for. */
  readonly debounce?: number;
}

const require = createRequire(import.meta.url);

/** A file of a package of bench/, beside its package.json. */
const inPackage = (name: string, file: string) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

/** Where the bundle of the empty server is made. */
export const FLOOR = inRoot('.cache/bench/floor.cjs');

/** Where the schema is written for servers that read it from a file. */
export const SCHEMA = inRoot('.cache/bench/table.schema.json');

const floor: Server = {
  name: 'floor',
  title: 'empty server',
  entry: () => FLOOR,
  transport: 'stdio',
  language: 'jxmb',
};

const ours: Server = {
  name: 'jxmb',
  title: 'jxmb',
  entry: () => inRoot('dist/server.js'),
  transport: 'stdio',
  language: 'jxmb',
  initializationOptions: { vscode: true },
};

const json: Server = {
  name: 'json',
  title: 'JSON (vscode-langservers-extracted)',
  entry: () => inPackage('vscode-langservers-extracted', 'bin/vscode-json-language-server'),
  transport: 'stdio',
  language: 'json',
  initializationOptions: { provideFormatter: true },
  // Its limits are for lists on a screen; here each says all.
  settings: {
    json: {
      validate: { enable: true },
      format: { enable: true },
      resultLimit: 1e9,
      schemas: [{ fileMatch: ['*.json'], url: 'bench:/table.schema.json', schema }],
    },
  },
};

const yaml: Server = {
  name: 'yaml',
  title: 'YAML (yaml-language-server)',
  entry: () => inPackage('yaml-language-server', 'bin/yaml-language-server'),
  transport: 'stdio',
  language: 'yaml',
  debounce: 200,
  settings: {
    yaml: {
      validate: true,
      hover: true,
      completion: true,
      format: { enable: true, printWidth: 200 },
      maxItemsComputed: 1e9,
      schemaStore: { enable: false },
      schemas: { [`file://${SCHEMA}`]: ['*.yaml'] },
    },
  },
};

const beancount: Server = {
  name: 'beancount',
  title: 'beancount (rustledger)',
  entry: () => inRoot('bench/servers/beancount.ts'),
  transport: 'stdio',
  language: 'beancount',
};

const overIpc = (server: Server): Server => ({
  ...server,
  name: `${server.name}Ipc`,
  title: `${server.title}, IPC`,
  transport: 'ipc',
});

export const servers = {
  floor,
  jxmb: ours,
  floorIpc: overIpc(floor),
  jxmbIpc: overIpc(ours),
  json,
  yaml,
  beancount,
} as const satisfies Readonly<Record<string, Server>>;

const PEERS: Readonly<Record<string, Server>> = { json, yaml, beancount };

/** The servers that ours is measured beside, by their languages. */
export function peersOf(languages: readonly string[]): Server[] {
  return languages.map((language) => {
    const peer = PEERS[language];
    if (!peer) throw new Error(`no server for ${language}; there are those for ${Object.keys(PEERS).join(', ')}`);
    return peer;
  });
}

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { quiet } from './server.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Where code-server's workbench counts on its server, and what VS Code's own has there. */
const REMOTE = [
  [/remoteAuthority:location\.host/, ''],
  [/(this\.userDataPath\)\.with\(\{scheme:)[\w.]+/, '$1"vscode-userdata"'],
];
const WORKBENCH = '/static/out/vs/code/browser/workbench/workbench.js';

/**
 * Serves VS Code as a site of files, as vscode.dev is one: nothing runs but what the browser runs, and nothing is
 * written. The workbench is code-server's, without the server that it belongs to.
 *
 * @param vscode the folder of code-server's VS Code
 * @param extensions folders by the names that they are served under
 */
export async function startWebServer({ vscode, extensions, settings = {} }) {
  const places = new Map([['static', vscode], ...Object.entries(extensions)]);
  // Whoever does not know it reads nothing of this machine.
  const key = randomBytes(16).toString('hex');
  const asked = [];
  const answer = async (address) => {
    const [, own, place, ...names] = address.split('/');
    if (own !== key) return undefined;
    if (place === '') return ['.html', await page()];
    const folder = places.get(place);
    if (!folder || names.includes('..')) return undefined;
    // Extensions of VS Code's own that are not built for browsers do nothing.
    const isOptional = place === 'static' && names[0] === 'extensions';
    const file = await readFile(path.join(folder, ...names)).catch((error) => {
      if (isOptional) return '';
      throw error;
    });
    return [path.extname(address), address.endsWith(WORKBENCH) ? withoutRemote(String(file)) : file];
  };
  const server = createServer(async ({ url, headers }, response) => {
    const address = decodeURIComponent(new URL(url, `http://${headers.host}`).pathname);
    asked.push(address.slice(key.length + 1));
    const [extension, content] = (await answer(address).catch(() => undefined)) ?? [];
    response.writeHead(content === undefined ? 404 : 200, {
      'access-control-allow-origin': '*',
      'content-type': TYPES[extension] ?? 'text/plain',
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Extensions come from another origin than the workbench, as they do on vscode.dev.
  const [base, origin] = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${server.address().port}/${key}`);
  const page = () => workbenchPage({ vscode, base, origin, extensions, settings });
  return {
    /** The address of the workbench with a folder open and a file in it, by their URIs. */
    address: (folder, file) => {
      const payload = JSON.stringify([['openFile', file]]);
      return `${base}/?${new URLSearchParams({ folder, payload })}`;
    },
    /** Where the bundles of an extension are. */
    assets: (extension) => `${origin}/${extension}/dist/`,
    /** What was asked for so far. */
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function withoutRemote(workbench) {
  return REMOTE.reduce((text, [pattern, own]) => {
    if (!pattern.test(text)) throw new Error(`code-server's workbench has no ${pattern} any more`);
    return text.replace(pattern, own);
  }, workbench);
}

async function workbenchPage({ vscode, base, origin, extensions, settings }) {
  const template = await readFile(path.join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const address = `${base}/static`;
  const { pathname } = new URL(address);
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify({
      userDataPath: '/user',
      isEnabledFileDownloads: false,
      isEnabledFileUploads: false,
      isEnabledCoderGettingStarted: false,
      enableWorkspaceTrust: false,
      webviewEndpoint: `${pathname}/out/vs/workbench/contrib/webview/browser/pre`,
      productConfiguration: { extensionsGallery: { serviceUrl: '' } },
      configurationDefaults: { ...quiet, ...settings },
      developmentOptions: { extensions: Object.keys(extensions).map((name) => partsOf(`${origin}/${name}`)) },
    }),
    WORKBENCH_WEB_BASE_URL: pathname,
    WORKBENCH_NLS_FALLBACK_URL: `${pathname}/out/nls.messages.js`,
  };
  const inAttribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => inAttribute(values[name] ?? ''));
}

/** An address as VS Code writes its URIs. */
function partsOf(address) {
  const { protocol, host, pathname } = new URL(address);
  return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
}

/** docs/protocol.md says of every message whether it is offered and which tests use it: the table is held to be so. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as protocol from 'vscode-languageserver-protocol/node';
import { connect } from './client.ts';

const docs = path.join(import.meta.dirname, '../../docs');
const page = readFileSync(path.join(docs, 'protocol.md'), 'utf8');

interface Row {
  readonly message: string;
  readonly offered: string;
  readonly inProcess: string;
  readonly inVSCode: string;
}

function rowsBelow(heading: string): Row[] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split('\n## ')[0] as string;
  return [...section.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, message = '', offered = '', inProcess = '', inVSCode = '']) => ({ message, offered, inProcess, inVSCode }),
  );
}

const fromClient = rowsBelow('From the client');
const fromServer = rowsBelow('From the server');

/** A message as the library describes it. */
interface Described {
  readonly method: string;
  readonly messageDirection: 'clientToServer' | 'serverToClient' | 'both';
  /** Where the server says that it offers the message, as a path through its capabilities. */
  readonly capabilities?: { readonly server?: string };
}

/** All messages that the library knows, but for those that only register others. */
const described = Object.values(protocol).filter(
  (one): one is typeof one & Described =>
    typeof one === 'object' &&
    one !== null &&
    'method' in one &&
    'messageDirection' in one &&
    !('type' in one && one.type instanceof protocol.RegistrationType),
);

const methodsOf = (direction: Described['messageDirection']) =>
  described.filter(({ messageDirection }) => messageDirection === direction).map(({ method }) => method);

const inOrder = (messages: readonly string[]) => [...new Set(messages)].toSorted();

test('every message of the protocol has a row, and no other', () => {
  // The library knows these by other means than its list.
  const base = ['$/cancelRequest', '$/setTrace'];
  assert.deepEqual(
    inOrder(fromClient.map(({ message }) => message)),
    inOrder([...methodsOf('clientToServer'), ...base]),
  );
  assert.deepEqual(
    inOrder(fromServer.map(({ message }) => message)),
    inOrder([...methodsOf('serverToClient'), '$/progress', '$/logTrace']),
  );
  assert.deepEqual(methodsOf('both'), []);
});

/** The files that a cell leads to, as texts. */
function linkedIn(cell: string): string[] {
  return [...cell.matchAll(/\]\((.+?)\)/g)].map(([, link = '']) => {
    const file = path.join(docs, link);
    assert.ok(existsSync(file), `${link} is to be there`);
    return readFileSync(file, 'utf8');
  });
}

describe('rows', () => {
  for (const { message, offered, inProcess, inVSCode } of [...fromClient, ...fromServer]) {
    test(message, () => {
      if (!/^yes(, .+)?$/.test(offered)) {
        assert.match(offered, /^no: .{8}/, 'what is not offered has its reason');
        assert.deepEqual([inProcess, inVSCode], ['–', '–']);
        return;
      }
      const texts = linkedIn(inProcess);
      assert.ok(
        texts.some((text) => text.includes(`'${message}'`)),
        'a test in process uses it',
      );
      if (inVSCode.startsWith('no: ')) return;
      const asked = /^\[\w+\]\(\S+\): `(.+)`$/.exec(inVSCode)?.[1];
      assert.ok(asked, 'the test in VS Code, and how it asks');
      assert.ok(
        linkedIn(inVSCode).some((text) => text.includes(asked)),
        `a test in VS Code has ${asked}`,
      );
    });
  }
});

test('a client that declares everything is offered just what the table says', async () => {
  const { capabilities, end } = await connect({
    textDocument: {
      completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
      rename: { prepareSupport: true },
      rangeFormatting: { rangesSupport: true },
      diagnostic: {},
    },
    workspace: { workspaceFolders: true, fileOperations: { willRename: true } },
  });
  end();
  const isOffered = (way: string) =>
    way.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], capabilities);
  const yes = new Set(fromClient.filter(({ offered }) => offered.startsWith('yes')).map(({ message }) => message));
  const ways = described.flatMap(({ method, messageDirection, capabilities: where }) =>
    messageDirection === 'clientToServer' && where?.server !== undefined ? [[method, where.server] as const] : [],
  );
  assert.ok(ways.length > 50);
  for (const [method, way] of ways) assert.equal(Boolean(isOffered(way)), yes.has(method), `${method}: ${way}`);
});

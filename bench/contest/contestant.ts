import { type Content, DIGIT, withDigit } from '../contents/content.ts';
import type { Inspector } from '../driver/inspector.ts';
import { Peer } from '../driver/peer.ts';
import type { Work } from '../sampling/inTurn.ts';
import type { Server } from '../servers/servers.ts';
import { limited } from './limit.ts';

const OPTIONS = { tabSize: 2, insertSpaces: true };

/** A server with what is measured of it. Each answer is looked at: what answers nothing is fast at nothing. */
export class Contestant {
  readonly server: Server;
  readonly #content: Content;
  readonly #wrong: string;
  #peer: Peer;
  /** How many things the last answer had, by measure. */
  readonly answered: Record<string, number> = {};

  /** @param args for Node */
  constructor(server: Server, content: Content, args: readonly string[] = []) {
    this.server = server;
    this.#content = content;
    this.#wrong = withDigit(content);
    this.#peer = new Peer(server, args);
  }

  initialize(): Promise<void> {
    return this.#peer.initialize();
  }

  /** Opens the sound table, as it is changed and asked about from then on. */
  async open(): Promise<void> {
    await this.#peer.open(this.#content, this.#wrong);
    this.answered.findings = await limited(this.server.title, this.#peer.findings('some'));
    await this.#peer.remove(this.#content.places.digit, DIGIT);
    await this.#peer.findings('none');
  }

  inspect(): Promise<Inspector> {
    return this.#peer.inspect();
  }

  end(): Promise<void> {
    return this.#peer.end();
  }

  /** From the start of a process to what is found in a table. */
  starting(): Work {
    let peer: Peer | undefined;
    return this.#work(
      async () => {
        peer = new Peer(this.server);
        await peer.initialize();
        await peer.open(this.#content, this.#wrong);
        await peer.findings('some');
      },
      async () => peer?.end(),
    );
  }

  /** From opening a table, in a process that runs, to what is found in it. */
  opening(): Work {
    return this.#work(
      async () => {
        await this.#peer.open(this.#content, this.#wrong);
        await this.#peer.findings('some');
      },
      () => this.#peer.close(),
    );
  }

  /** From a digit typed to what is found, and from taking it out again. */
  typing(): Work {
    return this.#toggling(this.#content.places.digit, DIGIT);
  }

  /** The same with a whole project. */
  inserting(): Work {
    return this.#toggling(this.#content.places.project, this.#content.project);
  }

  #toggling(at: Content['places']['digit'], text: string): Work {
    let isThere = false;
    const toggle = async () => {
      isThere = !isThere;
      await (isThere ? this.#peer.insert(at, text) : this.#peer.remove(at, text));
      await this.#peer.findings(isThere ? 'some' : 'none');
    };
    return { ...this.#work(toggle), end: async () => (isThere ? toggle() : undefined) };
  }

  completing(length: 'short' | 'long'): Work {
    const position = this.#content.places[length];
    return this.#asking(`completion ${length}`, 'textDocument/completion', { position });
  }

  hovering(): Work {
    return this.#asking('hover', 'textDocument/hover', { position: this.#content.places.hover });
  }

  outlining(): Work {
    return this.#asking('outline', 'textDocument/documentSymbol', {});
  }

  formatting(): Work {
    return this.#asking('format', 'textDocument/formatting', { options: OPTIONS }, true);
  }

  /** @param mayBeNothing there may be nothing to do */
  #asking(name: string, method: string, params: object, mayBeNothing = this.server.name.startsWith('floor')): Work {
    return this.#work(async () => {
      const count = sizeOf(await this.#peer.ask(method, params));
      if (count === 0 && !mayBeNothing) throw new Error(`${this.server.title}: nothing is answered to ${name}`);
      this.answered[name] = count;
    });
  }

  #work(run: () => Promise<void>, after?: () => Promise<void> | undefined): Work {
    const { name, title } = this.server;
    return { name, run: () => limited(title, run()), ...(after && { after: async () => after() }) };
  }
}

/** How many things an answer has. */
function sizeOf(answer: unknown): number {
  if (answer === null || answer === undefined) return 0;
  if (Array.isArray(answer)) return answer.length;
  const { items } = answer as { items?: unknown[] };
  return items ? items.length : 1;
}

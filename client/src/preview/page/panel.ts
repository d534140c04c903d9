import type { FromPage, PageState, ToPage } from '../messages.ts';

interface VSCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VSCodeApi;

/** The panel that holds this page: what it is told, what it says, and what it keeps for the page. */
export class Panel {
  readonly #api = acquireVsCodeApi();

  say(message: FromPage): void {
    this.#api.postMessage(message);
  }

  listen(hear: (message: ToPage) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => hear(data));
  }

  /** What the page is to begin with: what it kept itself of the same table, else what the panel gave it. */
  get state(): PageState {
    const given = JSON.parse(document.body.dataset.state as string) as PageState;
    const kept = this.#api.getState();
    return kept?.uri === given.uri ? kept : given;
  }

  keep(state: PageState): void {
    this.#api.setState(state);
  }
}

import type { Content } from '../contents/content.ts';
import type { Language } from '../contents/languages.ts';
import { Ended } from '../driver/peer.ts';
import { inTurn, type Manner, type Series, type Work } from '../sampling/inTurn.ts';
import type { Server } from '../servers/servers.ts';
import { Contestant } from './contestant.ts';
import { LimitPassed } from './limit.ts';

export type Measured = (contestant: Contestant) => Work;

/** What is measured of servers side by side before they have a table open. */
export const WITHOUT_TABLE = {
  start: (one) => one.starting(),
  open: (one) => one.opening(),
} satisfies Readonly<Record<string, Measured>>;

/** And with the sound table open. What may take longer than anybody waits comes last. */
export const WITH_TABLE = {
  typing: (one) => one.typing(),
  backToBack: (one) => one.typing(),
  project: (one) => one.inserting(),
  completionShort: (one) => one.completing('short'),
  completionLong: (one) => one.completing('long'),
  hover: (one) => one.hovering(),
  outline: (one) => one.outlining(),
  format: (one) => one.formatting(),
} satisfies Readonly<Record<string, Measured>>;

export type Measure = keyof typeof WITHOUT_TABLE | keyof typeof WITH_TABLE;

/** A person at the keyboard pauses between two edits; what follows at once meets a server that is still warm. */
const TYPING_PAUSE_MS = 50;

/** Two that are alone are sampled most; where a third may take seconds each time, nothing is measured again. */
function mannerOf(measure: Measure, { isPair, quick }: { isPair: boolean; quick: boolean }): Manner {
  const some = (samples: number) => (isPair ? samples : 9);
  const own = { seconds: quick ? 1.5 : 5, warmUp: quick ? 200 : 600, once: !isPair };
  switch (measure) {
    case 'start':
      return { ...own, samples: quick ? 3 : some(11), warmUp: 0 };
    case 'open':
      return { ...own, samples: some(11) };
    case 'typing':
      return { ...own, samples: some(50), pause: TYPING_PAUSE_MS };
    case 'backToBack':
    case 'project':
      return { ...own, samples: some(40), batch: 20 };
    default:
      return { ...own, samples: some(40), batch: 5 };
  }
}

export interface Contest {
  /** Of each measure the times, in ms. */
  readonly measures: Partial<Record<Measure, Series>>;
  /** How many things were in the answers, by server and question. */
  readonly answered: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The measure at which one of them took longer than anybody waits, or ended, and which. */
  givenUp?: { readonly at: Measure; readonly what: string; readonly hasEnded: boolean };
}

/**
 * Measures servers beside each other. All have the same table open, each in its language.
 * @param field the empty server, ours, and maybe one more
 */
export async function holdContest(
  field: readonly Server[],
  contentIn: (language: Language) => Content,
  quick: boolean,
): Promise<Contest> {
  const contestants = field.map((server) => new Contestant(server, contentIn(server.language)));
  const measures: Partial<Record<Measure, Series>> = {};
  const answered = Object.fromEntries(contestants.map(({ server, answered }) => [server.name, answered]));
  const contest: Contest = { measures, answered };
  const isPair = field.length === 2;
  let at: Measure = 'start';
  const measure = async (works: Readonly<Record<string, Measured>>) => {
    for (const [name, workOf] of Object.entries(works)) {
      at = name as Measure;
      measures[at] = await inTurn(contestants.map(workOf), mannerOf(at, { isPair, quick }));
    }
  };
  try {
    for (const contestant of contestants) await contestant.initialize();
    await measure(WITHOUT_TABLE);
    for (const contestant of contestants) await contestant.open();
    await measure(WITH_TABLE);
  } catch (error) {
    const hasEnded = error instanceof Ended && !field.slice(0, 2).includes(error.server);
    if (!(error instanceof LimitPassed || hasEnded)) throw error;
    contest.givenUp = { at, what: error.message, hasEnded };
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.end()));
  }
  return contest;
}

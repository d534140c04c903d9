/** So long a server is waited for, in ms. */
const LIMIT = 60_000;

/** A server takes longer than anybody waits: it is busy, and nothing more can be measured of it. */
export class LimitPassed extends Error {
  override readonly name = 'LimitPassed';
}

export async function limited<T>(who: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LimitPassed(`${who}: more than ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

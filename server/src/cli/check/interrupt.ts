import type { Terminal } from '../terminal.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does a long work that a person may interrupt (Ctrl+C): it is stopped, what it has written gets to its reader, and the
 * process ends by the signal as it would without us. Who interrupts again ends it at once.
 */
export async function endOnInterrupt(
  stop: AbortController,
  terminal: Terminal,
  work: () => Promise<void>,
): Promise<void> {
  let interrupted: NodeJS.Signals | undefined;
  const interrupt = (signal: NodeJS.Signals) => {
    interrupted = signal;
    leave();
    stop.abort();
  };
  const leave = () => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    await work();
  } finally {
    leave();
    if (interrupted) {
      await terminal.flushed();
      process.kill(process.pid, interrupted);
    }
  }
}

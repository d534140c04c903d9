import type { Language } from '../rules/rule.ts';
import type { Command } from './arguments.ts';
import type { CannotDo } from './cannotDo.ts';

/** Where a command writes to, and in which language. */
export interface Terminal {
  readonly language: Language;
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** Tells why something cannot be done. */
  tell(reason: CannotDo): void;
  /** Resolves when the reader of the output keeps up with it; who has much to say waits for that. */
  taken(): Promise<void>;
  /** Resolves when all that was written is on its way. */
  flushed(): Promise<void>;
  /** Resolves when nobody reads the output any more (`| head`). */
  readonly gone: Promise<void>;
}

/** What a command came to, as the process's exit code: nothing grave, something grave, or not done. */
export type Outcome = 0 | 1 | 2;

/** A command of some name, with its options. */
export type Of<Name extends Command['name']> = Extract<Command, { readonly name: Name }>;

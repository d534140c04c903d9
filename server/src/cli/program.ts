import { inspect } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import packageJson from '../../../package.json' with { type: 'json' };
import { nodeHost } from '../nodeHost.ts';
import { readCommand } from './arguments.ts';
import { CannotDo } from './cannotDo.ts';
import { check } from './check/check.ts';
import { checkForOthers } from './check/worker.ts';
import { explainRules, format, preview } from './commands.ts';
import { exportTable, importFiles } from './exchange.ts';
import { HELP } from './help.ts';
import { processTerminal } from './processTerminal.ts';
import type { Outcome, Terminal } from './terminal.ts';
import { printableLines } from './text.ts';

async function run(words: readonly string[], terminal: Terminal): Promise<Outcome> {
  const command = readCommand(words);
  switch (command.name) {
    case 'help':
      terminal.out(HELP[terminal.language]);
      return 0;
    case 'version':
      terminal.out(`${packageJson.version}\n`);
      return 0;
    case 'check':
      return check(command, terminal, process.argv[1] ?? import.meta.filename);
    case 'lsp':
      await serveOverStdio();
      return 0;
    case 'format':
      return format(command, terminal);
    case 'rules':
      return explainRules(command, terminal);
    case 'import':
      return importFiles(command, terminal);
    case 'export':
      return exportTable(command, terminal);
    case 'preview':
      return preview(command, terminal);
  }
}

/** The language server for any editor; it goes on until the editor closes its input. */
async function serveOverStdio(): Promise<void> {
  // The library looks for the transport among the words of the command.
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  await import('../serveProcess.ts');
}

/** What a person started. Never ends by process.exit: it would cut off what a pipe has not taken yet. */
async function runProgram(): Promise<void> {
  const terminal = processTerminal(/^zh/i.test(nodeHost.locale ?? '') ? 'zh' : 'en');
  try {
    process.exitCode = await run(process.argv.slice(2), terminal);
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof CannotDo) terminal.tell(error);
    else terminal.err(`${printableLines(inspect(error))}\n`);
  }
}

// A thread that helps to check runs this same file, which holds all that it needs.
if (isMainThread) void runProgram();
else void checkForOthers();

#!/usr/bin/env node
/** The command line: `jxmb check`, `jxmb format`, `jxmb import`, `jxmb export`, `jxmb preview`, `jxmb rules`, `jxmb lsp`. */
import { inspect } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { readCommand } from './cli/arguments.ts';
import { CannotDo } from './cli/cannotDo.ts';
import { check, explainRules, format, preview } from './cli/commands.ts';
import { exportTable, importFiles } from './cli/exchange.ts';
import { HELP } from './cli/help.ts';
import type { Outcome, Terminal } from './cli/terminal.ts';
import { printable, printableLines } from './cli/text.ts';
import { nodeHost } from './nodeHost.ts';

const language = /^zh/i.test(nodeHost.locale ?? '') ? 'zh' : 'en';

const terminal: Terminal = {
  language,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  tell: ({ texts }) => void process.stderr.write(`jxmb: ${printable(texts[language])}\n`),
};

async function run(words: readonly string[]): Promise<Outcome> {
  const command = readCommand(words);
  switch (command.name) {
    case 'help':
      terminal.out(HELP[language]);
      return 0;
    case 'version':
      terminal.out(`${packageJson.version}\n`);
      return 0;
    case 'check':
      return check(command, terminal);
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
  await import('./node.ts');
}

// Who reads our output may stop reading (`| head`); that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Never process.exit: it would cut off what a pipe has not taken yet.
run(process.argv.slice(2)).then(
  (outcome) => {
    process.exitCode = outcome;
  },
  (error: unknown) => {
    process.exitCode = 2;
    if (error instanceof CannotDo) terminal.tell(error);
    else terminal.err(`${printableLines(inspect(error))}\n`);
  },
);

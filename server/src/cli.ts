#!/usr/bin/env node
/** The command line: `jxmb check`, `jxmb format`, `jxmb import`, `jxmb export`, `jxmb preview`, `jxmb rules`, `jxmb lsp`. */
import { keepCompiled } from './compiled.ts';

const [, , command = ''] = process.argv;
keepCompiled(/^[a-z]{1,9}$/.test(command) ? command : '');
void import('./cli/program.ts');

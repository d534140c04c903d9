#!/usr/bin/env node
/** The command line: `jxmb check`, `jxmb format`, `jxmb import`, `jxmb export`, `jxmb preview`, `jxmb rules`, `jxmb lsp`. */
import { keepCompiled } from './compiled.ts';

keepCompiled();
void import('./cli/program.ts');

/** The language server as a process. What it is made of is loaded once Node keeps what it compiles. */
import { keepCompiled } from './compiled.ts';

keepCompiled();
void import('./serveProcess.ts');

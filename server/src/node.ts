/** The language server as a process. What it is made of is loaded once what is compiled of it is kept. */
import { keepCompiled } from './compiled.ts';

keepCompiled('serve');
void import('./serveProcess.ts');

/** What shows tables: pages that are kept up to date, and pages that stand for themselves. */
export { Page } from './preview/page.ts';
export { standalone } from './preview/standalone.ts';

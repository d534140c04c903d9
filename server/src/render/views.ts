import { budget } from './budget.ts';
import { coverage } from './coverage.ts';
import { list } from './list.ts';
import { structured } from './structured.ts';
import type { View, ViewId } from './view.ts';

/** The ways to show a table, by their ids. */
export const views: Readonly<Record<ViewId, View>> = { list, structured, budget, coverage };

// Loaded before each unit test: with JXMB_SEED every property draws the same cases again, else each draws its own.
import fc from 'fast-check';

const seed = process.env.JXMB_SEED;
if (seed) fc.configureGlobal({ seed: Number(seed) });

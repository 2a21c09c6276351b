// What is loaded when the first file is read: the parsers.
export { createFactsIndex } from '../../core/engine/factsIndex.ts';

/** The parsers, loaded on first need; loading takes a turn of its own. */
export const loadFacts = () => facts ??= import('./facts.ts').then(nextTurn);

/** The diagnoses, loaded on first need; loading takes a turn of its own. */
export const loadEngine = () => engine ??= import('./engine.ts').then(nextTurn).then(loaded => { here = loaded; return loaded; });

/** The diagnoses when they were needed already: where there are findings, there is one. */
export const loadedEngine = () => here;

/** The registry client, loaded on first need; loading takes a turn of its own. */
export const loadRegistry = () => registry ??= import('./registry.ts').then(nextTurn);

let facts: Promise<typeof import('./facts.ts')> | undefined;
let engine: Promise<typeof import('./engine.ts')> | undefined;
let here: typeof import('./engine.ts') | undefined;
let registry: Promise<typeof import('./registry.ts')> | undefined;

function nextTurn<T>(loaded: T): Promise<T> {
	return new Promise(resolve => { setImmediate(resolve, loaded); });
}

/** The engine, loaded on first need. */
export const loadEngine = () => import('./engine.ts');

/** The registry client, loaded on first need. */
export const loadRegistry = () => import('./registry.ts');

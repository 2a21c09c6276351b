import { setMaxListeners } from 'node:events';

/** Calls back once when the signal is aborted; gives the function that takes the listener away. Many may listen to one signal. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
	setMaxListeners(0, signal);
	signal.addEventListener('abort', listener, { once: true });
	return () => { signal.removeEventListener('abort', listener); };
}

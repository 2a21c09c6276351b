/** Who listens to a signal: a listener of its own for each costs more than most of what they wait for. */
const listening = new WeakMap<AbortSignal, Set<readonly [listener: () => void]>>();

/** Calls back once when the signal is aborted; gives the function that takes the listener away. Many may listen to one signal. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
	const listeners = listening.get(signal) ?? listenTo(signal);
	const entry = [listener] as const;
	listeners.add(entry);
	return () => { listeners.delete(entry); };
}

function listenTo(signal: AbortSignal): Set<readonly [listener: () => void]> {
	const listeners = new Set<readonly [listener: () => void]>();
	listening.set(signal, listeners);
	signal.addEventListener('abort', () => {
		for (const [listener] of listeners) { listener(); }
		listeners.clear();
	}, { once: true });
	return listeners;
}

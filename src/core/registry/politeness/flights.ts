import { onAbort } from './onAbort.ts';

/** Joins askers of the same question; the question is given up only when all of them have gone. */
export interface Flights {
	/** The shared answer; `undefined` for an asker whose own signal was aborted. */
	share<T>(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
}

/** No flight outlives its answer: keeping answers is the cache's work. */
export function createFlights(): Flights {
	const flights = new Map<string, { readonly promise: Promise<unknown>; readonly controller: AbortController; askers: number }>();
	return {
		share<T>(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
			if (signal?.aborted) { return Promise.resolve(undefined); }
			let flight = flights.get(key);
			if (!flight) {
				const controller = new AbortController();
				const promise = start(controller.signal).finally(() => { if (flights.get(key)?.controller === controller) { flights.delete(key); } });
				flight = { promise, controller, askers: 0 };
				flights.set(key, flight);
			}
			const own = flight;
			own.askers++;
			return new Promise<T | undefined>((resolve, reject) => {
				const leave = (): void => {
					own.askers--;
					if (own.askers === 0) {
						// Nobody may join a flight that is being given up.
						if (flights.get(key) === own) { flights.delete(key); }
						own.controller.abort();
					}
					resolve(undefined);
				};
				const stay = signal ? onAbort(signal, leave) : (): void => undefined;
				own.promise.then(value => {
					stay();
					resolve(value as T);
				}, (error: unknown) => {
					stay();
					reject(error instanceof Error ? error : new Error(String(error)));
				});
			});
		},
	};
}

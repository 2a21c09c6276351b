import type { Dispatcher } from 'undici';
import type { HttpAnswer } from './httpAnswer.ts';

/** Takes an answer as it arrives. */
export interface Receiver {
	/** The request is being written: there is a connection. */
	sent(): void;
	/** Of the final answer; those before it (1xx) are passed over. */
	head(status: number, headers: HttpAnswer['headers']): void;
	/** `false`: no more is wanted. Nothing more is read from the connection while a promise is open. */
	body(chunk: Buffer): boolean | Promise<boolean>;
}

/**
 * Sends one request and resolves when the receiver has all, or as much as it wanted; rejects with what undici, Node or the
 * receiver say went wrong. Undici's own `request` makes a stream of every body, and reading that takes longer than a small answer does.
 *
 * @returns also how to give it up, which rejects at once
 */
export function receive(
	dispatcher: Dispatcher,
	options: Dispatcher.DispatchOptions,
	receiver: Receiver,
): { readonly done: Promise<void>; readonly stop: () => void } {
	let stop = (): void => undefined;
	const done = new Promise<void>((resolve, reject) => {
		let controller: Dispatcher.DispatchController | undefined;
		let over = false;
		const end = (error?: unknown): void => {
			over = true;
			if (error === undefined) { resolve(); } else { reject(error instanceof Error ? error : new Error('the receiver failed')); }
			controller?.abort(givenUp);
		};
		stop = () => { end(givenUp); };
		dispatcher.dispatch(options, {
			onRequestStart(started) {
				controller = started;
				if (over) { started.abort(givenUp); } else { receiver.sent(); }
			},
			onResponseStart(_, status, headers) {
				if (status >= 200) { receiver.head(status, headers); }
			},
			onResponseData(current, chunk) {
				const more = receiver.body(chunk);
				if (more === true) { return; }
				if (more === false) { end(); return; }
				current.pause();
				more.then(wanted => { if (wanted) { current.resume(); } else { end(); } }, end);
			},
			// Undici gives the connection back in a later turn: who asks on before that is given a new one, with a greeting of TLS to wait for.
			onResponseEnd() { queueMicrotask(() => { setImmediate(resolve); }); },
			onResponseError(_, error) { reject(error); },
		});
	});
	return { done, stop: () => { stop(); } };
}

const givenUp = new Error('given up');

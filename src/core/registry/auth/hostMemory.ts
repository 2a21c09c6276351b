import { onAbort } from '../politeness/onAbort.ts';
import type { Scheme } from './challenge.ts';
import { monotonic } from '../../util/monotonic.ts';

/** What was learned about a host from its own answers. */
export interface HostMemory {
	/** The protocol it speaks. */
	protocol?: 'http:' | 'https:';
	/** How it wants to be addressed. */
	scheme?: Scheme;
	/** Its scope with `{path}` for the repository; absent when its scopes do not look like that. */
	scopeTemplate?: string;
	/** The scheme is what an earlier process was told. */
	hearsay?: boolean;
	/** The scheme is on disk for the next process. */
	kept?: boolean;
	/** It sends pull limits, so manifests are not read without need. */
	countsGets?: boolean;
	/** Its front door (`/v2/`) wants no login. */
	openDoor?: boolean;
	/** Somebody is making the first contact. */
	first?: Promise<void>;
	/** It has answered. */
	contacted: boolean;
}

/**
 * Lets one asker go first to a host nobody has spoken to, so that the others know its protocol and challenge.
 * Gives the function by which the first one says that it has its answer; the others get `undefined` and need say nothing.
 * Nobody waits for a slow first contact longer than `patience` milliseconds.
 */
export async function firstContact(memory: HostMemory, patience: number, signal: AbortSignal): Promise<(() => void) | undefined> {
	const deadline = monotonic() + patience;
	while (!memory.contacted && memory.first && !signal.aborted && monotonic() < deadline) {
		await waitFor(memory.first, deadline - monotonic(), signal);
	}
	if (memory.contacted || memory.first) { return undefined; }
	let done = (): void => undefined;
	const own = new Promise<void>(resolve => { done = resolve; });
	memory.first = own;
	return () => {
		if (memory.first === own) { delete memory.first; }
		done();
	};
}

function waitFor(first: Promise<void>, milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		const finish = (): void => {
			clearTimeout(timer);
			ignore();
			resolve();
		};
		const timer = setTimeout(finish, Math.max(0, milliseconds));
		const ignore = onAbort(signal, finish);
		void first.then(finish);
	});
}

import type { Endpoint } from '../mirrors/endpoint.ts';
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
	/** The scheme is what an earlier process was told, or everybody knows. */
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

/** Of a host that this process has not spoken to. */
export function newMemory({ host, root, protocols, quirks: { apiHost, challenge } }: Endpoint): HostMemory {
	if (!challenge || host !== apiHost || root !== '/v2' || protocols[0] !== 'https:') { return { contacted: false }; }
	return {
		contacted: false,
		scheme: { type: 'bearer', realm: new URL(challenge.realm), service: challenge.service },
		scopeTemplate: usualScope,
		hearsay: true,
	};
}

/** The scope of most registries, with `{path}` for the repository. */
export const usualScope = 'repository:{path}:pull';

/** What was heard of a host was wrong, or is no longer so. */
export function forgetHearsay(memory: HostMemory): void {
	delete memory.hearsay;
	delete memory.scheme;
	delete memory.scopeTemplate;
	delete memory.protocol;
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

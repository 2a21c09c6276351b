import type { DiskCache } from '../cache/diskCache.ts';
import type { Endpoint } from '../mirrors/endpoint.ts';
import type { HostMemory } from './hostMemory.ts';

/** How hosts want to be addressed, across processes: the next image of a known host needs no challenge. Holds neither logins nor tokens. */
export interface KeptChallenges {
	/** Fills in what an earlier process learned; it counts as hearsay until the host has answered. */
	recall(endpoint: Endpoint, memory: HostMemory): Promise<void>;
	keep(endpoint: Endpoint, memory: HostMemory): Promise<void>;
	/** It was wrong, or is no longer so. */
	forget(endpoint: Endpoint): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

interface Kept { readonly protocol?: unknown; readonly realm?: unknown; readonly service?: unknown; readonly scope?: unknown }

/** Only challenges by Bearer are kept: a login by Basic is not sent where this process was not asked for one. */
export function createKeptChallenges(disk: DiskCache): KeptChallenges {
	return {
		async recall(endpoint, memory) {
			if (memory.contacted || memory.scheme) { return; }
			const { protocol, realm, service, scope } = (await disk.answer(keyOf(endpoint), day) ?? {}) as Kept;
			const spoken = endpoint.protocols.find(one => one === protocol);
			// Plain http that is no longer allowed is not gone back to.
			if (!spoken || typeof realm !== 'string' || typeof scope !== 'string' || !URL.canParse(realm)) { return; }
			memory.protocol = spoken;
			memory.scheme = { type: 'bearer', realm: new URL(realm), ...(typeof service === 'string' ? { service } : {}) };
			memory.scopeTemplate = scope;
			memory.hearsay = true;
		},
		async keep(endpoint, memory) {
			const { scheme, scopeTemplate: scope, protocol } = memory;
			if (memory.kept || scheme?.type !== 'bearer' || scope === undefined) { return; }
			memory.kept = true;
			await disk.keepAnswer(keyOf(endpoint), { protocol, realm: scheme.realm.href, service: scheme.service, scope });
		},
		forget: endpoint => disk.forget(keyOf(endpoint)),
	};
}

function keyOf({ host, root }: Endpoint): string {
	return `challenge ${host}${root}`;
}

import type { DiskCache } from './cache/diskCache.ts';
import type { Client } from './client.ts';
import type { Credentials } from './credentials/createCredentials.ts';
import type { Routes } from './mirrors/createRoutes.ts';
import type { Flights } from './politeness/flights.ts';
import type { HostHealth } from './politeness/hostHealth.ts';
import type { Wire } from './transport/createWire.ts';
import type { EvidenceMaker } from './verdicts/makeEvidence.ts';

/** The parts that `createRegistry` puts together. */
export interface PortParts {
	readonly client: Client;
	readonly wire: Wire;
	readonly routes: Routes;
	readonly health: HostHealth;
	readonly flights: Flights;
	readonly credentials: Credentials;
	readonly clock: () => number;
	readonly evidence: EvidenceMaker;
	readonly gate: () => 'offline' | 'untrusted' | undefined;
	readonly allowHosts: readonly string[];
	readonly denyHosts: readonly string[];
	readonly tagMaxAgeMs: number;
	/** Of one request, milliseconds. */
	readonly timeoutMs: number;
	readonly disk?: DiskCache;
	readonly dispose: () => Promise<void>;
}

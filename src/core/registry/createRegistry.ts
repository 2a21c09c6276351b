import { homedir } from 'node:os';
import { createKeptChallenges } from './auth/keptChallenges.ts';
import { containersSource } from './credentials/containersSource.ts';
import { createCredentials } from './credentials/createCredentials.ts';
import type { CredentialSource } from './credentials/credentialSource.ts';
import { dockerSource } from './credentials/dockerSource.ts';
import { rememberHelper } from './credentials/rememberHelper.ts';
import { runHelperProcess, type RunHelper } from './credentials/runHelper.ts';
import { createDiskCache } from './cache/diskCache.ts';
import { createPackedCache } from './cache/packedCache.ts';
import { createClient } from './client.ts';
import { createMask } from './mask.ts';
import { createRoutes } from './mirrors/createRoutes.ts';
import { nodeFiles } from './nodeFiles.ts';
import type { RegistryOptions } from './options.ts';
import { createPort } from './createPort.ts';
import { createFlights } from './politeness/flights.ts';
import { createHostHealth } from './politeness/hostHealth.ts';
import { createLimiter } from './politeness/limiter.ts';
import type { RegistryPort } from './port.ts';
import { createDispatchers } from './transport/dispatchers.ts';
import { proxySettings } from './transport/proxyFor.ts';
import { createTrust } from './trust/createTrust.ts';
import { createWire } from './transport/createWire.ts';
import { createEvidenceMaker } from './verdicts/makeEvidence.ts';

export type { RegistryOptions } from './options.ts';

/**
 * The registry client: speaks the OCI Distribution API with the user's own logins, mirrors and certificates, asks each
 * question once, and answers every failure with a verdict. Nothing is asked before the first call.
 */
export function createRegistry(options: RegistryOptions = {}): RegistryPort {
	const clock = options.clock ?? Date.now;
	const environment = options.environment ?? process.env;
	const files = options.files ?? nodeFiles;
	const homeFolder = options.homeFolder ?? environment['HOME'] ?? environment['USERPROFILE'] ?? homedir();
	const timeoutMs = options.timeoutMs ?? 5000;
	const mask = createMask();
	const log = (line: string): void => { options.log?.(mask(line)); };
	const own = options.proxy ?? {};

	const routes = createRoutes({ files, environment, homeFolder, insecureHosts: options.insecureHosts ?? [], report: log });
	const run: RunHelper | false = options.runHelper === false ? false : rememberHelper(options.runHelper ?? runHelperProcess, clock);
	const where = { files, environment, homeFolder, run };
	const sourceOf = (source: 'docker' | 'containers' | CredentialSource): CredentialSource => {
		if (source === 'docker') { return dockerSource(where); }
		return source === 'containers'
			? containersSource({ ...where, platform: process.platform, uid: process.getuid?.(), helpers: () => routes.credentialHelpers() })
			: source;
	};
	const credentials = createCredentials((options.credentials ?? ['docker', 'containers']).map(sourceOf), clock, problem => { log(problem); });
	const dispatchers = createDispatchers(proxySettings(environment, own), timeoutMs);
	const health = createHostHealth(clock);
	const flights = createFlights();
	const wire = createWire({
		dispatchers, health, timeoutMs, clock, log,
		trust: createTrust({
			files,
			environment,
			homeFolder,
			extraCAs: options.extraCAs ?? [],
			insecure: host => routes.insecure(host),
			named: host => routes.certificates(host),
		}),
		limiter: createLimiter(options.concurrency?.perHost ?? 3, options.concurrency?.total ?? 6),
	});
	const disk = options.cacheFolder === undefined ? undefined : (options.endsSoon ? createPackedCache : createDiskCache)(options.cacheFolder, clock);
	const client = createClient({ wire, credentials, flights, mask, clock, firstMs: timeoutMs * 0.3, ...(disk ? { kept: createKeptChallenges(disk) } : {}) });
	return createPort({
		client, wire, routes, health, flights, clock, credentials,
		evidence: createEvidenceMaker(clock, mask),
		gate: options.gate ?? (() => undefined),
		allowHosts: options.allowHosts ?? [], denyHosts: options.denyHosts ?? [],
		timeoutMs,
		tagMaxAgeMs: (options.tagMaxAgeSeconds ?? 300) * 1000,
		...(disk ? { disk } : {}),
		dispose: async () => { if (!options.endsSoon) { await dispatchers.dispose(); } },
	});
}

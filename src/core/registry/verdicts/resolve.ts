import type { Evidence, Manifest, Reference, Verdict } from '../../model/index.ts';
import { bareType, isManifestType, manifestAccept, manifestTypes } from '../content/mediaTypes.ts';
import { parseManifest } from '../content/parseManifest.ts';
import type { Asker } from '../cache/keptVerdicts.ts';
import type { Asked, Client } from '../client.ts';
import type { Endpoint } from '../mirrors/endpoint.ts';
import type { HostHealth } from '../politeness/hostHealth.ts';
import { createPatience, type Patience } from '../politeness/patience.ts';
import { headerOf, type HttpAnswer } from '../transport/httpAnswer.ts';
import { absenceOf } from './absence.ts';
import { failureVerdict } from './failureVerdict.ts';
import type { EvidenceMaker } from './makeEvidence.ts';
import { refusalVerdict } from './refusalVerdict.ts';
import { errorOf, isWebPage } from './registryError.ts';
import { hasDigest, isDigest } from './verifyDigest.ts';

/** Largest manifest that is read, bytes: the limit that registries and clients share. */
export const manifestBytes = 4 * 1024 * 1024;

/** A verdict and, when the manifest had to be read anyway, the manifest. */
export interface Resolved {
	readonly verdict: Verdict;
	readonly manifest?: Manifest;
	/** Whose login it took to learn that it exists; absent when anybody may know. */
	readonly asker?: Asker;
}

/** What resolving needs of the client around it. */
export interface ResolveContext {
	readonly client: Client;
	readonly health: HostHealth;
	readonly evidence: EvidenceMaker;
	/** For all requests to one endpoint about one reference, milliseconds. */
	readonly patienceMs: number;
	/** First page of tags, for telling a missing tag from a missing repository: `undefined` when the list says nothing. */
	readonly repositoryExists: (endpoint: Endpoint, signal: AbortSignal, patience: Patience) => Promise<boolean | undefined>;
}

/** Asks one endpoint about one reference. `want: 'manifest'` always reads it; `'existence'` uses HEAD where reading counts. */
export async function resolve(
	context: ResolveContext,
	endpoint: Endpoint,
	reference: Reference,
	want: 'existence' | 'head' | 'manifest',
	signal: AbortSignal,
): Promise<Resolved> {
	const path = `/manifests/${reference.digest ?? reference.tag ?? 'latest'}`;
	const patience = createPatience(context.patienceMs);
	const ask = (method: 'GET' | 'HEAD'): Promise<Asked> =>
		context.client.ask(endpoint, { method, path, headers: { accept: manifestAccept }, maxBytes: manifestBytes, patience }, signal);
	const counts = endpoint.quirks.countsGets === true || context.client.memory(endpoint).countsGets === true;
	const byHead = want === 'head' || (want === 'existence' && counts);
	let asked = await ask(byHead ? 'HEAD' : 'GET');
	if (byHead && asked.outcome.answer && !asked.auth.atToken) {
		const { answer } = asked.outcome;
		const found = answer.status === 200 ? fromHead(answer, reference) : undefined;
		if (found) { return exists(context, endpoint, reference, asked, found); }
		// HEAD has no words; one GET brings them, and some registries answer HEAD wrongly.
		if (answer.status !== 429) { asked = await ask('GET'); }
	}
	return judge(context, endpoint, reference, asked, patience, signal);
}

interface Found { readonly digest: string; readonly mediaType: string; readonly size?: number }

function fromHead(answer: HttpAnswer, reference: Reference): Found | undefined {
	const digest = headerOf(answer, 'docker-content-digest');
	const mediaType = bareType(headerOf(answer, 'content-type'));
	if (!isDigest(digest) || !isManifestType(mediaType) || (reference.digest !== undefined && reference.digest !== digest)) { return undefined; }
	const length = Number(headerOf(answer, 'content-length') ?? Number.NaN);
	return { digest, mediaType, ...(Number.isSafeInteger(length) && length > 0 ? { size: length } : {}) };
}

function exists(context: ResolveContext, endpoint: Endpoint, reference: Reference, asked: Asked, { digest, mediaType, size }: Found): Resolved {
	const { rejected, by, credentials, user = '' } = asked.auth;
	return {
		verdict: {
			verdict: 'exists', digest, mediaType, ...(size === undefined ? {} : { size }),
			...(rejected ? { staleLogin: { source: rejected.source } } : {}),
			evidence: context.evidence(reference.domain, endpoint, asked, { digest, mediaType }),
		},
		...(by === 'login' ? { asker: { host: endpoint.loginHost, path: endpoint.path, source: credentials, user } } : {}),
	};
}

async function judge(
	context: ResolveContext,
	endpoint: Endpoint,
	reference: Reference,
	asked: Asked,
	patience: Patience,
	signal: AbortSignal,
): Promise<Resolved> {
	const evidence = context.evidence(reference.domain, endpoint, asked);
	const { answer, failure } = asked.outcome;
	if (!answer) { return { verdict: failureVerdict(failure, evidence, context.health.pause(endpoint.host)?.until) }; }
	const { status } = answer;
	if (status === 200 && !asked.auth.atToken) { return accept(context, endpoint, reference, asked, answer, evidence); }
	const error = errorOf(answer);
	if (status === 429 || error.code === 'TOOMANYREQUESTS') {
		const pause = context.health.pause(answer.url.host);
		return { verdict: {
			verdict: 'rate-limited',
			evidence,
			...(pause?.kind === 'limited' && pause.said ? { until: new Date(pause.until).toISOString() } : {}),
		} };
	}
	if (status >= 500) { return { verdict: { verdict: 'unavailable', status, evidence } }; }
	if (asked.auth.atToken && (status < 400 || error.html)) {
		return { verdict: { verdict: 'broken-answer', detail: error.html ? 'html' : 'garbage', evidence } };
	}
	if (error.html && status !== 404) { return { verdict: { verdict: 'broken-answer', detail: 'html', evidence } }; }
	if (status === 401 || status === 403 || (status === 404 && asked.auth.atToken) || (status === 400 && asked.auth.atToken)) {
		return { verdict: refusalVerdict({ status, error, auth: asked.auth, quirks: endpoint.quirks, evidence }) };
	}
	if (status === 404) { return { verdict: await absent(context, endpoint, reference, answer, evidence, patience, signal) }; }
	if (status === 412) { return { verdict: { verdict: 'not-allowed', rule: true, evidence } }; }
	if (status === 400 && /MANIFEST_INVALID|TAG_INVALID|MANIFEST_UNKNOWN/.test(error.code ?? '')) { return { verdict: missing(reference, evidence) }; }
	if (error.code === 'NAME_INVALID') { return { verdict: { verdict: 'repository-missing', evidence } }; }
	if (status >= 300 && status < 400) { return { verdict: { verdict: 'broken-answer', detail: 'garbage', evidence } }; }
	// Only a 404 says that nothing is there; any other status may come from what stands before a registry.
	return { verdict: { verdict: 'unavailable', status, evidence } };
}

function accept(context: ResolveContext, endpoint: Endpoint, reference: Reference, asked: Asked, answer: HttpAnswer, evidence: Evidence): Resolved {
	const contentType = headerOf(answer, 'content-type');
	if (isWebPage(answer)) { return { verdict: { verdict: 'broken-answer', detail: 'html', evidence } }; }
	const claimed = headerOf(answer, 'docker-content-digest');
	const expected = reference.digest ?? (isDigest(claimed) ? claimed : undefined);
	const manifest = parseManifest(answer.body, { contentType, digest: expected });
	if (!manifest) { return { verdict: { verdict: 'broken-answer', detail: 'garbage', evidence } }; }
	// The digest of a signed schema 1 manifest leaves its signatures out, so the bytes as sent have another.
	const verifiable = manifest.mediaType !== manifestTypes.schema1Signed;
	const wrong = [reference.digest, isDigest(claimed) ? claimed : undefined].some(digest => digest !== undefined && hasDigest(answer.body, digest) === false);
	if (verifiable && wrong) { return { verdict: { verdict: 'broken-answer', detail: 'digest-mismatch', evidence } }; }
	return { manifest, ...exists(context, endpoint, reference, asked, { digest: manifest.digest, mediaType: manifest.mediaType, size: manifest.size }) };
}

async function absent(
	context: ResolveContext,
	endpoint: Endpoint,
	reference: Reference,
	answer: HttpAnswer,
	evidence: Evidence,
	patience: Patience,
	signal: AbortSignal,
): Promise<Verdict> {
	const error = errorOf(answer);
	switch (absenceOf(error, endpoint.quirks.unknownMeansTag === true)) {
		case 'tag': return missing(reference, evidence);
		case 'expired-tag':
			return reference.digest === undefined ? { verdict: 'tag-missing', expired: true, evidence } : { verdict: 'digest-missing', evidence };
		case 'repository': return { verdict: 'repository-missing', evidence };
		// We accept every format: somebody on the way has shortened the question.
		case 'hidden': return { verdict: 'broken-answer', detail: 'content-type', evidence };
		case 'not-a-registry?': {
			if (headerOf(answer, 'docker-distribution-api-version') !== undefined) { break; }
			const registry = await context.client.ping(endpoint, signal, patience);
			if (registry === undefined) { return { verdict: 'unavailable', status: answer.status, evidence }; }
			if (!registry) { return { verdict: 'not-a-registry', evidence }; }
			break;
		}
		default: break;
	}
	const repository = await context.repositoryExists(endpoint, signal, patience);
	if (signal.aborted) { return { verdict: 'not-asked', reason: 'cancelled', evidence }; }
	if (repository === false) { return { verdict: 'repository-missing', evidence }; }
	// Plain words without a code and without a tag list prove nothing about the tag alone.
	return repository === undefined && error.code === undefined ? { verdict: 'repository-missing', evidence } : missing(reference, evidence);
}

function missing(reference: Reference, evidence: Evidence): Verdict {
	return reference.digest === undefined ? { verdict: 'tag-missing', evidence } : { verdict: 'digest-missing', evidence };
}

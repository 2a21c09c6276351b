import { addAbortSignal } from 'node:stream';
import { parseArgs } from 'node:util';
import { hideLogin } from '../../core/util/hideLogin.ts';
import { printable } from '../../core/util/printable.ts';
import { parseReference } from '../../core/reference/parseReference.ts';
import { verdictCode } from '../../core/registry/verdictCode.ts';
import type { RegistryPort } from '../../core/registry/port.ts';
import type { ImageTree, Lookup, Reference, Verdict } from '../../core/model/index.ts';
import { describeVerdict } from '../describeVerdict.ts';
import { inspectJson } from '../format/inspectJson.ts';
import { inspectText } from '../format/inspectText.ts';
import { jsonText } from '../format/jsonText.ts';
import { isPlatform } from '../isPlatform.ts';
import { linesOf } from '../linesOf.ts';
import { makeRegistry } from '../makeRegistry.ts';
import { oneOf } from '../oneOf.ts';
import { parseOnly } from '../parseOnly.ts';
import { hostPlatform, normalPlatform, platformName, servesPlatform } from '../../core/util/platformName.ts';
import { progressLine } from '../progressLine.ts';
import type { Streams } from '../streams.ts';
import { UsageError } from '../usageError.ts';

/** `pullcheck inspect`: what an image is, without pulling it. */
export async function inspect(args: readonly string[], streams: Streams): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			'format': { type: 'string' },
			'platform': { type: 'string' },
			'parse-only': { type: 'boolean' },
			'stdin': { type: 'boolean' },
			'insecure-host': { type: 'string', multiple: true },
			'no-cache': { type: 'boolean' },
			'no-color': { type: 'boolean' },
		},
	});
	if (values.stdin) {
		if (!values['parse-only']) { throw new UsageError('--stdin goes with --parse-only'); }
		for await (const line of linesOf(addAbortSignal(streams.signal, streams.stdin()))) {
			streams.out(`${jsonText(parseOnly(line))}\n`);
		}
		return 0;
	}
	const [name, ...more] = positionals;
	if (name === undefined || more.length > 0) { throw new UsageError('inspect takes one image, for example: pullcheck inspect alpine:3.20'); }
	if (values['parse-only']) {
		const answer = parseOnly(name);
		streams.out(`${jsonText(answer)}\n`);
		return 'error' in answer ? 2 : 0;
	}
	const format = oneOf('--format', values.format ?? 'tree', ['tree', 'json', 'raw'] as const);
	if (values.platform !== undefined && !isPlatform(values.platform)) {
		throw new UsageError(`--platform takes OS/ARCH[/VARIANT], for example linux/arm64; not "${values.platform}"`);
	}
	const parsed = parseReference(name);
	if (!parsed.ok) {
		if (format === 'json') {
			streams.out(`${jsonText({ error: { code: codeOfParse(parsed.error.kind), message: parsed.error.message, status: null, evidence: {} } }, 2)}\n`);
			return 1;
		}
		throw new UsageError(`"${hideLogin(name)}" is no image reference: ${parsed.error.message}`);
	}
	const registry = await makeRegistry(streams, { insecureHosts: values['insecure-host'] ?? [], allowHosts: [], denyHosts: [], cache: !values['no-cache'] });
	const progress = progressLine(streams, `Asking ${parsed.reference.domain}`);
	const quiet = { ...streams, out: (text: string) => { progress.end(); streams.out(text); }, err: (text: string) => { progress.end(); streams.err(text); } };
	try {
		return await show(parsed.reference, values.platform, format, registry, quiet);
	} finally {
		progress.end();
		await registry.dispose();
	}
}

async function show(
	reference: Reference,
	platform: string | undefined,
	format: 'tree' | 'json' | 'raw',
	registry: RegistryPort,
	streams: Streams,
): Promise<number> {
	const verdict = await registry.check(reference, streams.signal);
	if (verdict.verdict !== 'exists') { return fail(reference, verdict, format, streams); }
	if (format === 'raw') {
		const manifest = await registry.manifest(reference, streams.signal);
		if (!manifest.known) { return fail(reference, await registry.check(reference, streams.signal), format, streams); }
		streams.out(manifest.value.raw);
		return 0;
	}
	const answer = await registry.inspect(reference, { platforms: platform ? [platform] : format === 'tree' ? 'all' : [hostPlatform()] }, streams.signal);
	if ('verdict' in answer) { return fail(reference, answer, format, streams); }
	if (!answer.known) { return fail(reference, verdictOf(answer), format, streams); }
	const tree: ImageTree = answer.value;
	const missing = platform === undefined ? undefined : missingPlatform(reference, tree, platform);
	if (missing !== undefined) {
		if (format !== 'json') { streams.err(`pullcheck: ${printable(missing)}\n`); return 1; }
		streams.out(`${jsonText({ error: { code: 'platform-missing', message: missing, status: tree.evidence.status ?? null, evidence: tree.evidence } }, 2)}\n`);
		return 1;
	}
	streams.out(format === 'json' ? inspectJson(reference, tree, platform, verdict) : inspectText(reference, tree, verdict, streams.colour));
	return 0;
}

/** The tag was there, and what it stands for could not be read. */
function verdictOf({ reason, evidence }: Extract<Lookup<unknown>, { known: false }>): Verdict {
	switch (reason) {
		case 'missing': return { verdict: 'digest-missing', evidence };
		case 'rate-limited': return { verdict: 'rate-limited', evidence };
		case 'not-allowed': case 'login-needed': return { verdict: 'not-allowed', evidence };
		case 'unreachable': return { verdict: 'unavailable', status: evidence.status ?? 503, evidence };
		default: return { verdict: 'broken-answer', detail: 'garbage', evidence };
	}
}

/** The sentence for an index that has nothing for the wanted platform. A single manifest is pulled whatever its platform is. */
function missingPlatform(reference: Reference, { root, platforms }: ImageTree, wanted: string): string | undefined {
	if (root.kind !== 'index') { return undefined; }
	const available = platforms.flatMap(({ descriptor, config }) => {
		const found = descriptor.platform ?? config?.platform;
		return found ? [normalPlatform(platformName(found))] : [];
	});
	return servesPlatform(wanted, available)
		? undefined
		: `"${reference.canonical}" is not available for ${wanted}, only for ${available.join(', ') || 'no platform'}.`;
}

function fail(reference: Reference, verdict: Verdict, format: string, streams: Streams): number {
	const message = describeVerdict(reference, verdict);
	if (format === 'json') {
		const { status } = verdict.evidence;
		streams.out(`${jsonText({
			error: { code: codeOf(reference, verdict), message, status: status ?? null, evidence: verdict.evidence },
		}, 2)}\n`);
		return 1;
	}
	streams.err(`pullcheck: ${printable(message)}\n`);
	return 1;
}

function codeOf({ domain }: Reference, verdict: Verdict): string {
	// This registry lets nobody in without a login, whatever is asked for.
	const closed = domain === 'registry.redhat.io' && ['login-needed', 'missing-or-private'].includes(verdict.verdict);
	return closed ? 'registry-redhat-login-required' : verdictCode(verdict) ?? 'registry-unexpected-status';
}

function codeOfParse(kind: string): string {
	switch (kind) {
		case 'uppercase-repository': return 'ref-uppercase-repository';
		case 'scheme': return 'ref-has-scheme';
		case 'web-url': return 'ref-web-url-pasted';
		case 'invalid-digest': case 'unsupported-digest-algorithm': case 'invalid-digest-length': return 'ref-digest-invalid';
		default: return 'ref-invalid-format';
	}
}

import type { Attestation, Descriptor, ImageTree, Lookup, Manifest, PlatformImage, Reference, Verdict } from '../../model/index.ts';
import type { RegistryPort } from '../port.ts';
import { attestedDigest, isUnknownPlatform } from './attestations.ts';
import { baseLayers, type ReadBase } from './baseLayers.ts';
import { matchesPlatform } from './matchesPlatform.ts';

/**
 * Reads what a reference stands for, from the index down to the configurations of the wanted platforms. Children are
 * read side by side; a child that cannot be read is there with its error. Attestations are folded under what they attest.
 */
export async function readTree(
	port: RegistryPort, reference: Reference, options: {
		readonly platforms: 'all' | readonly string[];
		readonly referrers?: boolean
	}, signal: AbortSignal | undefined,
	referrersOf: (digest: string, signal: AbortSignal | undefined) => Promise<readonly Descriptor[]>, readBase: ReadBase,
): Promise<Lookup<ImageTree> | Verdict> {
	const root = await port.manifest(reference, signal);
	if (!root.known) { return port.check(reference, signal).then(verdict => verdict.verdict === 'exists' ? root : verdict); }
	const { value } = root;
	const wanted = (one: Descriptor): boolean =>
		options.platforms === 'all'
			|| (one.platform !== undefined && options.platforms.some(name => matchesPlatform(name, one.platform ?? { os: '', architecture: '' })));
	const referrers = options.referrers ? referrersOf(value.digest, signal) : Promise.resolve([]);
	if (value.kind !== 'index') {
		const only = await readPlatform(
			port,
			reference,
			{ mediaType: value.mediaType, digest: value.digest, size: value.size },
			{ attesting: [], readBase, known: value },
			signal,
		);
		return {
			known: true,
			evidence: root.evidence,
			value: { reference: reference.canonical, root: value, platforms: [only], others: [], referrers: await referrers, evidence: root.evidence },
		};
	}
	const attesting = new Map<string, Descriptor[]>();
	for (const child of value.manifests) {
		const subject = attestedDigest(child);
		if (subject !== undefined) { attesting.set(subject, [...attesting.get(subject) ?? [], child]); }
	}
	const plain = value.manifests.filter(child => attestedDigest(child) === undefined);
	const runnable = plain.filter(child => child.platform !== undefined && !isUnknownPlatform(child.platform));
	const platforms = await Promise.all(runnable.map(async child => {
		const own = attesting.get(child.digest) ?? [];
		if (!wanted(child)) { return { descriptor: child, attestations: own.map(descriptor => ({ descriptor, predicateTypes: [] })) }; }
		return readPlatform(port, reference, child, { attesting: own, readBase, index: value }, signal);
	}));
	const known = new Set(runnable.map(child => child.digest));
	const orphans = [...attesting].filter(([subject]) => !known.has(subject)).flatMap(([, children]) => children);
	const others = [...plain.filter(child => !runnable.includes(child)), ...orphans];
	return {
		known: true,
		evidence: root.evidence,
		value: { reference: reference.canonical, root: value, platforms, others, referrers: await referrers, evidence: root.evidence },
	};
}

interface PlatformSources {
	readonly attesting: readonly Descriptor[];
	readonly readBase: ReadBase;
	/** The manifest, when it was read already. */
	readonly known?: Manifest;
	readonly index?: Manifest;
}

async function readPlatform(
	port: RegistryPort,
	reference: Reference,
	descriptor: Descriptor,
	{ attesting, readBase, known, index }: PlatformSources,
	signal: AbortSignal | undefined,
): Promise<PlatformImage> {
	const attestations = Promise.all(attesting.map(one => readAttestation(port, reference, one, signal)));
	const manifest = known ? undefined : await port.manifest(child(reference, descriptor.digest), signal);
	const value = known ?? (manifest?.known ? manifest.value : undefined);
	if (!value) { return { descriptor, attestations: await attestations, error: manifest?.evidence.message ?? 'The manifest could not be read.' }; }
	const wantsConfig = value.kind === 'image' || value.kind === 'schema1';
	const config = wantsConfig ? await port.config(reference, value, signal) : undefined;
	const platform = descriptor.platform ?? (config?.known ? config.value.platform : undefined);
	const base = wantsConfig ? await baseLayers(value, platform, [value.annotations, descriptor.annotations, index?.annotations], readBase) : undefined;
	return {
		descriptor: platform ? { ...descriptor, platform } : descriptor, manifest: value, attestations: await attestations,
		...(config?.known ? { config: config.value } : {}),
		...(base === undefined ? {} : { baseLayers: base }),
		...(config && !config.known ? { error: config.evidence.message ?? 'The configuration could not be read.' } : {}),
	};
}

async function readAttestation(port: RegistryPort, reference: Reference, descriptor: Descriptor, signal: AbortSignal | undefined): Promise<Attestation> {
	const manifest = await port.manifest(child(reference, descriptor.digest), signal);
	if (!manifest.known) { return { descriptor, predicateTypes: [] }; }
	const types = manifest.value.layers.flatMap(({ annotations }) => annotations?.['in-toto.io/predicate-type'] ?? []);
	return { descriptor, manifest: manifest.value, predicateTypes: [...new Set(types)] };
}

function child(reference: Reference, digest: string): Reference {
	const { tag: _, ...untagged } = reference;
	return { ...untagged, digest, canonical: `${reference.repository}@${digest}` };
}

import type { LayerListing } from './layers/layerListing.ts';
import type { FoundRepositories } from './search/foundRepository.ts';
import type { Descriptor, ImageConfig, ImageTree, Lookup, Manifest, Reference, TagList, Verdict } from '../model/index.ts';

/** A short name as this machine completes it. */
export interface LongName {
	/** Absent: none of the places is known to have it. */
	readonly reference?: Reference;
	/** By what, for the evidence. */
	readonly note: string;
}

/** All that checks, hovers and the tree may ask a registry. One question in flight at most for the same thing. */
export interface RegistryPort {
	/**
	 * Does it pull from here? One request in the usual case: HEAD where reading counts as a pull, else the manifest itself. Never throws;
	 * cancelled asks give `not-asked`.
	 */
	check(reference: Reference, signal?: AbortSignal): Promise<Verdict>;
	/** The answer that is already known, without any request; also that nobody may be asked. */
	known(reference: Reference): Verdict | undefined;
	/** Tags, newest knowledge within the page budget. */
	tags(reference: Reference, signal?: AbortSignal): Promise<Lookup<TagList>>;
	/** Tags that begin with a text, also where the repository has more of them than `tags` reads. Absent: `tags` is all there is. */
	tagsFrom?(reference: Reference, prefix: string, signal?: AbortSignal): Promise<Lookup<TagList>>;
	/** Manifest or index by the reference's digest or tag. Kept for ever by digest. */
	manifest(reference: Reference, signal?: AbortSignal): Promise<Lookup<Manifest>>;
	/** The configuration blob of an image manifest. */
	config(reference: Reference, manifest: Manifest, signal?: AbortSignal): Promise<Lookup<ImageConfig>>;
	/** The tree for *Inspect*: the index and the wanted platforms read (`'all'`, or `os/arch[/variant]` names). */
	inspect(
		reference: Reference,
		options: { readonly platforms: 'all' | readonly string[]; readonly referrers?: boolean },
		signal?: AbortSignal,
	): Promise<Lookup<ImageTree> | Verdict>;
	/** The files of one layer, read as a stream and not kept; `onProgress` gets compressed bytes. Absent where layers cannot be read. */
	layerFiles?(
		reference: Reference,
		layer: Descriptor,
		options: { readonly onProgress?: (read: number, total: number) => void },
		signal?: AbortSignal,
	): Promise<Lookup<LayerListing>>;
	/** What a name without registry stands for where podman or buildah read it; `undefined`: what Docker means. Absent where no machine's lists are read. */
	longName?(reference: Reference, signal?: AbortSignal): Promise<LongName | undefined>;
	/** A blob as text, whole: a statement of an attestation. Absent where blobs cannot be read. */
	blob?(reference: Reference, blob: Descriptor, signal?: AbortSignal): Promise<Lookup<string>>;
	/** Repositories of a registry whose names hold a text, asked only when a person searches. Absent where nothing can be searched. */
	search?(domain: string, text: string, signal?: AbortSignal): Promise<Lookup<FoundRepositories>>;
	/** Forgets tag answers (digest-addressed content stays true for ever); `all` drops everything kept. */
	refresh(reference?: Reference, all?: boolean): Promise<void>;
	/** For summaries: references that were really asked for, and the HTTP requests that it took. */
	readonly statistics: { readonly lookups: number; readonly requests: number };
	dispose(): Promise<void>;
}

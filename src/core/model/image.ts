import type { Evidence } from './lookup.ts';
import type { Platform } from './platform.ts';

/** OCI content descriptor. `size` in bytes. */
export interface Descriptor {
	readonly mediaType: string;
	readonly digest: string;
	readonly size: number;
	readonly platform?: Platform;
	readonly annotations?: Readonly<Record<string, string>>;
	readonly artifactType?: string;
}

/** The format family of a manifest or index, told by its media type. */
export type ManifestFormat = 'oci' | 'docker' | 'schema1';

/** A parsed manifest or index; `raw` are the exact bytes as text (the digest is over them). */
export interface Manifest {
	readonly mediaType: string;
	readonly digest: string;
	readonly size: number;
	readonly format: ManifestFormat;
	readonly raw: string;
	/** Header and body named different media types. */
	readonly contentTypeMismatch?: { readonly header: string; readonly body: string };
	/** The header was missing or useless (`application/json`), so old clients fail. */
	readonly contentTypeBroken?: string;
	readonly kind: 'index' | 'image' | 'artifact' | 'schema1';
	/** Children of an index, attestations included. */
	readonly manifests: readonly Descriptor[];
	readonly config?: Descriptor;
	/** Bottom first. */
	readonly layers: readonly Descriptor[];
	readonly subject?: Descriptor;
	readonly artifactType?: string;
	readonly annotations?: Readonly<Record<string, string>>;
}

/** One step of an image's history, aligned with its layer by `layer` (index; absent for an empty step). */
export interface HistoryStep {
	readonly createdBy?: string;
	readonly created?: string;
	readonly comment?: string;
	readonly layer?: number;
}

/** The parts of an image configuration that are shown or checked. */
export interface ImageConfig {
	readonly digest: string;
	readonly platform: Platform;
	readonly created?: string;
	readonly entrypoint?: readonly string[];
	readonly cmd?: readonly string[];
	readonly workingDir?: string;
	readonly user?: string;
	readonly env: readonly string[];
	readonly exposedPorts: readonly string[];
	readonly labels: Readonly<Record<string, string>>;
	readonly history: readonly HistoryStep[];
	readonly diffIds: readonly string[];
	readonly raw: string;
}

/** One platform of an image as inspected. */
export interface PlatformImage {
	readonly descriptor: Descriptor;
	/** Absent until read. */
	readonly manifest?: Manifest;
	readonly config?: ImageConfig;
	/** Attestation manifests that point to this one. */
	readonly attestations: readonly Attestation[];
	/** How many layers from the bottom are the base image's, when that is known for sure. */
	readonly baseLayers?: number;
	/** Reading failed: the sentence to show. */
	readonly error?: string;
}

/** A manifest that attests another one (BuildKit attestation storage): provenance, SBOM. */
export interface Attestation {
	readonly descriptor: Descriptor;
	/** Absent until read. */
	readonly manifest?: Manifest;
	/** `https://slsa.dev/provenance/v1`, `https://spdx.dev/Document`; empty until read. */
	readonly predicateTypes: readonly string[];
}

/** What *Inspect image manifest* draws: one reference down to its layers. */
export interface ImageTree {
	readonly reference: string;
	readonly root: Manifest;
	/** For a single manifest exactly one, whose descriptor is the root's own. */
	readonly platforms: readonly PlatformImage[];
	/** Children that are no platform and attest nothing. */
	readonly others: readonly Descriptor[];
	readonly referrers: readonly Descriptor[];
	readonly evidence: Evidence;
}

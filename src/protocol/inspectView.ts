/** *Inspect image manifest* as data. All strings are raw (foreign) text; the webview makes them safe and writes the words. Sizes are bytes, dates ISO 8601. */
export interface InspectView {
	readonly reference: NamedReference;
	/** Registry host that is asked, `registry-1.docker.io`: "Reads 102.4 MB from {host}." */
	readonly host: string;
	readonly format: ImageFormat;
	/** `index` for an image index or manifest list, `image` for a single manifest. */
	readonly kind: 'index' | 'image';
	readonly digest: string;
	readonly mediaType: string;
	/** Of the root manifest itself. */
	readonly size: number;
	/** Of this machine's platform, or the first that was read. */
	readonly created?: string;
	/** When the registry was asked. */
	readonly checkedAt: string;
	/** The answer is an old one, kept because the registry is not asked (`offline`) or cannot be. */
	readonly old?: 'offline' | 'unreachable';
	readonly platforms: readonly PlatformView[];
	/** Platforms with at least one attestation. */
	readonly attested: number;
	/** Children of an index that are no platform and attest nothing. */
	readonly others: readonly DescriptorView[];
	/** Absent until asked. */
	readonly referrers?: ReferrersView;
	readonly annotations: readonly KeyValue[];
	/** Targets that cannot take this image. */
	readonly warnings: readonly TargetWarning[];
	/** Ready commands for the *Commands* menu: `docker pull …`. */
	readonly commands: readonly CopyCommand[];
	/** A web page of the repository exists. */
	readonly webPage: boolean;
	/** Reading sizes of unread platforms costs pulls here, so it waits for a click on *Read all sizes*: how many requests. */
	readonly sizesNeedRequests?: number;
}

/** How a manifest is stored. */
export type ImageFormat = 'oci' | 'docker' | 'schema1';

/** A reference cut for showing: `prefix` muted, `name` bold. */
export interface NamedReference {
	/** `docker.io/library/golang:1.25` */
	readonly canonical: string;
	/** `docker.io/library/` */
	readonly prefix: string;
	/** `golang:1.25` */
	readonly name: string;
}

/** One platform of an image. `image` is absent until read. */
export interface PlatformView {
	/** Unique in the view and stable over refreshes: its digest, with `#n` when an index names it twice. */
	readonly id: string;
	/** `linux/arm64/v8`; empty when the registry does not say. */
	readonly name: string;
	readonly osVersion?: string;
	readonly thisMachine: boolean;
	readonly format: ImageFormat;
	readonly digest: string;
	readonly mediaType: string;
	/** Of the manifest. */
	readonly manifestSize: number;
	readonly image?: PlatformImageView;
	/** Being read now. */
	readonly reading?: boolean;
	/** Reading failed: the sentence to show. */
	readonly error?: string;
	readonly attestations: readonly AttestationView[];
	readonly annotations: readonly KeyValue[];
}

/** What manifest and configuration of a platform say. */
export interface PlatformImageView {
	/** Sum of the layers: the download. */
	readonly size: number;
	readonly layerCount: number;
	readonly configuration?: ConfigurationView;
	/** History aligned with layers, oldest first; layers alone when the configuration has no history. */
	readonly steps: readonly StepView[];
}

/** The parts of an image configuration that are shown. */
export interface ConfigurationView {
	readonly digest: string;
	readonly mediaType: string;
	readonly size: number;
	readonly format: ImageFormat;
	readonly created?: string;
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly workingDirectory?: string;
	readonly user?: string;
	readonly environment: readonly string[];
	readonly ports: readonly string[];
	readonly labels: readonly KeyValue[];
}

/** A step of the build, with the layer it made unless it made none. */
export interface StepView {
	/** As recorded: `RUN /bin/sh -c set -eux; … # buildkit`. */
	readonly createdBy: string;
	readonly created?: string;
	readonly comment?: string;
	/** Comes from the base image. */
	readonly base: boolean;
	readonly layer?: LayerView;
}

/** A layer as its manifest and configuration describe it. */
export interface LayerView {
	/** From 1, bottom first. */
	readonly number: number;
	readonly size: number;
	readonly digest: string;
	readonly diffId?: string;
	readonly mediaType: string;
	readonly annotations: readonly KeyValue[];
	/** Its files can be listed (a tar layer that the registry has). */
	readonly listable: boolean;
}

/** An attestation manifest of BuildKit. */
export interface AttestationView {
	readonly digest: string;
	readonly mediaType: string;
	/** Sum of its statements; absent until read. */
	readonly size?: number;
	/** `https://slsa.dev/provenance/v1`; empty until read. */
	readonly predicateTypes: readonly string[];
	/** Absent until the manifest is read. */
	readonly statements?: readonly StatementView[];
}

/** One statement (in-toto) of an attestation: a blob that says something about the image. */
export interface StatementView {
	readonly digest: string;
	readonly mediaType: string;
	readonly size: number;
	readonly predicateType?: string;
	/** What it says; absent until read. */
	readonly summary?: StatementSummary;
	/** Reading failed: the sentence to show. */
	readonly error?: string;
}

/** The parts of a statement that people look for. Raw foreign text, dates ISO 8601. */
export type StatementSummary =
	| {
		readonly kind: 'provenance';
		readonly builder?: string;
		readonly buildType?: string;
		/** Repository, and which commit of it. */
		readonly source?: string;
		readonly revision?: string;
		/** What the build used: base images, downloads. */
		readonly materials: number;
		readonly started?: string;
		readonly finished?: string;
	}
	| {
		readonly kind: 'sbom';
		readonly packages: number;
		readonly files: number;
		readonly tools: readonly string[];
		readonly created?: string;
	}
	| { readonly kind: 'other' };

/** A manifest that is only named, not read: a referrer, or a child of an index that is no platform. */
export interface DescriptorView {
	readonly digest: string;
	readonly mediaType: string;
	readonly artifactType?: string;
	readonly size: number;
	readonly annotations: readonly KeyValue[];
}

/** What refers to the image: signatures, statements. */
export interface ReferrersView {
	readonly items: readonly DescriptorView[];
	/** Asking failed: the sentence to show. */
	readonly error?: string;
}

/** `{target} cannot pull this: OCI format.` */
export interface TargetWarning {
	readonly target: string;
	/** As people read it: `OpenShift 3.11`. */
	readonly title: string;
	readonly reason: 'oci' | 'index' | 'zstd' | 'schema1' | 'attestations';
	/** *Copy skopeo command* helps. */
	readonly skopeo: boolean;
}

/** A command line of the *Commands* menu, ready to be copied. */
export interface CopyCommand {
	/** `docker`, `podman`, `skopeo`. */
	readonly tool: string;
	readonly text: string;
}

/** An annotation or a label. */
export interface KeyValue {
	readonly key: string;
	readonly value: string;
}

/** What a place that images are pushed to or pulled by can take. One small data file each in `targets/`. */
export interface Target {
	readonly id: string;
	/** As people read it in messages: `OpenShift 3.11`. */
	readonly title: string;
	/** Reads OCI manifests and indexes. */
	readonly oci: boolean;
	/** Takes image indexes and manifest lists at all. */
	readonly indexes: boolean;
	/** Takes BuildKit attestation manifests beside images. */
	readonly attestations: boolean;
	/** Accepts manifests with a `subject` whose blob it does not know. */
	readonly subject: boolean;
	readonly zstd: boolean;
	readonly schema1: boolean;
	/** Refuses names without a registry. */
	readonly shortNamesRefused: boolean;
	/** Registry hosts that are this target, as lower-case glob patterns (`*.rahti.csc.fi`). */
	readonly hosts: readonly string[];
	/** Where the facts come from. */
	readonly source: string;
}

const names = [
	'repository-typo', 'registry-moved', 'image-moved', 'image-deprecated', 'tag-not-found', 'tag-expired', 'repository-not-found',
	'repository-missing-or-private', 'ref-hub-endpoint-as-domain', 'ref-domain-looks-like-host', 'ref-podman-localhost-prefix',
	'ref-web-url-pasted', 'ref-placeholder',
];
const forms = [
	'ref-has-scheme',
	'ref-web-url-pasted',
	'ref-uppercase-repository',
	'ref-digest-invalid',
	'ref-placeholder',
	'ref-arg-without-default',
	'ref-undefined-arg',
	'ref-undefined-compose-variable',
	'ref-invalid-format',
];
const attestations = [
	'quay-config-missing-in-toto',
	'push-attestation-rejected-quay',
	'gha-provenance-default',
	'quay-ignore-unknown-no-effect',
	'compose-provenance-false-ignored',
];
const formats = ['oci-unsupported-by-target', 'skopeo-dest-format-implicit', 'target-rejects-image-index', 'index-only-because-of-attestations'];
const platforms = ['platform-missing', 'platform-mismatch-single', 'platform-multiarch-partial', 'skopeo-copy-single-platform'];

const kin: Readonly<Record<string, readonly string[]>> = {
	'repository-missing-or-private': [...names, 'image-private-no-credentials'],
	'repository-not-found': names,
	'tag-not-found': names,
	'digest-not-found': ['tag-digest-drift', ...names],
	'kubelet-pull-backoff': [...names, ...platforms, ...formats],
	'registry-dns-failure': ['registry-moved', 'repository-typo', 'ref-domain-looks-like-host', 'ref-hub-endpoint-as-domain'],
	'registry-not-v2': ['registry-moved', 'ref-web-url-pasted', 'ref-hub-endpoint-as-domain'],
	'loopback-registry-from-builder': ['devcontainer-build-push-loopback', 'loopback-wildcard-domain'],
	'registry-connection-refused': ['loopback-registry-from-builder', 'devcontainer-build-push-loopback', 'loopback-wildcard-domain'],
	'push-attestation-rejected-quay': attestations,
	'push-manifest-rejected': [...attestations, 'push-oci-rejected', ...formats],
	'push-attestation-subject-rejected': attestations,
	'push-oci-rejected': formats,
	'target-rejects-image-index': [...formats, ...attestations],
	'oci-unsupported-by-target': formats,
	'schema1-manifest': ['image-moved', 'image-deprecated', 'tag-not-found'],
	'platform-missing': platforms,
	'platform-mismatch-single': platforms,
	'ref-invalid-format': forms,
	'ref-uppercase-repository': forms,
	'ref-has-scheme': forms,
	'ref-arg-without-default': forms,
	'ref-undefined-arg': forms,
	'ref-unqualified-short-name': ['ref-podman-localhost-prefix'],
	'layers-zstd': ['push-oci-mediatype-conflict'],
	'buildah-oci-drops-instruction': formats,
	'builder-load-manifest-list': ['builder-multi-platform-unsupported', 'builder-output-missing'],
};

/** Does a finding of that code speak of one image by its name? Output that names another image is not about it. */
export function isAboutName(code: string): boolean {
	return names.includes(code) || forms.includes(code);
}

/** Can a finding of that code in a file be behind output of this code? */
export function isBehind(output: string, finding: string): boolean {
	return output === finding || (kin[output]?.includes(finding) ?? false);
}

const implied: Readonly<Record<string, string>> = {
	'oci-unsupported-by-target': 'docker-1.13',
	'push-attestation-rejected-quay': 'quay-3.8',
	'push-manifest-rejected': 'quay-3.8',
	'target-rejects-image-index': 'aws-lambda',
	'layers-zstd': 'docker-20.10',
	'ref-unqualified-short-name': 'cri-o-1.34',
};

/** The kind of place that output proves to be at the other end: checks for it say what to change in the files. */
export function impliedTarget(output: string): string | undefined {
	return implied[output];
}

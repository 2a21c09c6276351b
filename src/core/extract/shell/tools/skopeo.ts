import type { ToolSyntax } from './toolSyntax.ts';

const inspect = 'authfile: cert-dir: config creds: daemon-host: f|format: n|no-creds no-tags: raw registry-token: retry-times: shared-blob-dir: tls-verify username: password: image-parallel-copies:';

/** skopeo: every image has its transport in front. */
export const skopeo: ToolSyntax = {
	names: ['skopeo'],
	flags: 'command-timeout: debug insecure-policy override-arch: override-os: override-variant: policy: registries.d: tmpdir: user-agent-prefix:',
	commands: {
		'copy': { flags: 'additional-tag:push a|all authfile: decryption-key: dest-authfile: dest-cert-dir: dest-compress dest-compress-format: dest-compress-level: dest-creds: dest-daemon-host: '
			+ 'dest-decompress dest-force-compress-format dest-no-creds dest-oci-accept-uncompressed-layers dest-password: dest-precompute-digests dest-registry-token: dest-shared-blob-dir: '
			+ 'dest-tls-verify dest-username: digestfile: encrypt-layer: encryption-key: f|format: image-parallel-copies: multi-arch: preserve-digests q|quiet remove-signatures '
			+ 'retry-times: retry-delay: sign-by: sign-by-sigstore: sign-by-sigstore-private-key: sign-identity: sign-passphrase-file: src-authfile: src-cert-dir: src-creds: src-daemon-host: src-no-creds '
			+ 'src-password: src-registry-token: src-shared-blob-dir: src-tls-verify src-username:', operands: 'transport-pull transport-push' },
		'inspect': { flags: inspect, operands: 'transport-inspect' },
		'list-tags': { flags: inspect, operands: 'transport-inspect' },
		'delete': { flags: inspect, operands: 'transport-inspect' },
		'sync': { flags: 'all a authfile: d|dest: s|src: dest-authfile: dest-cert-dir: dest-creds: dest-tls-verify digestfile: dry-run f|format: keep-going preserve-digests remove-signatures retry-times: '
			+ 'scoped sign-by: src-authfile: src-cert-dir: src-creds: src-tls-verify src-username: src-password: dest-username: dest-password: append-suffix:', operands: 'sync-source sync-destination' },
		'login': { flags: 'authfile: cert-dir: compat-auth-file: get-login p|password: password-stdin tls-verify u|username: v|verbose' },
		'logout': { flags: 'a|all authfile:' },
		'manifest-digest': { flags: '' }, 'standalone-sign': { flags: 'o|output:' }, 'standalone-verify': { flags: '' }, 'generate-sigstore-key': { flags: '' },
	},
};

import type { CommandSyntax, ToolSyntax } from './toolSyntax.ts';

const craneGlobal = 'allow-nondistributable-artifacts insecure platform: v|verbose';
const craneCommands: Readonly<Record<string, CommandSyntax>> = {
	'append': { flags: 'b|base:pull f|new_layer: t|new_tag:push o|output: set-base-image-annotations' },
	'auth login': { flags: 'u|username: p|password: password-stdin' }, 'auth logout': { flags: '' }, 'auth get': { flags: '' },
	'blob': { flags: '', operands: 'inspect' }, 'config': { flags: '', operands: 'inspect' },
	'copy': { flags: 'a|all-tags j|jobs: n|no-clobber', operands: 'pull push' }, 'cp': { flags: 'a|all-tags j|jobs: n|no-clobber', operands: 'pull push' },
	'delete': { flags: '', operands: 'inspect' },
	'digest': { flags: 'full-ref tarball:', operands: 'inspect' }, 'export': { flags: '', operands: 'pull' },
	'flatten': { flags: 't|tag:push', operands: 'inspect' }, 'index append': {
		flags: 'docker-empty-base flatten m|manifest:pull t|tag:push',
		operands: 'inspect',
	}, 'index filter': { flags: 'platform: t|tag:push', operands: 'inspect' },
	'ls': { flags: 'full-ref O|omit-digest-tags', operands: 'inspect' }, 'manifest': { flags: '', operands: 'inspect' },
	'mutate': {
		flags: 'a|annotation: append: cmd: entrypoint: e|env: exposed-ports: l|label: o|output: repo: set-platform: t|tag:push u|user: w|workdir:',
		operands: 'inspect',
	},
	'pull': { flags: 'annotate-ref c|cache_path: format:', operands: 'pull-not-last+' }, 'push': { flags: 'image-refs: index', operands: '- push' },
	'rebase': { flags: 'new_base:pull old_base:inspect t|tag:push', operands: 'inspect' },
	'tag': { flags: '', operands: 'inspect' }, 'validate': { flags: 'fast remote:inspect tarball:' }, 'catalog': { flags: '' }, 'version': { flags: '' },
};

/** crane of go-containerregistry. */
export const crane: ToolSyntax = { names: ['crane'], flags: craneGlobal, commands: craneCommands };
/** crane with Google's additions. */
export const gcrane: ToolSyntax = {
	names: ['gcrane'],
	flags: craneGlobal,
	commands: { ...craneCommands, 'cp': { flags: 'r|recursive j|jobs:', operands: 'pull push' } },
};

const orasFlags = 'a|annotation: annotation-file: artifact-type: ca-file: cert-file: concurrency: config: c|concurrency: D|debug disable-path-validation distribution-spec: export-manifest: from-oci-layout '
	+ 'from-password: from-username: from-plain-http format: H|header: identity-token: identity-token-stdin image-spec: include-subject insecure k|keep-old-files key-file: no-tty oci-layout o|output: p|password: '
	+ 'password-stdin plain-http platform: registry-config: resolve: r|recursive subject: template: to-oci-layout to-password: to-username: to-plain-http u|username: v|verbose';

/** oras: artifacts in registries. */
export const oras: ToolSyntax = {
	names: ['oras'],
	flags: orasFlags,
	commands: {
		'push': { flags: orasFlags, operands: 'artifact-push -+' }, 'pull': { flags: orasFlags, operands: 'artifact' }, 'attach': { flags: orasFlags, operands: 'inspect -+' },
		'discover': { flags: orasFlags, operands: 'inspect' }, 'cp': { flags: orasFlags, operands: 'artifact artifact-push' }, 'copy': { flags: orasFlags, operands: 'artifact artifact-push' },
		'resolve': { flags: orasFlags, operands: 'inspect' }, 'tag': { flags: orasFlags, operands: 'inspect -+' }, 'login': { flags: orasFlags }, 'logout': { flags: '' },
		'manifest fetch': { flags: orasFlags, operands: 'inspect' }, 'manifest fetch-config': { flags: orasFlags, operands: 'inspect' }, 'manifest push': { flags: orasFlags, operands: 'artifact-push -' },
		'manifest delete': { flags: `${orasFlags} f|force`, operands: 'inspect' }, 'repo tags': { flags: orasFlags, operands: 'inspect' }, 'blob fetch': { flags: orasFlags }, 'version': { flags: '' },
	},
};

const regFlags = 'format: host: logopt: user-agent: v|verbosity: platform: p: require-list raw-body list';

const modFlags = 'annotation: annotation-base: annotation-promote base-digest: base-name: buildarg-rm: config-cmd: config-entrypoint: config-platform: config-time: config-time-max: create:push data-max: digest-algo: env: '
	+ 'expose-add: expose-rm: external-urls-rm file-tar-time: file-tar-time-max: label: label-to-annotation layer-add: layer-compress: layer-reproducible layer-rm-created-by: layer-rm-index: layer-strip-file: '
	+ 'layer-time: layer-time-max: rebase rebase-ref: replace reproducible time: time-max: to-docker to-oci to-oci-referrers volume-add: volume-rm:';

/** regctl of regclient. */
export const regctl: ToolSyntax = {
	names: ['regctl'],
	flags: regFlags,
	commands: {
		'image copy': { flags: `${regFlags} digest-tags external fast force-recursive include-external platforms: referrers`, operands: 'pull push' },
		'image digest': { flags: regFlags, operands: 'inspect' }, 'image inspect': { flags: regFlags, operands: 'inspect' }, 'image manifest': { flags: regFlags, operands: 'inspect' },
		'image config': { flags: regFlags, operands: 'inspect' }, 'image export': { flags: regFlags, operands: 'pull' }, 'image mod': { flags: `${regFlags} ${modFlags}`, operands: 'inspect' },
		'image get-file': { flags: regFlags, operands: 'inspect' }, 'image check-base': { flags: `${regFlags} base:inspect`, operands: 'inspect' }, 'image ratelimit': { flags: regFlags, operands: 'inspect' },
		'manifest get': { flags: regFlags, operands: 'inspect' }, 'manifest head': { flags: regFlags, operands: 'inspect' }, 'manifest digest': { flags: regFlags, operands: 'inspect' },
		'index create': { flags: `${regFlags} ref:pull digest: annotation:`, operands: 'push' },
		'tag ls': { flags: regFlags, operands: 'inspect' }, 'artifact list': { flags: regFlags, operands: 'inspect' }, 'artifact get': { flags: regFlags, operands: 'artifact' }, 'artifact put': { flags: `${regFlags} f|file: artifact-type: m|file-media-type:`, operands: 'artifact-push' },
		'registry login': { flags: 'u|user: p|pass: pass-stdin' }, 'registry set': { flags: 'tls: credential-helper:' }, 'version': { flags: '' },
	},
};

/** cosign: signatures beside images. */
export const cosign: ToolSyntax = {
	names: ['cosign'],
	flags: 'output-file: d|verbose t|timeout:',
	commands: Object.fromEntries([
		'sign', 'verify', 'attest', 'verify-attestation', 'triangulate', 'tree', 'download sbom', 'download attestation',
		'download signature', 'attach sbom', 'attach signature', 'attach attestation', 'clean', 'copy', 'save', 'generate',
	].map(name => [name, {
		flags: 'a|annotations: allow-http-registry allow-insecure-registry attachment: attestation: bundle: ca-intermediates: ca-roots: cert: cert-chain: certificate: certificate-chain: certificate-github-workflow-name: '
			+ 'certificate-github-workflow-ref: certificate-github-workflow-repository: certificate-github-workflow-sha: certificate-github-workflow-trigger: certificate-identity: certificate-identity-regexp: '
			+ 'certificate-oidc-issuer: certificate-oidc-issuer-regexp: dir: fulcio-auth-flow: fulcio-url: identity-token: input-format: insecure-ignore-tlog:? k8s-keychain key: local-image max-workers: new-bundle-format:? no-upload: private-infrastructure '
			+ 'oidc-client-id: oidc-client-secret-file: oidc-issuer: oidc-provider: oidc-redirect-url: only: o|output: output-certificate: output-file: output-payload: output-signature: payload: platform: policy: '
			+ 'predicate: predicate-type: r|recursive registry-cacert: registry-client-cert: registry-client-key: registry-password: registry-referrers-mode: registry-server-name: registry-token: registry-username: '
			+ 'rekor-entry-type: rekor-response: rekor-url: sbom: sct: sign-container-identity: signature: signature-digest-algorithm: signing-config: sk slot: statement: timestamp-certificate-chain: timestamp-client-cacert: '
			+ 'timestamp-client-cert: timestamp-client-key: timestamp-server-name: timestamp-server-url: tlog-upload:? trusted-root: tsr: type: upload:? y|yes',
		operands: name === 'copy' ? 'inspect push' : 'signed+',
	}])),
};

import { composeCommands, composeFlags, exec, history, inspect, runFlags } from './docker.ts';
import { plain } from './toolSyntax.ts';
import type { CommandSyntax, ToolSyntax } from './toolSyntax.ts';

/** Flags of `podman build` and `buildah build`, and those of BuildKit that are written there by mistake: their values are no operands. */
export const buildahBuildFlags = 'add-host: all-platforms annotation: arch: attest: authfile: build-arg: build-arg-file: build-context:build-context cache-from:cache-from cache-to:cache-to cache-ttl: '
	+ 'cap-add: cap-drop: cert-dir: cgroup-parent: cgroupns: compat-volumes cpp-flag: cpu-period: cpu-quota: c|cpu-shares: cpuset-cpus: cpuset-mems: created-annotation creds: '
	+ 'decryption-key: device: D|disable-compression disable-content-trust dns: dns-option: dns-search: env: f|file: force-compression force-rm format: from:pull group-add: '
	+ 'hooks-dir: http-proxy identity-label: ignorefile: iidfile: inherit-annotations inherit-labels ipc: isolation: jobs: label: layer-label: layers logfile: manifest:tag m|memory: memory-swap: '
	+ 'metadata-file: network: no-cache no-hostname no-hosts omit-history os: os-feature: os-version: o|output: pid: platform: provenance: pull q|quiet retry: retry-delay: rewrite-timestamp rm '
	+ 'runtime: runtime-flag: save-stages sbom: sbom-output: sbom-scanner-image:pull secret: security-opt: shm-size: sign-by: signature-policy: skip-unused-stages source-date-epoch: squash squash-all '
	+ 'ssh: stdin t|tag:tag target: timestamp: tls-verify ulimit: unsetannotation: unsetenv: unsetlabel: userns: variant: v|volume:';

/** Flags that the commands which talk to a registry share. */
export const transferFlags = 'all a|all-tags add-compression: arch: authfile: cert-dir: compression-format: compression-level: creds: digestfile: D|disable-compression decryption-key: '
	+ 'encrypt-layer: encryption-key: force-compression f|format: os: platform: policy: q|quiet remove-signatures retry: retry-delay: rm shortcircuit: sign-by: sign-by-sigstore: '
	+ 'sign-by-sigstore-private-key: sign-passphrase-file: tls-verify variant: p|purge';

/** `pull` of `[transport:]reference`. */
export const pull: CommandSyntax = { flags: transferFlags, operands: 'maybe-transport-pull+' };
/** `push` of a local image, to another name when there is one. */
export const push: CommandSyntax = { flags: transferFlags, operands: 'local maybe-transport-push' };

/** The `manifest` subcommands of buildah and podman. */
export const manifestCommands: Readonly<Record<string, CommandSyntax>> = {
	'manifest create': { flags: 'a|amend all annotation: tls-verify', operands: 'tag local+' },
	'manifest add': {
		flags: 'all annotation: arch: artifact artifact-type: authfile: cert-dir: creds: features: os: os-version: tls-verify variant:',
		operands: 'local maybe-transport-pull',
	},
	'manifest annotate': { flags: 'annotation: arch: features: os: os-features: os-version: variant:', operands: 'local' },
	'manifest inspect': { flags: 'authfile: tls-verify', operands: 'inspect' },
	'manifest push': { flags: transferFlags, operands: 'local maybe-transport-push' },
	'manifest rm': plain, 'manifest exists': plain,
};

const podmanRunFlags = `${runFlags} annotation: arch: authfile: cgroup-conf: cgroups: conmon-pidfile: decryption-key: env-host gidmap: hostuser: http-proxy image-volume: init-path: `
	+ 'no-hosts os: passwd pidfile: pod: pod-id-file: preserve-fd: preserve-fds: replace requires: rootfs sdnotify: seccomp-policy: secret: subgidname: subuidname: systemd: '
	+ 'timeout: tls-verify tz: uidmap: umask: unsetenv: variant:';
const run: CommandSyntax = { flags: podmanRunFlags, operands: 'maybe-transport-pull', stops: true };
const save: CommandSyntax = { flags: 'compress format: m|multi-image-archive o|output: q|quiet uncompressed', operands: 'local+' };
const commit: CommandSyntax = { flags: 'a|author: c|change: f|format: iidfile: include-volumes m|message: p|pause q|quiet squash', operands: '- tag' };
const imported: CommandSyntax = { flags: 'arch: c|change: m|message: os: q|quiet signature-policy: variant:', operands: '- tag' };
const build: CommandSyntax = { flags: buildahBuildFlags, builds: { files: ['Containerfile', 'Dockerfile'] } };

/** podman. */
export const podman: ToolSyntax = {
	names: ['podman', 'podman-remote', 'podman.exe'],
	flags: 'cgroup-manager: conmon: c|connection: config: events-backend: hooks-dir: identity: imagestore: log-level: module: network-cmd-path: network-config-dir: out: r|remote root: '
		+ 'runroot: runtime: runtime-flag: ssh: storage-driver: storage-opt: syslog tmpdir: transient-store url: volumepath:',
	commands: {
		run, create: run, 'container run': run, 'container create': run,
		build, 'image build': build, 'buildx build': build, 'farm build': build,
		pull, 'image pull': pull, push, 'image push': push,
		'tag': { flags: '', operands: 'local tag+' }, 'image tag': { flags: '', operands: 'local tag+' }, 'untag': plain,
		save, 'image save': save, 'import': imported, 'image import': imported,
		commit, 'container commit': commit,
		'image scp': plain, 'image exists': { flags: '', operands: 'local' }, 'image inspect': { flags: 'f|format:', operands: 'local+' }, inspect, history, 'image history': history, 'images': plain, 'image trust': plain,
		'login': { flags: 'authfile: cert-dir: compat-auth-file: get-login p|password: password-stdin secret: tls-verify u|username: v|verbose' },
		'logout': plain, 'search': plain, 'load': plain, 'image load': plain, 'rmi': plain, 'rm': plain, 'ps': plain, 'stop': plain, exec, 'container exec': exec,
		'kube play': { flags: 'authfile: build configmap: creds: down network: replace' }, 'play kube': { flags: 'authfile: build configmap: creds: down network: replace' },
		...manifestCommands,
		'compose': { flags: composeFlags },
		...Object.fromEntries(Object.entries(composeCommands).map(([name, syntax]) => [`compose ${name}`, syntax])),
	},
};

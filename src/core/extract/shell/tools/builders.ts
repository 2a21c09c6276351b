import { buildFlags, composeCommands, composeFlags, docker, runFlags } from './docker.ts';
import type { CommandSyntax, ToolSyntax } from './toolSyntax.ts';

/** nerdctl takes docker's commands. */
export const nerdctl: ToolSyntax = {
	names: ['nerdctl', 'nerdctl.lima', 'finch'],
	flags: 'a|address: H|host: bridge-ip: cgroup-manager: cni-netconfpath: cni-path: data-root: debug debug-full experimental host-gateway-ip: hosts-dir: insecure-registry n|namespace: snapshotter: storage-driver:',
	commands: {
		...docker.commands,
		'pull': { flags: 'all-platforms cosign-key: platform: q|quiet unpack: verify: snapshotter:', operands: 'pull' },
		'push': {
			flags: 'all-platforms allow-nondistributable-artifacts cosign-key: estargz ipfs-address: platform: q|quiet sign: snapshotter:',
			operands: 'push',
		},
		'run': { flags: `${runFlags} verify: cosign-key: snapshotter: systemd:`, operands: 'pull', stops: true },
		'build': { flags: `${buildFlags} buildkit-host: allow: source-policy-file:`, builds: { files: ['Dockerfile', 'Containerfile'] } },
		'image convert': { flags: 'estargz oci zstd zstdchunked nydus platform: all-platforms format:', operands: 'local tag' },
		'image encrypt': { flags: 'recipient: platform:', operands: 'local tag' },
	},
};

/** Compose as a program of its own. */
export const dockerCompose: ToolSyntax = { names: ['docker-compose', 'docker-compose.exe'], flags: composeFlags, commands: composeCommands };
/** The Compose of podman. */
export const podmanCompose: ToolSyntax = {
	names: ['podman-compose'],
	flags: `${composeFlags} in-pod: pod-args: podman-args: podman-path:`,
	commands: composeCommands,
};

/** buildx called by its plugin's name. */
export const buildx: ToolSyntax = {
	names: ['docker-buildx', 'buildx'],
	flags: 'builder: D|debug',
	commands: Object.fromEntries(Object.entries(docker.commands)
		.filter(([name]) => name.startsWith('buildx '))
		.map(([name, syntax]) => [name.slice(7), syntax])),
};

const kanikoBuild: CommandSyntax = {
	flags: 'b|build-arg: cache:? cache-dir: cache-repo:push cache-copy-layers cache-run-layers cache-ttl: cleanup c|context: context-sub-path: custom-platform: customPlatform: d|destination:push digest-file: f|dockerfile: '
		+ 'force git: ignore-path: image-download-retry: image-fs-extract-retry: image-name-with-digest-file: image-name-tag-with-digest-file: insecure insecure-pull insecure-registry: kaniko-dir: label: log-format: log-timestamp '
		+ 'no-push no-push-cache oci-layout-path: push-retry: registry-certificate: registry-client-cert: registry-map: registry-mirror: reproducible single-snapshot skip-tls-verify skip-tls-verify-pull '
		+ 'skip-tls-verify-registry: skip-unused-stages snapshotMode: snapshot-mode: tar-path: tarPath: target: use-new-run v|verbosity:',
	builds: { files: ['Dockerfile'] },
};

/** kaniko's executor has no subcommand. */
export const kaniko: ToolSyntax = { names: ['executor', '/kaniko/executor'], flags: kanikoBuild.flags, commands: { '': kanikoBuild } };

const devcontainerFlags = 'additional-features: buildkit: cache-from:cache-from cache-to:cache-to config: docker-compose-path: docker-path: id-label: image-name:tag label: log-format: log-level: no-cache:? '
	+ 'output:output override-config: platform: push:? remote-env: remove-existing-container:? secrets-file: skip-feature-auto-mapping skip-persisting-customizations-from-features terminal-columns: terminal-rows: user-data-folder: workspace-folder:';

/** The devcontainer CLI. */
export const devcontainer: ToolSyntax = {
	names: ['devcontainer', '@devcontainers/cli'],
	flags: '',
	commands: {
		'build': { flags: devcontainerFlags }, 'up': { flags: devcontainerFlags }, 'exec': { flags: devcontainerFlags, stops: true }, 'run-user-commands': { flags: devcontainerFlags }, 'read-configuration': { flags: devcontainerFlags },
		'features publish': { flags: 'n|namespace: r|registry: log-level:' }, 'features test': { flags: 'base-image:pull f|features: i|base-image:pull p|project-folder: remote-user: log-level: skip-scenarios' },
		'features info': { flags: 'log-level: output-format:', operands: '- artifact' }, 'templates apply': { flags: 'a|template-args: f|features: t|template-id:artifact w|workspace-folder:' }, 'templates publish': { flags: 'n|namespace: r|registry:' },
	},
};

/** Cloud Native Buildpacks. */
export const pack: ToolSyntax = {
	names: ['pack'],
	flags: 'no-color q|quiet timestamps v|verbose',
	commands: { 'build': { flags: 'B|builder:pull b|buildpack: cache: cache-image:push clear-cache d|descriptor: D|default-process: docker-host: e|env: env-file: lifecycle-image:pull network: p|path: platform: publish pull-policy: '
		+ 'previous-image:local run-image:pull s|sbom-output-dir: t|tag:tag trust-builder volume:', operands: 'tag' } },
};

import { buildahBuildFlags, manifestCommands, pull, push } from './podman.ts';
import { plain } from './toolSyntax.ts';
import type { CommandSyntax, ToolSyntax } from './toolSyntax.ts';

const build: CommandSyntax = { flags: buildahBuildFlags, builds: { files: ['Containerfile', 'Dockerfile'] } };

/** buildah. */
export const buildah: ToolSyntax = {
	names: ['buildah'],
	flags: 'cgroup-manager: debug log-level: registries-conf: registries-conf-dir: root: runroot: short-name-alias-conf: storage-driver: storage-opt: userns-gid-map: userns-uid-map:',
	commands: {
		bud: build, build, 'build-using-dockerfile': build,
		'from': { flags: 'add-host: arch: authfile: cap-add: cap-drop: cert-dir: cgroup-parent: cidfile: cpu-period: cpu-quota: c|cpu-shares: cpuset-cpus: cpuset-mems: creds: device: format: '
			+ 'group-add: http-proxy ipc: isolation: m|memory: memory-swap: name: network: os: pid: platform: pull pull-always pull-never q|quiet retry: security-opt: shm-size: '
			+ 'tls-verify ulimit: userns: variant: v|volume:', operands: 'maybe-transport-pull' },
		pull, push,
		'tag': { flags: '', operands: 'local tag+' },
		'commit': { flags: 'authfile: blob-cache: cert-dir: change: creds: cw: D|disable-compression encrypt-layer: encryption-key: f|format: identity-label: iidfile: manifest:tag omit-history q|quiet '
			+ 'reference-time: rm sbom: sign-by: squash timestamp: tls-verify', operands: '- maybe-transport-push' },
		'copy': { flags: 'add-history chmod: chown: contextdir: exclude: from:pull ignorefile: link parents q|quiet' },
		'add': { flags: 'add-history chmod: chown: checksum: contextdir: exclude: from:pull ignorefile: link q|quiet' },
		'mount': plain, 'umount': plain, 'unmount': plain, 'config': { flags: 'a|annotation: arch: author: cmd: c|created-by: entrypoint: e|env: l|label: os: p|port: u|user: v|volume: workingdir:' },
		'run': { flags: 'e|env: h|hostname: isolation: mount: network: t|terminal u|user: v|volume: workingdir:', stops: true },
		'images': plain, 'inspect': { flags: 'f|format: t|type:', operands: 'local-object+' }, 'rm': plain, 'rmi': plain, 'containers': plain, 'unshare': plain, 'info': plain, 'version': plain,
		'login': { flags: 'authfile: cert-dir: get-login p|password: password-stdin tls-verify u|username: v|verbose' }, 'logout': plain,
		...manifestCommands,
	},
};

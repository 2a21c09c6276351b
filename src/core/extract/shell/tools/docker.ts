import { plain } from './toolSyntax.ts';
import type { CommandSyntax, ToolSyntax } from './toolSyntax.ts';

/** Flags of `docker run` and `docker create`; podman and nerdctl share most. */
export const runFlags = 'add-host: annotation: a|attach: blkio-weight: blkio-weight-device: cap-add: cap-drop: cgroup-parent: cgroupns: cidfile: cpu-count: cpu-percent: cpu-period: '
	+ 'cpu-quota: cpu-rt-period: cpu-rt-runtime: c|cpu-shares: cpus: cpuset-cpus: cpuset-mems: d|detach detach-keys: device: device-cgroup-rule: device-read-bps: device-read-iops: '
	+ 'device-write-bps: device-write-iops: dns: dns-option: dns-search: domainname: entrypoint: e|env: env-file: expose: gpus: group-add: health-cmd: health-interval: health-retries: '
	+ 'health-start-interval: health-start-period: health-timeout: h|hostname: init i|interactive io-maxbandwidth: io-maxiops: ip: ip6: ipc: isolation: kernel-memory: l|label: label-file: '
	+ 'link: link-local-ip: log-driver: log-opt: mac-address: m|memory: memory-reservation: memory-swap: memory-swappiness: mount:mount name: network: net: network-alias: net-alias: '
	+ 'no-healthcheck oom-kill-disable oom-score-adj: pid: pids-limit: platform: privileged p|publish: P|publish-all pull: q|quiet read-only restart: rm runtime: security-opt: shm-size: '
	+ 'sig-proxy stop-signal: stop-timeout: storage-opt: sysctl: tmpfs: t|tty ulimit: use-api-socket u|user: umask: userns: uts: v|volume: volume-driver: volumes-from: w|workdir:';

/** Flags of `docker build` and `docker buildx build`; `--format`, of buildah, only so that its value is no operand. */
export const buildFlags = 'add-host: allow: annotation: attest: build-arg: build-context:build-context builder: cache-from:cache-from cache-to:cache-to call: cgroup-parent: check compress '
	+ 'cpu-period: cpu-quota: c|cpu-shares: cpuset-cpus: cpuset-mems: D|debug disable-content-trust: f|file: force-rm format: iidfile: isolation: label: load m|memory: memory-swap: metadata-file: '
	+ 'network: no-cache no-cache-filter: o|output:output platform: policy: progress: provenance: pull push q|quiet rm sbom: secret: security-opt: shm-size: squash ssh: t|tag:tag target: ulimit:';

/** Flags between `compose` and its subcommand. */
export const composeFlags = 'all-resources ansi: compatibility dry-run env-file: f|file: parallel: profile: progress: project-directory: p|project-name:';

/** `exec` of engines and of compose: behind the container's name stands a command. */
export const exec: CommandSyntax = {
	flags: 'd|detach detach-keys: e|env: env-file: index: i|interactive l|latest T|no-TTY privileged t|tty u|user: w|workdir:',
	operands: '-',
	stops: true,
};

/** Subcommands of compose: they name services, not images. */
export const composeCommands: Readonly<Record<string, CommandSyntax>> = {
	'build': { flags: 'build-arg: builder: check format: m|memory: no-cache print provenance: pull push q|quiet sbom: ssh: with-dependencies' },
	'up': { flags: 'abort-on-container-exit attach: build d|detach exit-code-from: force-recreate no-attach: no-build no-deps no-recreate pull: quiet-pull remove-orphans scale: t|timeout: wait wait-timeout: w|watch' },
	'push': { flags: 'ignore-push-failures include-deps q|quiet' },
	'pull': { flags: 'ignore-buildable ignore-pull-failures include-deps policy: q|quiet' },
	'run': { flags: `${runFlags} build service-ports T|no-TTY no-deps`, stops: true },
	'config': plain, 'create': plain, 'down': plain, 'publish': { flags: 'oci-version: resolve-image-digests with-env y|yes', operands: 'artifact-push' }, exec,
};

const serviceFlags = 'config: constraint: container-label: credential-spec: endpoint-mode: generic-resource: group: host: limit-cpu: limit-memory: limit-pids: max-concurrent: mode: no-resolve-image '
	+ 'placement-pref: replicas: replicas-max-per-node: reserve-cpu: reserve-memory: restart-condition: restart-delay: restart-max-attempts: restart-window: rollback-delay: rollback-failure-action: '
	+ 'rollback-max-failure-ratio: rollback-monitor: rollback-order: rollback-parallelism: secret: stop-grace-period: update-delay: update-failure-action: update-max-failure-ratio: update-monitor: '
	+ 'update-order: update-parallelism: with-registry-auth';
const run: CommandSyntax = { flags: runFlags, operands: 'pull', stops: true };
const build: CommandSyntax = { flags: buildFlags, builds: { files: ['Dockerfile'] } };
const pull: CommandSyntax = { flags: 'a|all-tags disable-content-trust platform: q|quiet', operands: 'pull' };
/** `--format` of buildah and `--provenance` of a build only so that their values are no operands. */
const push: CommandSyntax = { flags: 'a|all-tags disable-content-trust format: platform: provenance: q|quiet sbom:', operands: 'push' };
const tag: CommandSyntax = { flags: '', operands: 'local tag' };
const save: CommandSyntax = { flags: 'o|output: platform:', operands: 'local+' };
/** `inspect` of docker and podman. */
export const inspect: CommandSyntax = { flags: 'f|format: l|latest s|size type:', operands: 'local-object+' };
/** `history` of docker and podman. */
export const history: CommandSyntax = { flags: 'format: H|human:? no-trunc platform: q|quiet', operands: 'local' };
const commit: CommandSyntax = { flags: 'a|author: c|change: m|message: p|pause', operands: '- tag' };
const importing: CommandSyntax = { flags: 'c|change: m|message: platform:', operands: '- tag' };
const bake: CommandSyntax = { flags: 'allow: builder: call: check D|debug f|file: format: list: load metadata-file: no-cache print progress: provenance: pull push sbom: set:bake-set var:' };

/** docker with buildx, compose, scout. */
export const docker: ToolSyntax = {
	names: ['docker', 'docker.exe'],
	flags: 'config: c|context: D|debug H|host: l|log-level: tls tlscacert: tlscert: tlskey: tlsverify',
	commands: {
		run, create: run, 'container run': run, 'container create': run,
		build, 'image build': build, 'builder build': build, 'buildx build': build, 'buildx b': build, 'buildx': { flags: 'builder: D|debug' },
		'buildx bake': bake, 'buildx f': bake,
		'buildx create': { flags: 'append bootstrap buildkitd-config: config: buildkitd-flags: driver: driver-opt:driver-option leave name: node: platform: timeout: use' },
		'buildx use': plain, 'buildx inspect': plain, 'buildx ls': plain, 'buildx rm': plain, 'buildx prune': plain, 'buildx du': plain,
		'buildx imagetools create': {
			flags: 'annotation: append builder: dry-run f|file: metadata-file: platform: prefer-index progress: t|tag:push',
			operands: 'inspect+',
		},
		'buildx imagetools inspect': { flags: 'builder: format: raw', operands: 'inspect' },
		pull, 'image pull': pull, push, 'image push': push, tag, 'image tag': tag, save, 'image save': save,
		'manifest inspect': { flags: 'insecure v|verbose', operands: 'inspect inspect' },
		'manifest create': { flags: 'a|amend insecure', operands: 'tag inspect+' },
		'manifest annotate': { flags: 'arch: os: os-features: os-version: variant:', operands: 'local local' },
		'manifest push': { flags: 'insecure p|purge', operands: 'push' },
		'login': { flags: 'u|username: p|password: password-stdin' },
		'logout': plain, 'load': plain, 'image load': plain, 'import': importing, 'image import': importing, 'export': plain, 'images': plain, 'rmi': plain, 'rm': plain, 'ps': plain, 'stop': plain, 'start': plain, 'logs': plain, 'info': plain,
		'version': plain, 'network': plain, 'volume': plain, 'system': plain, 'inspect': inspect, 'history': history, 'image history': history, 'cp': plain, exec, 'container exec': exec,
		'image inspect': { flags: 'f|format: platform:', operands: 'local+' }, 'image rm': plain, 'image ls': plain, 'image prune': plain,
		'plugin install': { flags: 'alias: disable disable-content-trust grant-all-permissions', operands: 'artifact -+' },
		'plugin upgrade': { flags: 'disable-content-trust grant-all-permissions skip-remote-check', operands: '- artifact' },
		'plugin create': { flags: 'compress', operands: 'tag -' }, 'plugin push': { flags: 'disable-content-trust', operands: 'push' },
		'service create': { flags: `${runFlags} ${serviceFlags}`, operands: 'pull', stops: true },
		'service update': { flags: `${runFlags} ${serviceFlags} image:pull args: config-add: config-rm: constraint-add: constraint-rm: container-label-add: container-label-rm: env-add: env-rm: force label-add: label-rm: mount-add: mount-rm: network-add: network-rm: publish-add: publish-rm: rollback secret-add: secret-rm:` },
		'stack deploy': { flags: 'c|compose-file: detach orchestrator: prune resolve-image: with-registry-auth' },
		commit, 'container commit': commit,
		'compose': { flags: composeFlags },
		...Object.fromEntries(Object.entries(composeCommands).map(([name, syntax]) => [`compose ${name}`, syntax])),
		'scout quickview': {
			flags: 'org: platform: o|output: e|exit-code',
			operands: 'inspect',
		}, 'scout cves': { flags: 'format: org: platform: o|output: only-severity: e|exit-code', operands: 'inspect' },
		'scout recommendations': { flags: 'org: platform: o|output:', operands: 'inspect' },
		'sbom': { flags: 'format: o|output: platform:', operands: 'inspect' }, 'scan': { flags: 'f|file:', operands: 'inspect' },
		'trust sign': { flags: 'local', operands: 'local' }, 'trust inspect': { flags: 'pretty', operands: 'inspect' },
	},
};

import type { CommandSyntax, ToolSyntax } from './toolSyntax.ts';

const common = 'A|all-namespaces as: as-group: certificate-authority: client-certificate: client-key: cluster: context: dry-run f|filename: field-manager: insecure-skip-tls-verify:? kubeconfig: loglevel: n|namespace: '
	+ 'o|output: password: request-timeout: server: s: token: user: username: v: l|selector: k|kustomize: template: validate';
const runFlags = `${common} annotations: attach command env: e: expose generator: hostport: image:pull image-pull-policy: l|labels: leave-stdin-open limits: overrides: override-type: pod-running-timeout: port: privileged quiet replicas: requests: restart: rm save-config serviceaccount: `
	+ 'i|stdin t|tty wait';
const run: CommandSyntax = { flags: runFlags, stops: true };
const withImage: CommandSyntax = { flags: `${common} image:pull port: r|replicas: schedule: restart: from: env: e: claim-name: class: cmd`, stops: false };
const secret: CommandSyntax = { flags: `${common} append-hash docker-email: docker-password: docker-server: docker-username: from-file: type:` };
const setImage: CommandSyntax = { flags: `${common} all local record resource-version: source:`, operands: 'container-image+' };

const kubernetesCommands: Readonly<Record<string, CommandSyntax>> = {
	run, 'create deployment': withImage, 'create deploy': withImage, 'create job': withImage, 'create cronjob': withImage, 'create cj': withImage, 'set image': setImage,
	'create secret docker-registry': secret, 'create secret generic': secret,
	'debug': {
		flags: `${common} arguments-only attach container: c: copy-to: env: image:pull image-pull-policy: keep-annotations profile: quiet replace same-node set-image: share-processes i|stdin target: t|tty as-root as-user: node-name: to-namespace:`,
		stops: true,
	},
	'apply': { flags: `${common} R|recursive server-side force prune` }, 'exec': { flags: `${common} c|container: i|stdin t|tty`, operands: '-', stops: true },
};

/** kubectl. */
export const kubectl: ToolSyntax = { names: ['kubectl', 'kubectl.exe', 'microk8s.kubectl', 'k3s'], flags: common, commands: kubernetesCommands };

const newApp = `${common} allow-missing-images allow-missing-imagestream-tags as-deployment-config as-test binary: build-arg: build-env: code: context-dir: docker-image:pull env: e: env-file: file: grant-install-rights group: image:pull `
	+ 'i|image-stream: import-mode: insecure-registry l|labels: L|list name: no-install p|param: S|search source-secret: strategy: template: to: to-docker image-stream: D|dockerfile: build-secret: no-output push-secret:';

/** OpenShift's oc: all of kubectl and image streams. */
export const oc: ToolSyntax = {
	names: ['oc', 'oc.exe'],
	flags: common,
	commands: {
		...kubernetesCommands,
		'new-app': { flags: newApp, operands: 'app+' }, 'new-build': { flags: newApp, operands: 'app+' },
		'import-image': { flags: `${common} all confirm from:pull import-mode: insecure reference-policy: scheduled` },
		'tag': { flags: `${common} alias d|delete import-mode: insecure reference reference-policy: scheduled source:`, operands: 'stream-source' },
		'create imagestream': { flags: `${common} lookup-local`, operands: '-' }, 'create istag': { flags: `${common} from: from-image:pull reference reference-policy: scheduled` }, 'create imagestreamtag': { flags: `${common} from: from-image:pull reference reference-policy: scheduled` },
		'create deploymentconfig': withImage, 'create dc': withImage,
		'image info': { flags: `${common} a|registry-config: filter-by-os: insecure icsp-file: idms-file: show-multiarch`, operands: 'inspect+' },
		'image mirror': {
			flags: `${common} a|registry-config: filter-by-os: force insecure keep-manifest-list max-per-registry: from-dir: dir: skip-mount skip-multiple-scopes continue-on-error`,
			operands: 'mirror+',
		},
		'image extract': { flags: `${common} a|registry-config: path: file: confirm filter-by-os: insecure only-files`, operands: 'pull' },
		'image append': { flags: `${common} a|registry-config: from:pull to:push image: meta: drop-history filter-by-os: insecure` },
		'adm release mirror': { flags: `${common} a|registry-config: apply-release-image-signature from:pull from-dir: insecure max-per-registry: print-mirror-instructions: release-image-signature-to-dir: skip-release-image to:maybe-transport-push to-dir: to-image-stream: to-release-image:push` },
		'adm release extract': { flags: `${common} a|registry-config: command: command-os: file: from:pull git: insecure to: tools`, operands: 'pull' },
		'adm release info': {
			flags: `${common} a|registry-config: image-for: commits pullspecs`,
			operands: 'inspect',
		}, 'registry login': { flags: `${common} a|registry-config: to: registry: skip-check z|service-account:` },
		'secrets link': { flags: `${common} for:` }, 'secret link': { flags: `${common} for:` }, 'start-build': { flags: `${common} from-dir: from-file: from-repo: from-archive: commit: F|follow wait build-arg:` },
		'login': { flags: common }, 'whoami': { flags: 't|show-token' }, 'project': { flags: common }, 'new-project': { flags: `${common} display-name: description:` },
	},
};

const helmFlags = 'kubeconfig: kube-context: n|namespace: registry-config: repository-config: f|values: set: set-string: set-file: set-json: version: u|username: p|password: password-stdin ca-file: cert-file: key-file: d|destination: untar '
	+ 'untardir: plain-http insecure-skip-tls-verify i|install atomic wait timeout: create-namespace devel o|output: repo: verify keyring: post-renderer: description: history-max: force reuse-values reset-values dry-run';

/** helm: charts in registries (`oci://…`). */
export const helm: ToolSyntax = {
	names: ['helm'],
	flags: helmFlags,
	commands: {
		'pull': { flags: helmFlags, operands: 'oci' }, 'install': { flags: helmFlags, operands: 'oci oci' }, 'upgrade': { flags: helmFlags, operands: 'oci oci' }, 'template': { flags: helmFlags, operands: 'oci oci' },
		'show all': { flags: helmFlags, operands: 'oci' }, 'show chart': { flags: helmFlags, operands: 'oci' }, 'show values': { flags: helmFlags, operands: 'oci' },
		'push': { flags: helmFlags }, 'registry login': { flags: helmFlags }, 'registry logout': { flags: helmFlags }, 'package': { flags: helmFlags }, 'repo add': { flags: helmFlags },
	},
};

/** kind: local images go into a local cluster. */
export const kind: ToolSyntax = {
	names: ['kind'],
	flags: 'loglevel: q|quiet v|verbosity:',
	commands: {
		'load docker-image': { flags: 'n|name: nodes:', operands: 'local+' },
		'create cluster': { flags: 'config: image:pull kubeconfig: n|name: retain wait:' },
		'build node-image': { flags: 'base-image:pull image:tag arch: type:' },
	},
};
/** minikube. */
export const minikube: ToolSyntax = {
	names: ['minikube'],
	flags: 'p|profile: v|v:',
	commands: {
		'image load': { flags: 'daemon overwrite pull remote p|profile:', operands: 'local+' },
		'image pull': { flags: 'p|profile:', operands: 'pull' },
		'image push': { flags: 'p|profile:', operands: 'push' },
		'image build': { flags: 'all build-env: build-opt: f|file: node: push t|tag:tag p|profile:', builds: { files: ['Dockerfile'] } },
		'image tag': { flags: '', operands: 'local tag' },
		'cache add': { flags: 'all', operands: 'pull+' },
		'start': { flags: 'base-image:pull kubernetes-version: driver: cpus: memory: addons: container-runtime: insecure-registry: registry-mirror: p|profile:' },
	},
};
/** k3d. */
export const k3d: ToolSyntax = {
	names: ['k3d'],
	flags: '',
	commands: {
		'image import': { flags: 'c|cluster: k|keep-tarball t|keep-tools m|mode:', operands: 'local+' },
		'cluster create': { flags: 'a|agents: s|servers: i|image:pull p|port: v|volume: c|config: api-port: e|env: registry-use: registry-create: registry-config: k3s-arg: network: wait timeout:' },
	},
};
/** Of `ctr run`, whose image was pulled before. */
const ctrRunFlags = 'config: cwd: env: env-file: label: annotation: mount: net-host privileged read-only runtime: runtime-config-path: t|tty with-ns: pid-file: gpus: allow-new-privs memory-limit: '
	+ 'cap-add: cap-drop: seccomp seccomp-profile: apparmor-default-profile: apparmor-profile: blockio-config-file: blockio-class: rdt-class: hostname: user: rm null-io log-uri: d|detach fifo-dir: '
	+ 'cgroup: platform: cpus: cpu-shares: cpu-quota: cpu-period: rootfs no-pivot cni snapshotter: snapshotter-label: rootfs-propagation: runc-binary: runc-root: runc-systemd-cgroup uidmap: gidmap: remap-labels id:';
/** containerd's own tool. */
export const ctr: ToolSyntax = {
	names: ['ctr', 'k3s ctr'],
	flags: 'a|address: n|namespace: debug timeout: connect-timeout:',
	commands: {
		'run': { flags: ctrRunFlags, operands: 'local', stops: true },
		...Object.fromEntries(['image', 'images', 'i'].flatMap((group): [string, CommandSyntax][] => [
			[`${group} pull`, {
				flags: 'u|user: k|skip-verify plain-http tlscacert: hosts-dir: refresh: platform: all-platforms all-metadata snapshotter: label: print-chainid local',
				operands: 'pull',
			}],
			[`${group} push`, {
				flags: 'u|user: k|skip-verify plain-http tlscacert: hosts-dir: manifest: manifest-type: platform: refresh: local',
				operands: 'push',
			}],
			[`${group} tag`, { flags: 'force', operands: 'local tag' }],
			[`${group} export`, { flags: 'platform: all-platforms', operands: '- local+' }],
		])),
	},
};
/** crictl of the kubelet's container runtime interface. */
export const crictl: ToolSyntax = {
	names: ['crictl'],
	flags: 'c|config: D|debug i|image-endpoint: r|runtime-endpoint: t|timeout:',
	commands: { 'pull': { flags: 'auth: creds: a|annotation: pod-config:', operands: 'pull' }, 'inspecti': { flags: 'o|output: q|quiet', operands: 'local+' } },
};

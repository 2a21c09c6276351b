import { editDistance } from './editDistance.ts';
import { hostName } from './loopback.ts';

const known = [
	'docker.io', 'ghcr.io', 'quay.io', 'gcr.io', 'registry.k8s.io', 'mcr.microsoft.com', 'public.ecr.aws', 'registry.gitlab.com',
	'registry.access.redhat.com', 'registry.redhat.io', 'nvcr.io', 'docker.elastic.co', 'lscr.io',
];

/** Registries that are surely there, beside those that get misspelt. */
const surelyThere = ['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'registry.fedoraproject.org', 'registry.opensuse.org', 'registry.suse.com', 'registry.centos.org', 'cgr.dev', 'icr.io',
	'container-registry.oracle.com', 'docker.n8n.io', 'mirror.gcr.io', 'k8s.gcr.io', 'docker.pkg.github.com', 'codeberg.org', 'code.forgejo.org', 'docker.gitea.com', 'registry.dso.mil', 'docker.redpanda.com'];

/** True for a registry that everybody knows: when its name does not resolve, it is the network here that is away. */
export function isKnownRegistry(host: string): boolean {
	const name = hostName(host);
	return known.includes(name) || surelyThere.includes(name) || /(?:^|\.)(?:pkg\.dev|gcr\.io|icr\.io)$/.test(name);
}

/** True for names that only a cluster, a Compose network or a company resolves: `registry:5000`, `registry.infra.svc.cluster.local`. */
export function isInnerHost(host: string): boolean {
	const name = hostName(host);
	return !name.includes('.') || /\.(?:svc|svc\.cluster\.local|local|internal|intranet|lan|corp|home|home\.arpa|localdomain|private)$/.test(name);
}

/** Misspellings seen in real files; nobody runs a registry of their own under these names. */
const seen: Readonly<Record<string, string>> = {
	'ghrc.io': 'ghcr.io', 'gchr.io': 'ghcr.io', 'ghcr.oi': 'ghcr.io', 'ghcr.com': 'ghcr.io', 'qauy.io': 'quay.io', 'quai.io': 'quay.io', 'quay.oi': 'quay.io', 'quey.io': 'quay.io',
	'dockerhub.io': 'docker.io', 'docker.oi': 'docker.io', 'dokcer.io': 'docker.io', 'doker.io': 'docker.io', 'dcoker.io': 'docker.io', 'dockr.io': 'docker.io',
	'mcr.mircosoft.com': 'mcr.microsoft.com', 'mcr.micorsoft.com': 'mcr.microsoft.com', 'registry.k8s.oi': 'registry.k8s.io', 'regsitry.k8s.io': 'registry.k8s.io',
	'registry.gitlab.io': 'registry.gitlab.com', 'public.ecr.aw': 'public.ecr.aws',
};

/** The registry that a host is a misspelling of; `close` also takes names one or two letters away, for hosts that do not resolve. */
export function misspeltHost(host: string, close = false): string | undefined {
	const name = hostName(host);
	const exact = seen[name];
	if (exact !== undefined || !close || known.includes(name)) { return exact; }
	return known.find(one => editDistance(name, one, 2) <= (one.length < 8 ? 1 : 2));
}

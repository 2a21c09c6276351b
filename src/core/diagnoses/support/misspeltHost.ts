import { editDistance } from './editDistance.ts';
import { hostName } from './loopback.ts';

const known = ['docker.io', 'ghcr.io', 'quay.io', 'gcr.io', 'registry.k8s.io', 'mcr.microsoft.com', 'public.ecr.aws', 'registry.gitlab.com', 'registry.access.redhat.com', 'registry.redhat.io', 'nvcr.io', 'docker.elastic.co', 'lscr.io'];

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

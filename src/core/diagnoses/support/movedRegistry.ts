import type { Reference } from '../../model/index.ts';
import { withPath } from './verifiedCandidates.ts';

/** Where a reference of a retired registry is now. */
export interface MovedRegistry {
	/** The part of the name that moved, and what it is now: `k8s.gcr.io`, `registry.k8s.io`. */
	readonly old: string;
	readonly new: string;
	readonly reference: Reference;
}

/** The new place of a registry, or a part of one, that has moved; from announcements of their owners. */
export function movedRegistry(reference: Reference): MovedRegistry | undefined {
	const { domain, path } = reference;
	const to = (newDomain: string, newPath: string, old: string, now: string): MovedRegistry =>
		({ old, new: now, reference: withPath(reference, newPath, newDomain) });
	switch (domain) {
		// kubernetes.io: frozen since 3 April 2023.
		case 'k8s.gcr.io': return to('registry.k8s.io', path, domain, 'registry.k8s.io');
		case 'docker-registry.rahti.csc.fi': return to('image-registry.apps.2.rahti.csc.fi', path, domain, 'image-registry.apps.2.rahti.csc.fi');
		case 'docker.pkg.github.com': {
			// owner/repository/image: the repository is no part of the new name.
			const [owner, , image, more] = path.split('/');
			return owner && image && more === undefined ? to('ghcr.io', `${owner}/${image}`, domain, 'ghcr.io') : undefined;
		}
		case 'mcr.microsoft.com': {
			const name = /^vscode\/devcontainers\/(?<name>.+)$/.exec(path)?.groups?.['name'];
			if (name === undefined) { return undefined; }
			const renamed = `devcontainers/${name === 'codespaces' ? 'universal' : name}`;
			return to(domain, renamed, `${domain}/vscode/devcontainers`, `${domain}/devcontainers`);
		}
		case 'ghcr.io': {
			// The organization was given up; the devcontainer CLI reads its features from its successor since July 2025.
			const feature = /^devcontainers-contrib\/(?<feature>features\/.+)$/.exec(path)?.groups?.['feature'];
			return feature === undefined
				? undefined
				: to(domain, `devcontainers-extra/${feature}`, `${domain}/devcontainers-contrib`, `${domain}/devcontainers-extra`);
		}
		default: return undefined;
	}
}

import type { Reference } from '../../model/index.ts';
import { withPath, withTag } from './verifiedCandidates.ts';

/** A registry that was closed, and where its images may be now. */
export interface RetiredRegistry {
	readonly year: number;
	/** Has to be confirmed by the registry before it is offered. */
	readonly successor?: Reference;
}

/**
 * Registries that their owners have closed: Bintray (jfrog.com, 1 May 2021), CentOS (centos-devel, May 2023), OpenShift's first CI cluster
 * (docs.ci.openshift.org, 2021). `undefined` for all others.
 */
export function retiredRegistry(reference: Reference): RetiredRegistry | undefined {
	const { domain, path } = reference;
	if (domain === 'docker.bintray.io' && path.startsWith('jfrog/')) {
		return { year: 2021, successor: withPath(reference, path, 'releases-docker.jfrog.io') };
	}
	if (domain === 'bintray.io' || domain.endsWith('.bintray.io')) { return { year: 2021 }; }
	if (domain === 'registry.svc.ci.openshift.org') { return { year: 2021, successor: withPath(reference, path, 'registry.ci.openshift.org') }; }
	if (domain === 'registry.centos.org') {
		const image = path === 'centos' ? 'centos/centos' : path;
		const successor = withPath(reference, image, 'quay.io');
		const tag = /^[678]$/.test(reference.tag ?? '') && image === 'centos/centos' && !reference.digest ? `centos${reference.tag}` : undefined;
		return { year: 2023, successor: tag === undefined ? successor : withTag(successor, tag) };
	}
	return undefined;
}

import { isOfficialImage, similarRepositories } from './knownRepositories.ts';

/**
 * True for short names that podman and buildah resolve by their built-in alias list (containers/shortnames), so that no
 * machine asks what is meant. `path` is the normalised path on Docker Hub.
 */
export function hasShortNameAlias(path: string): boolean {
	return aliases.has(path.replace(/^library\//, ''));
}

/**
 * True for a short name that podman and buildah do not look for on Docker Hub without settings of the machine: an alias of another registry,
 * or a name of one word that no official image has, or nearly has, and that is most likely an image of this machine.
 */
export function meansAnotherPlace(path: string): boolean {
	const name = path.replace(/^library\//, '');
	return elsewhere.has(name) || (name !== path && !aliases.has(name) && !isOfficialImage(path) && similarRepositories('docker.io', path, 1).length === 0);
}

const elsewhere = new Set(`buildah centos fedora fedora-minimal opensuse/leap opensuse/tumbleweed oraclelinux podman redhat/ubi8 redhat/ubi9 rockylinux skopeo ubi7 ubi8 ubi9`.split(' '));

const aliases = new Set([
	...elsewhere,
	...`almalinux alpine archlinux busybox debian docker golang hello-world node perl php python registry ruby rust swarm ubuntu alpine/git`.split(' '),
]);

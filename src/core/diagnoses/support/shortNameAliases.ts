/**
 * True for short names that podman and buildah resolve by their built-in alias list (containers/shortnames), so that no
 * machine asks what is meant. `path` is the normalised path on Docker Hub.
 */
export function hasShortNameAlias(path: string): boolean {
	return aliases.has(path.replace(/^library\//, ''));
}

const aliases = new Set(`almalinux alpine archlinux busybox centos debian docker fedora fedora-minimal golang hello-world node opensuse/leap opensuse/tumbleweed
	oraclelinux perl php python redhat/ubi8 redhat/ubi9 registry rockylinux ruby rust swarm ubi7 ubi8 ubi9 ubuntu
	alpine/git buildah podman skopeo`.split(/\s+/));

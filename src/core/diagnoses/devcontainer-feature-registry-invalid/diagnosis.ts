import { defineDiagnosis, editFix } from '../diagnosis.ts';

/**
 * A feature whose first part is no host: the dev container CLI asks no registry without a dot in its name (`localhost` apart),
 * and takes what is left for a release on GitHub only when it is `owner/repository/feature[@version]`.
 */
export const devcontainerFeatureRegistryInvalid = defineDiagnosis({
	code: 'devcontainer-feature-registry-invalid',
	title: 'Feature without a registry',
	severity: 'warning',
	*use(use) {
		const id = use.text.replace(/^"|"$/g, '');
		if (use.kind !== 'devcontainer-feature' || use.class !== 'artifact' || !id.includes('/') || /[$\\{]/.test(id)) { return; }
		const registry = id.slice(0, id.indexOf('/'));
		if (registry.includes('.') || registry.startsWith('localhost') || isRelease(id)) { return; }
		const start = use.span.start + use.text.indexOf(id);
		const known = id.startsWith('devcontainers/features/');
		yield {
			at: { start, end: start + registry.length },
			message: { text: '"{registry}" is no registry to the dev container CLI: it has no dot.', args: { registry } },
			fixes: known
				? [editFix({ text: 'Write the full name "{name}"', args: { name: `ghcr.io/${id}` } }, [{ span: { start, end: start }, newText: 'ghcr.io/' }])]
				: [],
		};
	},
});

/** The old way to name a feature, a GitHub release, which the CLI still follows. */
function isRelease(id: string): boolean {
	return /^[^/@]+\/[^/@]+\/[a-zA-Z0-9_-]+(?:@[^@:]+)?$/.test(id);
}

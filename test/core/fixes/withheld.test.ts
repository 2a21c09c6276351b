import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

/** Found, but what an edit would have to change is not all in the file, or not one thing. */
describe('No edit is offered where it could not be right', () => {
	for (const [what, file, text] of [
		['both --push and --output', 'b.sh', 'docker buildx build --push --output type=image,name=r.acme.dev/a:1 .\n'],
		['a dev container without a name', 'b.sh', 'devcontainer build --workspace-folder . --push true\n'],
		['a dev container behind sudo', 'b.sh', 'sudo devcontainer build --workspace-folder . --image-name r.acme.dev/a:1 --push true\n'],
		['a dev container with both', 'b.sh', 'devcontainer build --workspace-folder . --image-name r.acme.dev/a:1 --push true --output type=image,push=true\n'],
		['a dev container whose variable says otherwise', 'b.sh', 'BUILDX_NO_DEFAULT_ATTESTATIONS=$X devcontainer build --workspace-folder . --image-name r.acme.dev/a:1 --push true\n'],
		['a step of Cloud Build', 'cloudbuild.yaml', 'steps:\n- name: gcr.io/cloud-builders/docker\n  args: [buildx, build, --push, -t, r.acme.dev/a:1, .]\n'],
		['bake in a step of Cloud Build', 'cloudbuild.yaml', 'steps:\n- name: gcr.io/cloud-builders/docker\n  args: [buildx, bake, --push]\n'],
		['buildah in a step of Cloud Build', 'cloudbuild.yaml', 'steps:\n- name: quay.io/buildah/stable\n  entrypoint: buildah\n  args: [bud, -t, r.acme.dev/a:1, .]\n'],
		['a push in a step of Cloud Build', 'cloudbuild.yaml', 'steps:\n- name: quay.io/buildah/stable\n  entrypoint: buildah\n  args: [push, --format=oci, r.acme.dev/a:1]\n'],
	] as const) {
		it(what, async () => {
			const { findings } = await checkDiagnosis({ [file]: text }, { settings: 'targets: openshift-3.11' });
			const found = findings.filter(finding => finding.code === 'oci-unsupported-by-target');
			assert.equal(found.length, 1, findings.map(finding => finding.code).join(' '));
			assert.deepEqual(found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits)), []);
		});
	}
});

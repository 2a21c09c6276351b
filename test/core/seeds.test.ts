import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain/explain.ts';
import { applyEdits, checkDiagnosis } from '../support/checkDiagnosis.ts';

/*
 * The lines of the two documents that this project began with, as short excerpts, and the codes that the catalogue's coverage map
 * names for them. Each line must give its codes; more are allowed only where they are listed.
 */

type Files = Readonly<Record<string, string>>;
interface Line {
	readonly says: string;
	readonly files: Files;
	readonly codes: string;
	readonly registry?: string;
	readonly settings?: string;
}

const page = (command: string, language = 'bash'): Files => ({ 'docs/page.md': `# A page\n\n\`\`\`${language}\n${command}\n\`\`\`\n` });
const openshift = 'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: IMAGE\n';
const quayTypes = 'ALLOWED_OCI_ARTIFACT_TYPES:\n    application/vnd.oci.image.config.v1+json:\n        - application/vnd.oci.image.layer.v1.tar+zstd\n    application/vnd.sylabs.sif.config.v1+json:\n        - application/vnd.sylabs.sif.layer.v1+tar\n';

const rahti: readonly Line[] = [
	{ says: 'a typing mistake in the tag', files: { Dockerfile: 'FROM node:20-alpin\n' }, registry: 'docker.io/library/node: 20-alpine', codes: 'tag-not-found' },
	{ says: 'a typing mistake in the name', files: { Dockerfile: 'FROM ghcr.io/Acme/app:1\n' }, codes: 'ref-uppercase-repository' },
	{ says: 'an image that was removed since', files: { Dockerfile: 'FROM quay.io/acme/api:2.0\n' }, registry: 'quay.io/acme/api: 2.1 2.0!tag-missing,expired', codes: 'tag-expired' },
	{ says: 'a private image', files: { Dockerfile: 'FROM quay.io/acme/secret:1\n' }, registry: 'quay.io/acme/secret: !login-needed', codes: 'image-private-no-credentials' },
	{ says: 'a private image in OpenShift', files: { 'dc.yaml': openshift.replace('IMAGE', 'quay.io/acme/secret:1') }, registry: 'quay.io/acme/secret: !login-needed', codes: 'image-private-no-credentials openshift-pull-secret-required' },
	{ says: 'the secret and its link, on a page', files: page('oc create secret docker-registry <SECRET-NAME> \\\n      --docker-username=<USERNAME> \\\n      --docker-server=docker.io \\\n      --docker-password=<PASSWORD>\noc secrets link default <SECRET-NAME> --for=pull'), codes: '' },
	{ says: 'the same in a script', files: { 'pull.sh': 'oc create secret docker-registry <SECRET-NAME> \\\n      --docker-username=<USERNAME> \\\n      --docker-server=docker.io \\\n      --docker-password=<PASSWORD>\n' }, codes: 'ref-placeholder ref-placeholder ref-placeholder' },
	{ says: 'a secret without a link', files: { 'pull.sh': 'oc create secret docker-registry hub --docker-username=alice --docker-server=docker.io --docker-password=$PASSWORD\n' }, codes: 'openshift-secret-not-linked' },
	{ says: 'a secret with its password', files: { 'pull.sh': 'oc create secret docker-registry hub --docker-username=alice --docker-server=docker.io --docker-password=correct-horse\noc secrets link default hub --for=pull\n' }, codes: 'secret-on-command-line' },
	{ says: 'an OCI image for version 3.11', files: { Dockerfile: 'FROM quay.io/acme/api:2.1\n' }, registry: 'quay.io/acme/api: 2.1', settings: 'targets: openshift-3.11', codes: 'oci-unsupported-by-target' },
	{ says: 'docker manifest inspect', files: page('docker manifest inspect quay.io/acme/app:1'), codes: 'docker-manifest-inspect-outdated' },
	{ says: 'buildah with --format=docker', files: page('buildah bud -t image/name:tag --format=docker'), codes: 'ref-placeholder' },
	{ says: 'buildah without it', files: { 'build.sh': 'buildah bud -t registry.acme.dev/app:1 .\n' }, settings: 'targets: openshift-3.11', codes: 'oci-unsupported-by-target' },
	{
		says: 'skopeo copy into the retired registry', files: page('skopeo copy docker://publisher/image:tag --dest-creds $(oc whoami):$(oc whoami -t) docker://docker-registry.rahti.csc.fi/project/image:tag', ''),
		codes: 'ref-placeholder ref-placeholder registry-moved skopeo-dest-format-implicit',
	},
	{ says: 'skopeo copy of several platforms', files: page('skopeo copy docker://redis:7.2 docker://quay.io/acme/redis:7.2'), registry: 'docker.io/library/redis: 7.2[index,linux/amd64,linux/arm64]', settings: 'severity: ref-unqualified-short-name=off', codes: 'skopeo-copy-single-platform' },
	{ says: 'a name without registry on OpenShift 4', files: { 'dc.yaml': openshift.replace('IMAGE', 'mongo:7') }, settings: 'targets: openshift-4', codes: 'ref-unqualified-short-name' },
];

const quay: readonly Line[] = [
	{ says: 'the push to the own machine', files: page('docker buildx build --platform linux/amd64,linux/arm64,linux/arm/v7 -t quay.localhost.direct/admin/app:1.0 --push .'), codes: 'loopback-registry-from-builder' },
	{ says: 'the same by the dev container CLI', files: page('devcontainer build --workspace-folder . --push true --image-name quay.localhost.direct/admin/app:1.0'), codes: 'devcontainer-build-push-loopback' },
	{
		says: 'the image that Quay refuses', files: { 'compose.yaml': 'services:\n  quay:\n    image: quay.io/project-quay/quay:3.8.5\n' },
		registry: 'quay.io/project-quay/quay: !missing-or-private\nquay.io/projectquay/quay: v3.8.4 v3.8.5', codes: 'repository-missing-or-private',
	},
	{
		says: 'the same where the registry says that it is not there', files: { 'compose.yaml': 'services:\n  quay:\n    image: quay.io/project-quay/quay:3.8.5\n' },
		registry: 'quay.io/project-quay/quay: !repository-missing\nquay.io/projectquay/quay: v3.8.4 v3.8.5', codes: 'repository-typo',
	},
	{ says: 'the login with its password', files: page('docker login -u="acme+robot" -p="correct-horse" quay.io'), codes: 'secret-on-command-line' },
	{ says: 'the login in a sentence', files: { 'docs/page.md': '- login with\n  - `docker login -u="acme+robot" -p="correct-horse" quay.io`\n' }, codes: 'secret-on-command-line' },
	{ says: 'the login whose password was taken out for the page', files: { 'docs/page.md': '- login with\n  - `docker login -u="acme+robot" -p="<password left out>" quay.io`\n' }, codes: 'secret-on-command-line' },
	{ says: 'the login without its password', files: page('docker login -u="acme+robot" -p="$TOKEN" quay.io'), codes: '' },
	{ says: 'the list of types', files: { 'services/config.yaml': quayTypes }, codes: 'quay-config-missing-in-toto' },
	{ says: 'the list on a page, in a list', files: { 'docs/page.md': `- this part:\n\n      \`\`\`yaml\n${quayTypes.replaceAll(/^(?=.)/gm, '      ')}      \`\`\`\n` }, codes: 'quay-config-missing-in-toto' },
	{ says: 'the list as it should be', files: { 'services/config.yaml': quayTypes.replace('zstd\n', 'zstd\n        - application/vnd.in-toto+json\n') }, codes: '' },
	{ says: 'docker manifest inspect of the own machine', files: page('docker manifest inspect quay.localhost.direct/admin/app:1.0'), codes: 'docker-manifest-inspect-outdated loopback-wildcard-domain' },
];

for (const [title, lines] of [['The page about OpenShift', rahti], ['The page about Quay', quay]] as const) {
	describe(title, () => {
		for (const { says, files, codes, registry, settings } of lines) {
			it(`${says}: ${codes === '' ? 'nothing' : codes}`, async () => {
				const { findings } = await checkDiagnosis(files, { ...(registry === undefined ? {} : { registry }), ...(settings === undefined ? {} : { settings }) });
				assert.deepEqual(findings.map(({ code }) => code).sort(), codes === '' ? [] : codes.split(' '));
				assert.ok(!JSON.stringify(findings).includes('correct-horse'), 'no password in a finding');
			});
		}
	});
}

describe('Fixes for both pages', () => {
	async function fixed(file: string, text: string, code: string, options: { readonly registry?: string; readonly settings?: string } = {}): Promise<string> {
		const { findings } = await checkDiagnosis({ [file]: text }, options);
		const fix = findings.find(one => one.code === code)?.fixes.find(({ edits }) => edits.length > 0);
		assert.ok(fix, code);
		return applyEdits(text, fix.edits);
	}

	it('insert the type where the page inserts it', async () => {
		assert.equal(await fixed('config.yaml', quayTypes, 'quay-config-missing-in-toto'), quayTypes.replace('zstd\n', 'zstd\n        - application/vnd.in-toto+json\n'));
	});
	it('name the repository and the tag that were meant', async () => {
		const registry = 'quay.io/project-quay/quay: !missing-or-private\nquay.io/projectquay/quay: v3.8.4 v3.8.5';
		assert.equal(await fixed('compose.yaml', 'services:\n  quay:\n    image: quay.io/project-quay/quay:3.8.5\n', 'repository-missing-or-private', { registry }), 'services:\n  quay:\n    image: quay.io/projectquay/quay:v3.8.5\n');
	});
	it('give skopeo the format that the old registry reads', async () => {
		assert.equal(await fixed('copy.sh', 'skopeo copy docker://redis:7.2 docker://docker-registry.rahti.csc.fi/a/redis:7.2\n', 'skopeo-dest-format-implicit'), 'skopeo copy --format v2s2 docker://redis:7.2 docker://docker-registry.rahti.csc.fi/a/redis:7.2\n');
	});
	it('give Compose the bake command, by the registry that its services are pushed to', async () => {
		const { findings } = await checkDiagnosis({ 'b.sh': 'docker compose -f compose.prod.yaml build --push web\n', 'compose.prod.yaml': 'services:\n  web:\n    image: docker-registry.default.svc:5000/a/web:1\n    build: .\n' });
		const actions = findings.filter(({ code, file }) => code === 'oci-unsupported-by-target' && file === 'b.sh').flatMap(({ fixes }) => fixes.map(({ action }) => action));
		assert.deepEqual(actions.filter(action => action?.type === 'copy'), [{ type: 'copy', text: 'docker buildx bake --file compose.prod.yaml --provenance=false --sbom=false --set \'*.output=type=image,oci-mediatypes=false,push=true\' web' }]);
	});
});

describe('Output on both pages is explained', () => {
	const lines: readonly (readonly [output: string, code: string])[] = [
		['Error response from daemon: missing signature key', 'oci-unsupported-by-target'],
		['Trying to pull repository docker-registry.default.svc:5000/a/app ... repository does not exist', 'repository-missing-or-private'],
		['Failed to pull image "acme/app:1": rpc error: code = Unknown desc = Error response from daemon: pull access denied for acme/app, repository does not exist or may require \'docker login\'', 'repository-missing-or-private'],
		['Error response from daemon: failed to resolve reference "quay.io/project-quay/quay:3.8.5": pulling from host quay.io failed with status code [manifests 3.8.5]: 401 UNAUTHORIZED', 'repository-missing-or-private'],
		['ERROR: failed to solve: failed to push quay.localhost.direct/a/app:1.0: failed to do request: Head "https://quay.localhost.direct/v2/a/app/blobs/sha256:73a0": dial tcp 127.0.0.1:443: connect: connection refused', 'loopback-registry-from-builder'],
		['quay        | gunicorn-registry stdout | jsonschema.exceptions.ValidationError: \'application/vnd.in-toto+json\' is not one of [\'application/vnd.oci.image.layer.v1.tar\']', 'push-attestation-rejected-quay'],
		['# unsupported manifest media type and no default available: #   application/vnd.oci.image.manifest.v1+json', 'docker-manifest-inspect-outdated'],
	];
	for (const [output, code] of lines) {
		it(`${code}: ${output.slice(0, 70)}`, () => { assert.equal(explain(output).matches[0]?.code, code); });
	}
});

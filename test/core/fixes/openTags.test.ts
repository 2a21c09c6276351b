import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

// What only a run knows behind the name does not hide what is wrong with the name.
const pod = (image: string): string => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: ${image}\n`;
const service = (image: string): string => `services:\n  a:\n    image: ${image}\n`;

fixCases('A scheme before a name with an open tag is removed', { code: 'ref-has-scheme' }, [
	['a script', 'b.sh', 'docker pull ⟦https://→⟧ghcr.io/acme/app:$TAG\n'],
	['a manifest', 'pod.yaml', pod('"⟦https://→⟧ghcr.io/acme/app:${TAG}"')],
	['Compose', 'compose.yaml', service('⟦docker://→⟧ghcr.io/acme/app:${TAG}')],
	['a digest', 'b.sh', 'docker pull ⟦https://→⟧ghcr.io/acme/app@$DIGEST\n'],
	['skopeo', 'b.sh', 'skopeo inspect docker://ghcr.io/acme/app:$TAG\n'],
]);

fixCases('A page with an open tag becomes the image', { code: 'ref-web-url-pasted' }, [
	['a script', 'b.sh', 'docker pull ⟦https://hub.docker.com/r/grafana/loki→docker.io/grafana/loki⟧:$TAG\n'],
	['a manifest', 'pod.yaml', pod('⟦quay.io/repository/acme/app→quay.io/acme/app⟧:${TAG}')],
]);

fixCases('podman\'s prefix before an open tag goes', { code: 'ref-podman-localhost-prefix' }, [
	['Compose', 'compose.yaml', service('⟦localhost/→⟧app:${TAG}')],
	['a registry with a port', 'compose.yaml', service('localhost:5000/app:${TAG}')],
]);

fixCases('A short name with an open tag is written in full', { code: 'ref-unqualified-short-name', settings: 'targets: openshift-4' }, [
	['an official image', 'pod.yaml', pod('⟦→docker.io/library/⟧mongo:${TAG}')],
	['two words', 'b.sh', 'podman pull ⟦→docker.io/⟧grafana/k6:$TAG\n'],
	['a registry', 'pod.yaml', pod('quay.io/acme/app:${TAG}')],
	['a variable in front', 'pod.yaml', pod('${REGISTRY}mongo:${TAG}')],
	['what is built here', 'pod.yaml', pod('acme/app:${TAG}'), { 'b.sh': 'docker build -t acme/app:$TAG .\n' }],
]);

fixCases('A builder with an open tag is told of the other ways', { code: 'loopback-registry-from-builder' }, [
	['a script', 'b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t ⟦localhost:5000→host.docker.internal:5000⟧/app:$TAG --push .\n'],
	['a step', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: docker/setup-buildx-action@v3\n⟦→        with:\n          driver-opts: network=host\n⟧      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: localhost:5000/app:${{ github.sha }}\n'],
	['what another command prints', 'b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t "⟦localhost:5000→host.docker.internal:5000⟧/app:$(git rev-parse --short HEAD)" --push .\n'],
	['a recipe', 'Makefile', 'p:\n\tdocker buildx build --platform linux/amd64,linux/arm64 -t ⟦localhost:5000→host.docker.internal:5000⟧/app:$$(date +%s) --push .\n'],
	['another registry', 'b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t quay.io/app:$TAG --push .\n'],
]);

describe('A name with an open tag', () => {
	it('is no release in a command to copy', async () => {
		const { findings } = await checkDiagnosis({ 'b.sh': 'docker buildx build --platform linux/amd64,linux/arm64 -t localhost:5000/app:$TAG --push .\n' }, {});
		const copies = findings.flatMap(({ fixes }) => fixes.flatMap(({ action }) => action?.type === 'copy' ? action.text : []));
		assert.equal(copies.at(-1), 'docker build -t localhost:5000/app:TAG .\ndocker push localhost:5000/app:TAG');
	});

	for (const [command, code] of [
		['docker push registry.localtest.me/app:$TAG', 'loopback-wildcard-domain registry.localtest.me'],
		['devcontainer build --workspace-folder . --push true --image-name localhost:5000/app:$TAG', 'devcontainer-build-push-loopback localhost:5000'],
		['docker pull $REGISTRY/app:$TAG', ''],
		['docker pull localhost:$PORT/app:$TAG', ''],
		['docker push ghcr.io/acme/app$SUFFIX', ''],
		['docker push "$(cat image)"', ''],
		['docker pull localhost:$(cat port)/app:1', ''],
	] as const) {
		it(`${command}: ${code === '' ? 'nothing' : code}`, async () => {
			const { findings } = await checkDiagnosis({ 'b.sh': `${command}\n` }, {});
			assert.equal(findings.map(({ code: found, span }) => `${found} ${command.slice(span.start, span.end)}`).join(), code, findings.map(({ message }) => formatMessage(message)).join());
		});
	}
});

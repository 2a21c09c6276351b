import { fixCases } from '../../support/fixCases.ts';

const step = (lines: string): string => `on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          tags: quay.io/acme/a:1\n${lines}`;

fixCases('Docker media types of an action exclude its attestations', { code: 'push-oci-mediatype-conflict' }, [
	['by default', 'a.yml', step('          outputs: type=image,oci-mediatypes=false,push=true\n⟦→          provenance: false\n          sbom: false\n⟧')],
	['switched on', 'a.yml', step('          provenance: ⟦mode=max→false⟧\n          sbom: false\n          outputs: type=image,oci-mediatypes=false,push=true\n')],
	['switched off', 'a.yml', step('          provenance: false\n          outputs: type=image,oci-mediatypes=false,push=true\n')],
	['in the environment', 'a.yml', step('          outputs: type=image,oci-mediatypes=false,push=true\n        env:\n          BUILDX_NO_DEFAULT_ATTESTATIONS: "1"\n')],
	['another output', 'a.yml', step('          outputs: type=image,push=true\n')],
	['an image that is loaded', 'a.yml', step('          load: true\n          outputs: type=docker,oci-mediatypes=false\n')],
].map(([what, file, text]) => [what, `.github/workflows/${file}`, text] as [string, string, string]));

fixCases('A builder in a container keeps what nobody takes out', { code: 'builder-output-missing' }, [
	['made for all', 'b.sh', 'docker buildx create --use --name ci\ndocker buildx build⟦→ --push⟧ -t quay.io/acme/a:1 .\n'],
	['that loads by itself', 'b.sh', 'docker buildx create --use --driver-opt default-load=true\ndocker buildx build -t quay.io/acme/a:1 .\n'],
	['not made for all', 'b.sh', 'docker buildx create --name ci\ndocker buildx build -t quay.io/acme/a:1 .\n'],
	['with a result', 'b.sh', 'docker buildx create --use\ndocker buildx build --load -t quay.io/acme/a:1 .\n'],
	['of a page', 'README.md', '```sh\ndocker buildx create --use\n```\n\n```sh\ndocker buildx build -t quay.io/acme/a:1 .\n```\n'],
]);

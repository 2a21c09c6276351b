import { fixCases } from '../../support/fixCases.ts';

const ecr = '123456789012.dkr.ecr.eu-north-1.amazonaws.com/api:1';

fixCases('AWS Lambda gets one image without attestations', { code: 'push-attestation-rejected-quay', settings: 'targets: aws-lambda' }, [
	['one platform', 'b.sh', `docker buildx build⟦→ --provenance=false --sbom=false⟧ --platform linux/amd64 -t ${ecr} --push .\n`],
	['without attestations', 'b.sh', `docker buildx build --provenance=false --platform linux/amd64 -t ${ecr} --push .\n`],
]);

fixCases('A registry that is known to refuse attestations gets none, without a setting', { code: 'push-attestation-rejected-quay' }, [
	['the name of a build', 'b.sh', 'docker buildx build⟦→ --provenance=false --sbom=false⟧ -t cr.yandex/crp1/a:1 --push .\n'],
	['a service of Compose', 'b.sh', 'docker compose build⟦→ --provenance=false --sbom=false⟧ --push\n', { 'compose.yaml': 'services:\n  a:\n    image: cr.yandex/crp1/a:1\n    build: .\n' }],
	['another registry', 'b.sh', 'docker buildx build -t quay.io/acme/a:1 --push .\n'],
	['a build that is not pushed', 'b.sh', 'docker buildx build -t cr.yandex/crp1/a:1 --load .\n'],
]);

fixCases('An action that pushes there makes none', { code: 'gha-provenance-default' }, [
	['the tags of the step', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: cr.yandex/crp1/a:1\n⟦→          provenance: false\n          sbom: false\n⟧'],
	['the tags of another step', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: ghcr.io/acme/a:1\n      - run: docker pull cr.yandex/crp1/a:1\n'],
]);

fixCases('AWS Lambda gets one platform', { code: 'target-rejects-image-index', settings: 'targets: aws-lambda' }, [
	['a list', 'b.sh', `docker buildx build --provenance=false --platform=⟦linux/arm64,linux/amd64→linux/arm64⟧ -t ${ecr} --push .\n`],
	['over lines in a recipe', 'Makefile', `push:\n\tdocker buildx build \\\n\t\t--platform "⟦linux/amd64,linux/arm64→linux/amd64⟧" \\\n\t\t-t ${ecr} --push .\n`],
	['a list that is not pushed', 'b.sh', `docker buildx build --platform linux/arm64,linux/amd64 -t ${ecr} .\n`],
	['one platform', 'b.sh', `docker buildx build --platform linux/arm64 -t ${ecr} --push .\n`],
]);

fixCases('Without a target that takes single images a list is fine', { code: 'target-rejects-image-index' }, [
	['a list', 'b.sh', `docker buildx build --platform=linux/arm64,linux/amd64 -t ${ecr} --push .\n`],
]);

import { fixCases } from '../../support/fixCases.ts';

const ecr = '123456789012.dkr.ecr.eu-north-1.amazonaws.com/api:1';

fixCases('AWS Lambda gets one image without attestations', { code: 'push-attestation-rejected-quay', settings: 'targets: aws-lambda' }, [
	['one platform', 'b.sh', `docker buildx build⟦→ --provenance=false --sbom=false⟧ --platform linux/amd64 -t ${ecr} --push .\n`],
	['without attestations', 'b.sh', `docker buildx build --provenance=false --platform linux/amd64 -t ${ecr} --push .\n`],
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

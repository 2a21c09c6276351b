import { fixCases } from '../../support/fixCases.ts';

fixCases('A blank behind the continuation goes', { code: 'shell-line-continuation' }, [
	['a script', 'b.sh', 'docker build \\⟦ →⟧\n  -t a:1 .\n'],
	['several blanks and CRLF', 'b.sh', 'docker build \\⟦  →⟧\r\n  -t a:1 .\r\n'],
	['a recipe', 'Makefile', 'a:\n\tdocker build \\⟦ →⟧\n\t\t-t a:1 .\n'],
	['in front of an image', 'b.sh', 'docker run \\\n  -it \\⟦ →⟧\n  quay.io/acme/a:1\n'],
	['in front of another command', 'b.sh', 'docker run quay.io/acme/a:1 \\ \necho done\n'],
	['a recipe that goes on with its next line', 'Makefile', 'a:\n\tdocker build -t a:1 . \\ \n\techo done\n'],
	['none', 'b.sh', 'docker build \\\n  -t a:1 .\n'],
]);

fixCases('A result goes somewhere', { code: 'builder-output-missing' }, [
	['several platforms', 'b.sh', 'docker buildx build⟦→ --push⟧ --platform linux/amd64,linux/arm64 -t ghcr.io/acme/a:1 .\n'],
	['pushed', 'b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t ghcr.io/acme/a:1 --push .\n'],
	['one platform', 'b.sh', 'docker buildx build -t ghcr.io/acme/a:1 .\n'],
]);

fixCases('podman\'s prefix goes where Docker reads it', { code: 'ref-podman-localhost-prefix' }, [
	['FROM', 'Dockerfile', 'FROM ⟦localhost/→⟧base:1\n'],
	['Compose', 'compose.yaml', 'services:\n  a:\n    image: "⟦localhost/→⟧base:1"\n'],
	['a port', 'Dockerfile', 'FROM localhost:5000/base:1\n'],
	['podman', 'Containerfile', 'FROM localhost/base:1\n'],
]);

fixCases('A service is no registry without its port', { code: 'ref-domain-looks-like-host' }, [
	['a service', 'compose.yaml', 'services:\n  registry:\n    image: registry:2\n  a:\n    image: registry⟦→:5000⟧/app:1\n'],
	['a port', 'compose.yaml', 'services:\n  registry:\n    image: registry:2\n  a:\n    image: registry:5000/app:1\n'],
]);

fixCases('A builder is made in the host\'s network', { code: 'loopback-registry-from-builder' }, [
	['an action', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/setup-buildx-action@v3\n        with:\n          install: true\n⟦→          driver-opts: network=host\n⟧      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: localhost:5000/a:1\n'],
	['the reachable address', 'b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t ⟦localhost:5000→host.docker.internal:5000⟧/a:1 --push .\n'],
]);

fixCases('A loopback push is said once', { code: 'loopback-wildcard-domain' }, [
	['the page about Quay', 'quay.md', '```bash\ndocker buildx build --platform linux/amd64,linux/arm64,linux/arm/v7 -t quay.localhost.direct/admin/a:1.0 --push .\n```\n'],
	['a dev container', 'b.sh', 'devcontainer build --push true --image-name quay.localhost.direct/admin/a:1.0\n'],
]);

import { fixCases } from '../../support/fixCases.ts';

fixCases('A password goes to standard input', { code: 'secret-on-command-line' }, [
	['the page about Quay', 'quay.md', '- login to quay with\n  - `docker login -u="redhat+quay" ⟦-p="s3cr3t-robot"→--password-stdin⟧ quay.io`\n'],
	['a script', 'b.sh', 'docker login -u ci ⟦-p s3cr3tOfCi→--password-stdin⟧ reg.acme.dev\n'],
	['the long flag', 'b.sh', 'podman login --username=ci ⟦--password=s3cr3tOfCi→--password-stdin⟧ reg.acme.dev\n'],
	['quotes', 'b.sh', "buildah login -u ci ⟦--password 's3cr3t of ci'→--password-stdin⟧ reg.acme.dev\n"],
	['attached', 'b.sh', 'docker login -uci ⟦-ps3cr3tOfCi→--password-stdin⟧ reg.acme.dev\n'],
	['lines of their own', 'b.sh', 'docker login \\\n  -u ci \\\n  ⟦-p s3cr3tOfCi→--password-stdin⟧ \\\n  reg.acme.dev\n'],
	['a workflow', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - run: docker login -u ci ⟦-p s3cr3tOfCi→--password-stdin⟧ ghcr.io\n'],
	['a recipe', 'Makefile', 'login:\n\t@skopeo login -u ci ⟦-p s3cr3tOfCi→--password-stdin⟧ reg.acme.dev\n'],
	['helm', 'b.sh', 'helm registry login -u ci ⟦-p s3cr3tOfCi→--password-stdin⟧ reg.acme.dev\n'],
	['a variable', 'b.sh', 'docker login -u ci -p "$PASSWORD" reg.acme.dev\ndocker login -u ci -p ${{ secrets.TOKEN }} ghcr.io\n'],
	['a substitution', 'b.sh', 'docker login -u admin -p $(oc whoami -t) reg.acme.dev\nskopeo copy --dest-creds $(oc whoami):$(oc whoami -t) docker://a docker://b\n'],
	['a placeholder', 'b.sh', 'docker login -u USER -p PASSWORD reg.acme.dev\ndocker login -u me -p <token> reg.acme.dev\ndocker login -u me -p "***" reg.acme.dev\n'],
	['standard input', 'b.sh', 'echo "$P" | docker login -u ci --password-stdin reg.acme.dev\n'],
	['a variable of make', 'Makefile', 'login:\n\tdocker login -u $(USER) -p $(PASS) reg.acme.dev\n'],
	['a port', 'b.sh', 'docker run -p 8080:80 nginx:1.29\npodman run -p 80 nginx:1.29\n'],
]);

fixCases('skopeo gets its transport', { code: 'skopeo-missing-transport' }, [
	['the source', 'b.sh', 'skopeo copy ⟦→docker://⟧quay.io/acme/a:1 docker://reg.acme.dev/a:1\n'],
	['the destination', 'b.sh', 'skopeo copy --format v2s2 docker://quay.io/acme/a:1 ⟦→docker://⟧reg.acme.dev/a:1\n'],
	['quotes', 'b.sh', 'skopeo inspect "⟦→docker://⟧quay.io/acme/a:1"\n'],
	['list-tags', 'b.sh', 'skopeo list-tags ⟦→docker://⟧quay.io/acme/a\n'],
	['delete', 'b.sh', 'skopeo delete --creds "$C" ⟦→docker://⟧quay.io/acme/a:1\n'],
	['flags between', 'b.sh', 'skopeo copy docker://quay.io/acme/a:1 --dest-creds "$(oc whoami):$(oc whoami -t)" ⟦→docker://⟧reg.acme.dev/p/a:1\n'],
	['a continuation', 'b.sh', 'skopeo copy \\\n  ⟦→docker://⟧quay.io/acme/a:1 \\\n  dir:/tmp/a\n'],
	['a pipeline', '.gitlab-ci.yml', 'a:\n  script:\n    - skopeo inspect ⟦→docker://⟧alpine:3.22\n'],
	['other transports', 'b.sh', 'skopeo copy docker-daemon:a:1 oci-archive:a.tar\nskopeo copy containers-storage:localhost/a:1 dir:out\nskopeo copy oci:out:1 docker://reg.acme.dev/a:1\n'],
	['a variable', 'b.sh', 'skopeo copy "$SRC" "$DST"\nskopeo copy ${T}://a/b:1 docker://c/d:1\n'],
	['sync', 'b.sh', 'skopeo sync --src docker --dest dir quay.io/acme/a out\nskopeo login quay.io\n'],
]);

fixCases('A flag of another tool becomes the right one', { code: 'flag-not-for-this-tool' }, [
	['docker build with push', 'b.sh', 'docker buildx build ⟦--format=docker→--provenance=false --sbom=false⟧ -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['docker build', 'b.sh', 'docker build⟦ --format=docker→⟧ -t a:1 .\n'],
	['docker build with a blank', 'b.sh', 'docker build -t a:1⟦ --format docker→⟧ .\n'],
	['a line of its own', 'b.sh', 'docker build \\\n⟦  --format=docker \\\n→⟧  -t a:1 \\\n  .\n'],
	['the last line', 'b.sh', 'docker build -t a:1 . ⟦\\\n  --format=docker→⟧\n'.replace(' ⟦', '⟦ ')],
	['buildah with v2s2', 'b.sh', 'buildah bud --format=⟦v2s2→docker⟧ -t a:1 .\n'],
	['podman with v2s2', 'b.sh', 'podman build --format "⟦v2s2→docker⟧" -t a:1 .\n'],
	['skopeo with docker', 'b.sh', 'skopeo copy --format ⟦docker→v2s2⟧ docker://quay.io/acme/a:1 docker://reg.acme.dev/a:1\n'],
	['skopeo with a short flag', 'b.sh', 'skopeo copy -f ⟦docker→v2s2⟧ docker://quay.io/acme/a:1 docker://reg.acme.dev/a:1\n'],
	['podman with provenance', 'b.sh', 'podman build⟦ --provenance=false→⟧ -t a:1 .\n'],
	['buildah with provenance', 'b.sh', 'buildah build⟦ --provenance false→⟧ -t a:1 .\n'],
	['podman with a scanner of its own', 'b.sh', 'podman build⟦ --provenance=false→⟧ --sbom=syft -t a:1 .\n'],
	['buildah with BuildKit\'s SBOM', 'b.sh', 'buildah build \\\n⟦  --sbom=false \\\n→⟧  -t a:1 .\n'],
	['a workflow', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - run: docker build⟦ --format docker→⟧ -t a:1 .\n'],
	['words behind it on its line', 'b.sh', 'docker build \\\n  ⟦--format=docker →⟧-t a:1 \\\n  .\n'],
	['a line further in', 'b.sh', 'docker build -t a:1 \\\n  --pull⟦ \\\n      --format=docker→⟧ \\\n  .\n'],
	['folded lines', '.gitlab-ci.yml', 'b:\n  script:\n    - >\n      podman build\n⟦      --provenance=false\n→⟧      -t a:1 .\n'],
	['docker with a switch of podman', 'b.sh', 'docker push⟦ --tls-verify=false→⟧ reg.acme.dev/a:1\n'],
	['docker push with the format of podman', 'b.sh', 'docker push⟦ --format v2s2→⟧ reg.acme.dev/a:1\n'],
	['docker push with a flag of the build', 'Makefile', 'a:\n\tdocker image push⟦ --provenance=false→⟧ reg.acme.dev/a:1\n'],
	['Compose', 'b.sh', 'docker compose build⟦ --format docker→⟧ web\n'],
	['bake', 'b.sh', 'docker buildx bake⟦ --format=docker→⟧ web\n'],
	['podman as docker', 'b.sh', 'alias docker=podman\ndocker push --format v2s2 reg.acme.dev/a:1\n'],
	['a dev container', 'b.sh', '⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧devcontainer build --workspace-folder .⟦ --provenance=false→⟧⟦ --sbom=false→⟧ --push true --image-name reg.acme.dev/a:1\n'],
	['nerdctl', 'b.sh', 'nerdctl build⟦ --format=docker→⟧ -t a:1 .\n'],
	['Go templates', 'b.sh', 'docker ps --format json\ndocker inspect --format "{{.Id}}" a\ndocker images --format table\nskopeo inspect --format "{{.Digest}}" docker://alpine:3.22\n'],
	['right flags', 'b.sh', 'docker compose build --provenance=false --sbom=false\ndocker buildx bake --provenance=false\nbuildah push --format=docker a docker://reg.acme.dev/a:1\npodman push --format v2s2 a\nbuildah bud --format oci .\n'],
	['an alias', 'b.sh', 'alias docker=podman\ndocker build --format=docker -t a:1 .\n'],
	['a function', 'b.sh', 'docker() { podman "$@"; }\ndocker build --format=docker -t a:1 .\n'],
	['podman-docker', 'b.sh', 'sudo dnf install -y podman-docker\ndocker build --format=docker -t a:1 .\n'],
]);

const health = { Dockerfile: 'FROM quay.io/acme/base:1\nHEALTHCHECK CMD true\n' };
fixCases('buildah keeps what Docker\'s format can hold', { code: 'buildah-oci-drops-instruction' }, [
	['bud', 'b.sh', 'buildah bud⟦→ --format=docker⟧ -t a:1 .\n', health],
	['podman', 'b.sh', 'podman build⟦→ --format=docker⟧ -t a:1 .\n', health],
	['SHELL', 'Makefile', 'image:\n\tpodman build⟦→ --format=docker⟧ -t a:1 .\n', { Dockerfile: 'FROM quay.io/acme/base:1\nSHELL ["/bin/bash", "-c"]\nRUN true\n' }],
	['ONBUILD', 'b.sh', 'buildah bud \\\n⟦→  --format=docker \\\n⟧  -t a:1 \\\n  .\n', { Containerfile: 'FROM quay.io/acme/base:1\nONBUILD RUN true\n' }],
	['in place of oci', 'b.sh', 'buildah bud --format=⟦oci→docker⟧ -t a:1 .\n', health],
	['another file', 'b.sh', 'buildah bud⟦→ --format=docker⟧ -f web/Dockerfile web\n', { 'web/Dockerfile': health.Dockerfile }],
	['another directory', 'b.sh', 'podman build⟦→ --format=docker⟧ -t a web\n', { 'web/Dockerfile': health.Dockerfile }],
	['the format is there', 'b.sh', 'buildah bud --format docker -t a:1 .\n', health],
	['the environment', '.gitlab-ci.yml', 'variables:\n  BUILDAH_FORMAT: docker\na:\n  script:\n    - buildah bud -t a:1 .\n', health],
	['docker', 'b.sh', 'docker build -t a:1 .\n', health],
	['no such instruction', 'b.sh', 'buildah bud -t a:1 .\n', { Dockerfile: 'FROM quay.io/acme/base:1\nHEALTHCHECK NONE\nCMD ["a"]\n' }],
	['a stage that is not built', 'b.sh', 'buildah bud --target web .\n', { Dockerfile: 'FROM quay.io/acme/base:1 AS web\nFROM web\nHEALTHCHECK CMD true\n' }],
	['a target that reads only OCI', 'b.sh', 'buildah bud -f other/Dockerfile .\n', health],
]);

fixCases('An old command is replaced', { code: 'docker-manifest-inspect-outdated' }, [
	['a script', 'b.sh', '⟦docker manifest inspect→docker buildx imagetools inspect⟧ reg.acme.dev/a:1\n'],
	['the page about Quay', 'quay.md', '-\n    ```bash\n    ⟦docker manifest inspect→docker buildx imagetools inspect⟧ quay.acme.dev/admin/template-ausbildung:1.0\n    # unsupported manifest media type\n    ```\n'],
	['a substitution', 'b.sh', 'if ⟦docker manifest inspect→docker buildx imagetools inspect⟧ "$IMAGE" > /dev/null 2>&1; then\n  exit 0\nfi\n'],
	['other commands', 'b.sh', 'docker manifest create a b\ndocker manifest push a\ndocker buildx imagetools inspect a\npodman manifest inspect a\n'],
]);

fixCases('skopeo and pushes say the format', { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' }, [
	['skopeo', 'b.sh', 'skopeo copy --format ⟦oci→v2s2⟧ docker://quay.io/acme/a:1 docker://reg.acme.dev/a:1\n'],
	['skopeo with an equals sign', 'b.sh', 'skopeo copy --format=⟦oci→v2s2⟧ docker://quay.io/acme/a:1 docker://reg.acme.dev/a:1\n'],
	['podman', 'b.sh', 'podman push --format ⟦oci→v2s2⟧ a reg.acme.dev/a:1\n'],
	['a list', 'b.sh', 'podman manifest push⟦→ --format=v2s2⟧ --all a docker://reg.acme.dev/a:1\n'],
	['a list with an equals sign', 'b.sh', 'buildah manifest push⟦→ --format=v2s2⟧ --tls-verify=false a docker://reg.acme.dev/a:1\n'],
	['a list in the right format', 'b.sh', 'podman manifest push --format v2s2 a docker://reg.acme.dev/a:1\npodman manifest push -f docker a docker://reg.acme.dev/a:1\n'],
	['a push that falls back by itself', 'b.sh', 'podman push a reg.acme.dev/a:1\nbuildah push a docker://reg.acme.dev/a:1\n'],
	['into a directory', 'b.sh', 'skopeo copy --format oci docker://quay.io/acme/a:1 oci:out\nskopeo copy --format oci docker://quay.io/acme/a:1 dir:out\n'],
]);

fixCases('skopeo says the format that it is refused into', { code: 'skopeo-dest-format-implicit' }, [
	['the page about Rahti', 'rahti.md', '```\nskopeo copy⟦→ --format v2s2⟧ docker://publisher/image:tag --dest-creds $(oc whoami):$(oc whoami -t) docker://docker-registry.rahti.csc.fi/project/image:tag\n```\n'],
	['a script', 'b.sh', 'skopeo copy⟦→ --format v2s2⟧ docker://quay.io/acme/a:1 docker://docker-registry.rahti.csc.fi/p/a:1\n'],
	['equals signs', 'b.sh', 'skopeo copy⟦→ --format=v2s2⟧ --src-tls-verify=false docker://quay.io/acme/a:1 docker://docker-registry.rahti.csc.fi/p/a:1\n'],
	['another place', 'b.sh', 'skopeo copy docker://quay.io/acme/a:1 docker://reg.acme.dev/p/a:1\n'],
	['the format is there', 'b.sh', 'skopeo copy --format=v2s2 docker://quay.io/acme/a:1 docker://docker-registry.rahti.csc.fi/p/a:1\n'],
]);

fixCases('A secret is linked', { code: 'openshift-secret-not-linked' }, [
	['a script', 'b.sh', 'oc create secret docker-registry pull --docker-server=docker.io --docker-username=me --docker-password="$P"⟦→\noc secrets link default pull --for=pull⟧\noc get pods\n'],
	['lines of their own', 'b.sh', 'oc create secret docker-registry pull \\\n  --docker-server=docker.io \\\n  --docker-password="$P"⟦→\noc secrets link default pull --for=pull⟧\n'],
	['CRLF', 'b.sh', 'oc create secret docker-registry pull --docker-server=docker.io --docker-password="$P"⟦→\r\noc secrets link default pull --for=pull⟧\r\n'],
	['the end of the file', 'b.sh', 'oc create secret docker-registry pull --docker-password="$P"⟦→\noc secrets link default pull --for=pull⟧'],
	['it is linked', 'b.sh', 'oc create secret docker-registry pull --docker-password="$P"\noc secrets link default pull --for=pull\n'],
	['it is linked elsewhere', 'b.sh', 'oc create secret docker-registry pull --docker-password="$P"\n', { 'link.sh': 'oc secrets link builder pull\n' }],
	['a manifest names it', 'b.sh', 'oc create secret docker-registry pull --docker-password="$P"\n', { 'p.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  imagePullSecrets:\n    - name: pull\n  containers:\n    - name: a\n      image: quay.io/acme/a:1\n' }],
	['a placeholder', 'rahti.md', '```bash\noc create secret docker-registry <SECRET-NAME> \\\n      --docker-password=<PASSWORD>\n```\n'],
]);

fixCases('Only one of two flags of a dev container stays', { code: 'devcontainer-output-and-push' }, [
	['the switch', 'b.sh', 'devcontainer build --workspace-folder .⟦ --push true→⟧ --output type=image,push=true\n'],
	['one of them', 'b.sh', 'devcontainer build --push true\ndevcontainer build --output type=docker\ndevcontainer build --push false --output type=docker\n'],
]);

fixCases('Old places become new ones', { code: 'registry-moved' }, [
	['a tag that nobody knows', 'b.sh', 'docker pull ⟦k8s.gcr.io→registry.k8s.io⟧/pause:$TAG\n'],
	['a host in a variable, and a tag that nobody knows', 'Makefile', 'REG := ⟦k8s.gcr.io→registry.k8s.io⟧\np:\n\tdocker pull $(REG)/pause:$(TAG)\n'],
	['a tag that is put in later', 'pod.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: "⟦k8s.gcr.io→registry.k8s.io⟧/pause:${TAG}"\n'],
	['an argument without default', 'Dockerfile', 'ARG V\nFROM ⟦k8s.gcr.io→registry.k8s.io⟧/pause:${V}\n'],
	['a name that nobody knows', 'b.sh', 'docker pull k8s.gcr.io/$NAME:$TAG\ndocker pull k8s.gcr.io/a$NAME\ndocker pull $K8S/pause:$TAG\n'],
	['Kubernetes', 'Dockerfile', 'FROM ⟦k8s.gcr.io→registry.k8s.io⟧/pause:3.9\n'],
	['Kubernetes in a manifest', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: "⟦k8s.gcr.io→registry.k8s.io⟧/ingress-nginx/controller:v1.2.0" # old\n'],
	['a script', 'b.sh', 'docker pull ⟦k8s.gcr.io→registry.k8s.io⟧/pause:3.9\n'],
	['dev containers', '.devcontainer/devcontainer.json', '{ "image": "mcr.microsoft.com/⟦vscode/devcontainers→devcontainers⟧/base:ubuntu" }\n'.replace('⟦vscode/devcontainers→devcontainers⟧/base', '⟦vscode/devcontainers/base→devcontainers/base⟧').replace('mcr.microsoft.com/⟦vscode', '⟦mcr.microsoft.com/vscode').replace('→devcontainers', '→mcr.microsoft.com/devcontainers')],
	['packages of GitHub', 'compose.yaml', 'services:\n  a:\n    image: ⟦docker.pkg.github.com/acme/web/api→ghcr.io/acme/api⟧:1\n'],
	['Rahti', 'rahti.md', '```sh\nskopeo copy docker://quay.io/acme/a:1 docker://⟦docker-registry.rahti.csc.fi→image-registry.apps.2.rahti.csc.fi⟧/project/a:1\n```\n'],
	['new places', 'Dockerfile', 'FROM registry.k8s.io/pause:3.9\nFROM mcr.microsoft.com/devcontainers/base:ubuntu\nFROM gcr.io/distroless/static\n'],
]);

fixCases('An image without a future becomes its successor', { code: 'image-deprecated' }, [
	['a JDK', 'Dockerfile', 'FROM ⟦openjdk→eclipse-temurin⟧:⟦17-jdk-slim→17-jdk⟧\n'],
	['a JRE', 'Dockerfile', 'FROM ⟦openjdk→eclipse-temurin⟧:⟦11-jre-slim→11-jre⟧ AS run\n'],
	['the plain version', 'compose.yaml', 'services:\n  a:\n    image: "⟦openjdk→eclipse-temurin⟧:17"\n'],
	['Alpine', 'Dockerfile', 'FROM ⟦openjdk→eclipse-temurin⟧:8-jdk-alpine\n'],
	['with a registry', 'Dockerfile', 'FROM docker.io/library/⟦openjdk→eclipse-temurin⟧:⟦17-jdk-slim→17-jdk⟧\n'.replace('library/⟦openjdk→eclipse-temurin⟧', '⟦library/openjdk→library/eclipse-temurin⟧')],
	['a minor version', 'Dockerfile', 'FROM ⟦openjdk→eclipse-temurin⟧:⟦17.0.2-jdk→17-jdk⟧\n'],
	['its successor', 'Dockerfile', 'FROM eclipse-temurin:17-jdk\nFROM quay.io/centos/centos:stream9\nFROM bitnami/openjdk\n'],
]);

import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import { assertDrawn } from './drawUses.ts';

/** One script for each tool: what is an image, of what kind and class, and what is not. */
const scripts: Readonly<Record<string, string>> = {
	'docker run, create and flags that take values': `
docker run --rm -it -e A=b -v "$PWD:/x" --name alpine --platform=linux/arm64 --pull always node:20 npm run node:18
#                                                                                          ^^^^^^^ command-pull image docker.io/library/node:20
docker container create -p80:80 nginx
#                               ^^^^^ command-pull image docker.io/library/nginx
`,
	'docker image, tag, save and manifest': `
docker image pull -q quay.io/a/b@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ command-pull image quay.io/a/b@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
docker tag 0e5574283393 localhost:5000/a/b:1
#                       ^^^^^^^^^^^^^^^^^^^^ command-tag build-output localhost:5000/a/b:1
docker save -o out.tar a/b:1
#                      ^^^^^ command-inspect build-output docker.io/a/b:1
docker manifest inspect --verbose a/c:1
#                                 ^^^^^ command-inspect image docker.io/a/c:1
docker manifest create a/m:1 --amend a/m:1-amd64
#                      ^^^^^ command-tag build-output docker.io/a/m:1
#                                    ^^^^^^^^^^^ command-inspect image docker.io/a/m:1-amd64
docker rmi a/z; docker login -u me registry.example.org; docker images alpine
`,
	'docker buildx': `
docker --context far buildx build --cache-from type=registry,ref=a/cache --cache-to=type=gha --build-context base=docker-image://alpine:3 -t a/b:1 -o type=image,name=a/c:1,push=true .
#                                                                ^^^^^^^ command-pull image docker.io/a/cache
#                                                                                                                                ^^^^^^^^ command-pull image docker.io/library/alpine:3
#                                                                                                                                            ^^^^^ command-tag build-output docker.io/a/b:1
#                                                                                                                                                                     ^^^^^ command-push build-output docker.io/a/c:1
docker buildx imagetools create -t a/all:1 a/one:1 a/two:1 sha256:c4ba6347b0e4258ce6a6de2401619316f982b7bcc529f73d2a410d0097730204
#                                  ^^^^^^^ command-push build-output docker.io/a/all:1
#                                          ^^^^^^^ command-inspect image docker.io/a/one:1
#                                                  ^^^^^^^ command-inspect image docker.io/a/two:1
docker buildx bake --push app
docker compose -f compose.yaml build web; docker-compose up -d db
`,
	'podman and buildah': `
podman pull docker://quay.io/a/b:1
#                    ^^^^^^^^^^^^^ command-pull image quay.io/a/b:1
podman push --format v2s2 a/c:1 docker://reg.example.org/a/c:1
#                         ^^^^^ command-push build-output docker.io/a/c:1
#                                        ^^^^^^^^^^^^^^^^^^^^^ command-push build-output reg.example.org/a/c:1
podman run oci-archive:x.tar; podman pull docker-archive:y.tar
buildah bud -t a/d:1 --format=docker -f Containerfile .
#              ^^^^^ command-tag build-output docker.io/a/d:1
c=$(buildah from --name work alpine:3)
#                            ^^^^^^^^ command-pull image docker.io/library/alpine:3
buildah copy --from nginx:1 $c /a /b
#                   ^^^^^^^ command-pull image docker.io/library/nginx:1
buildah commit $c a/e:1
#                 ^^^^^ command-tag build-output docker.io/a/e:1
buildah manifest push --all a/list:1 docker://a/list:2
#                           ^^^^^^^^ command-push build-output docker.io/a/list:1
#                                             ^^^^^^^^ command-push build-output docker.io/a/list:2
buildah from scratch
`,
	'skopeo: only docker:// names a registry': `
skopeo copy --format v2s2 docker://a/b:1 --dest-creds me:x docker://reg.example.org/a/b:1
#                                  ^^^^^ command-pull image docker.io/a/b:1
#                                                                   ^^^^^^^^^^^^^^^^^^^^^ command-push build-output reg.example.org/a/b:1
skopeo inspect --raw docker://a/c
#                             ^^^ command-inspect image docker.io/a/c
skopeo copy docker://a/d:1 oci:dir:1
#                    ^^^^^ command-pull image docker.io/a/d:1
skopeo list-tags docker://a/e
#                         ^^^ command-inspect image docker.io/a/e
skopeo copy a/f:1 dir:x
`,
	'builders of other kinds': `
nerdctl -n k8s.io pull a/b:1
#                      ^^^^^ command-pull image docker.io/a/b:1
/kaniko/executor --context dir:///w --destination=a/k:1 --cache=true -d a/k:2
#                                                 ^^^^^ command-push build-output docker.io/a/k:1
#                                                                       ^^^^^ command-push build-output docker.io/a/k:2
devcontainer build --workspace-folder . --push true --image-name a/dev:1 --cache-from a/cache
#                                                                ^^^^^^^ command-tag build-output docker.io/a/dev:1
#                                                                                     ^^^^^^^ command-pull image docker.io/a/cache
npx -y @devcontainers/cli build --image-name a/dev:2 --workspace-folder .
#                                            ^^^^^^^ command-tag build-output docker.io/a/dev:2
pack build a/app --builder paketobuildpacks/builder:base
#          ^^^^^ command-tag build-output docker.io/a/app
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ command-pull image docker.io/paketobuildpacks/builder:base
`,
	'registry tools': `
crane copy a/b:1 a/c:1
#          ^^^^^ command-pull image docker.io/a/b:1
#                ^^^^^ command-push build-output docker.io/a/c:1
gcrane ls gcr.io/a; crane digest --platform linux/amd64 a/d:1
#         ^^^^^^^^ command-inspect image gcr.io/a
#                                                       ^^^^^ command-inspect image docker.io/a/d:1
oras push --artifact-type x/y reg.example.org/a:1 file.json:application/json
#                             ^^^^^^^^^^^^^^^^^^^ command-push build-output reg.example.org/a:1
oras pull reg.example.org/b:1
#         ^^^^^^^^^^^^^^^^^^^ command-pull artifact reg.example.org/b:1
regctl image copy a/e:1 a/f:1
#                 ^^^^^ command-pull image docker.io/a/e:1
#                       ^^^^^ command-push build-output docker.io/a/f:1
cosign sign --yes --key env://K a/g:1
#                               ^^^^^ command-inspect image docker.io/a/g:1
helm pull oci://reg.example.org/charts/x --version 1; helm install x ./chart
#               ^^^^^^^^^^^^^^^^^^^^^^^^ command-pull artifact
trivy image --download-db-only --db-repository=r.io/db,q.io/db
#                                              ^^^^^^^ command-pull artifact r.io/db
#                                                      ^^^^^^^ command-pull artifact q.io/db
trivy image --severity HIGH a/h:1
#                           ^^^^^ command-inspect image docker.io/a/h:1
dive a/i:1
#    ^^^^^ command-inspect image docker.io/a/i:1
`,
	'plugins': `
docker plugin install --grant-all-permissions a/p:1 DEBUG=1; docker plugin enable a/p
#                                             ^^^^^ command-pull artifact docker.io/a/p:1
docker plugin create a/q:1 ./q && docker plugin push a/q:1; docker plugin upgrade p a/p:2
#                    ^^^^^ command-tag build-output docker.io/a/q:1
#                                                    ^^^^^ command-push build-output docker.io/a/q:1
#                                                                                   ^^^^^ command-pull artifact docker.io/a/p:2
`,
	'clusters': `
kubectl run web --image=nginx:1 --restart=Never -- docker pull x:1
#                       ^^^^^^^ command-pull image docker.io/library/nginx:1
kubectl -n prod set image deployment/web web=a/web:2 side=a/side:3
#                                            ^^^^^^^ command-pull image docker.io/a/web:2
#                                                         ^^^^^^^^ command-pull image docker.io/a/side:3
kubectl create deployment web --image a/web:3
#                                     ^^^^^^^ command-pull image docker.io/a/web:3
oc new-app quay.io/a/s2i:1~https://github.com/a/b; oc new-app https://github.com/c/d; oc new-app nodejs
#          ^^^^^^^^^^^^^^^ command-pull image quay.io/a/s2i:1
oc import-image my:1 --from=quay.io/a/b:1 --confirm
#                           ^^^^^^^^^^^^^ command-pull image quay.io/a/b:1
oc tag --source=docker quay.io/a/c:1 c:1; oc tag c:1 c:2
#                      ^^^^^^^^^^^^^ command-pull image quay.io/a/c:1
kind load docker-image a/k:1 --name dev
#                      ^^^^^ command-inspect build-output docker.io/a/k:1
minikube image load ./saved/k.tgz; docker run --umask 077 busybox
#                                                         ^^^^^^^ command-pull image docker.io/library/busybox
minikube image load a/k:2; minikube image load /srv/k.tar; "$(go env GOPATH)/bin/kind" load docker-image a/k:3
#                   ^^^^^ command-inspect build-output docker.io/a/k:2
#                                                                                                        ^^^^^ command-inspect build-output docker.io/a/k:3
sudo k3s crictl pull a/x:1; ctr -n k8s.io images pull docker.io/a/l:1
#                                                     ^^^^^^^^^^^^^^^ command-pull image docker.io/a/l:1
ctr run -t --rm --runtime x docker.io/a/o:1 name sh
#                           ^^^^^^^^^^^^^^^ command-inspect build-output docker.io/a/o:1
crictl pull a/m:1
#           ^^^^^ command-pull image docker.io/a/m:1
`,
};

describe('the images that each tool names', () => {
	for (const [name, script] of Object.entries(scripts)) {
		it(name, () => { assertDrawn(shellCard, 'build.sh', script); });
	}
});

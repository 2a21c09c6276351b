import assert from 'node:assert/strict';
import { kubernetesCard } from '../../../src/core/extract/kubernetes/card.ts';
import { expectUses } from '../../support/expectUses.ts';

const image = (name: string): string => `kubernetes-image image docker.io/${name}`;

describe('Kustomize: patches', () => {
	it('parts of an object, as a text in the kustomization', () => {
		expectUses(kubernetesCard, 'kustomization.yaml', `patches:
- patch: |-
    apiVersion: apps/v1
    kind: Deployment
    spec:
      template:
        spec:
          containers:
          - name: a
            image: «acme/p:1»
- path: patch.yaml
patchesStrategicMerge:
- patch.yaml
- "spec: {containers: [{image: \\"«acme/q:1»\\"}]}\\n"
`, [image('acme/p:1'), image('acme/q:1')]);
	});

	it('steps of a JSON patch', () => {
		expectUses(kubernetesCard, 'kustomization.yaml', `patches:
- target: { kind: Deployment }
  patch: |
    - op: replace
      path: /spec/template/spec/containers/0/image
      value: «acme/p:1»
    - { op: add, path: /metadata/labels/image, value: no:1 }
    - { op: remove, path: /spec/template/spec/containers/1/image }
    - op: add
      path: /spec/template/spec/initContainers/-
      value: { name: i, image: "«acme/q:2»" }
    - op: add
      path: /spec/template/spec/containers
      value: [ { image: «acme/r:3» } ]
    - op: replace
      path: /spec/template/spec
      value: { containers: [ { image: «acme/s:4» } ], x: 1 }
    - op: replace
      path: /spec/template/spec/containers/2/image
      value: «\${IMAGE}»
    - what
patchesJson6902:
- patch: '[{"op": "replace", "path": "/spec/containers/0/image", "value": "«acme/t:5»"}]'
`, [image('acme/p:1'), image('acme/q:2'), image('acme/r:3'), image('acme/s:4'), 'kubernetes-image variable -', image('acme/t:5')]);
	});

	it('a file that is a JSON patch', () => {
		expectUses(kubernetesCard, 'p.yaml', '# c\n---\n- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: «acme/p:1»\n', [image('acme/p:1')]);
		expectUses(kubernetesCard, 'p.json', '[\n  {"op": "replace", "path": "/spec/containers/0/image", "value": "«acme/p:1»"}\n]\n', [image('acme/p:1')]);
	});

	it('tells such a file by what it says of containers', () => {
		for (const text of ['- op: add\n  path: /metadata/labels/image\n  value: a\n', '- a: b\n  path: /containers/0/image\n', 'op: add\npath: /containers/0/image\n', '', '# c', '['.repeat(1000)]) {
			assert.equal(kubernetesCard.matches('p.yaml', undefined, text), false, text);
		}
	});
});

describe('Kubernetes: what containers run', () => {
	it('kaniko by its image, others by their command', () => {
		expectUses(kubernetesCard, 'p.yaml', `apiVersion: v1
kind: Pod
spec:
  containers:
  - image: «gcr.io/kaniko-project/executor:v1»
    args: [--dockerfile=Dockerfile, --destination=«acme/app:1», --cache-repo, «acme/cache»]
  - image: «a:1»
    args: [pull, docker://no:1]
  - image: «a:2»
    command: [/bin/sh, -c]
    args: ["podman pull «acme/b:1»"]
  - image: «a:3»
    command: [skopeo]
    args: [inspect, "docker://«acme/c:1»"]
    source: docker pull no:2
`, ['kubernetes-image image gcr.io/kaniko-project/executor:v1', 'command-push build-output docker.io/acme/app:1', 'command-push build-output docker.io/acme/cache:latest', image('library/a:1'), image('library/a:2'), 'command-pull image docker.io/acme/b:1', image('library/a:3'), 'command-inspect image docker.io/acme/c:1']);
	});

	it('images of operators by their own names', () => {
		expectUses(kubernetesCard, 'p.yaml', `apiVersion: operators.coreos.com/v1alpha1
kind: ClusterServiceVersion
metadata: { annotations: { containerImage: «quay.io/op/op:v1», image: quay.io/no/no:1 } }
spec:
  imageName: «quay.io/op/pg:16»
  osImageURL: «quay.io/op/os:1»
  install: { spec: { deployments: [ { spec: { template: { spec: { containers: [ { image: «quay.io/op/op:v2», env: [ { name: RELATED_IMAGE_X, value: «quay.io/op/x:1» }, { name: RELATED_IMAGE_Y, value: y }, { name: IMAGE, value: quay.io/no/no:1 } ] } ] } } } } ] } }
`, ['op:v1', 'pg:16', 'os:1', 'op:v2', 'x:1'].map(name => `kubernetes-image image quay.io/op/${name}`));
	});
});

import assert from 'node:assert/strict';
import { kubernetesCard } from '../../../src/core/extract/kubernetes/card.ts';
import { expectUses } from '../../support/expectUses.ts';

describe('what steps run', () => {
	it('Tekton: scripts and arguments, with the defaults of parameters', () => {
		const { commands } = expectUses(kubernetesCard, 't.yaml', `apiVersion: tekton.dev/v1
kind: Task
metadata: { name: b }
spec:
  params:
    - name: IMAGE
      default: quay.io/me/app:1
    - name: OTHER
  stepTemplate: { image: «alpine:3» }
  steps:
    - image: «quay.io/buildah/stable:v1»
      script: |
        #!/usr/bin/env bash
        buildah push «$(params.IMAGE)»
    - image: «$(params.OTHER)»
      command: ["/kaniko/executor"]
      args: ["--destination=«$(params.IMAGE)»", "--context=."]
    - image: «quay.io/me/app:$(params.IMAGE_TAG)»
      command: [sh, -c, "docker pull «a:1»"]
    - image: «python:3»
      script: |
        #!/usr/bin/env python
        x = "docker pull a:2"
`, [
			'kubernetes-image image docker.io/library/alpine:3',
			'kubernetes-image image quay.io/buildah/stable:v1',
			'command-push build-output quay.io/me/app:1',
			'kubernetes-image variable -',
			'command-push build-output quay.io/me/app:1',
			'kubernetes-image variable -',
			'command-pull image docker.io/library/a:1',
			'kubernetes-image image docker.io/library/python:3',
		]);
		assert.deepEqual(commands.map(({ tool, editable }) => [tool, editable]), [['buildah', true], ['executor', false], ['docker', true]]);
	});

	it('Argo: the script of a template', () => {
		expectUses(kubernetesCard, 'w.yaml', `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  templates:
    - name: a
      script:
        image: «docker:27»
        command: [sh]
        source: |
          docker pull «a:1»
          docker push «a:{{inputs.parameters.tag}}»
`, ['kubernetes-image image docker.io/library/docker:27', 'command-pull image docker.io/library/a:1', 'command-push variable -']);
	});

	it('Tekton in a template of Helm: the lines of a script stay where they are', () => {
		expectUses(kubernetesCard, 'chart/templates/t.yaml', `{{- if .Values.on }}
apiVersion: tekton.dev/v1
kind: Task
spec:
  steps:
  - image: «a:1»
    script: |
      skopeo copy docker://«q.io/a:1» docker://«{{ .Values.registry }}/b:1»
      {{- if .Values.more }}
      podman pull «q.io/c:2»
      {{- end }}
      podman pull «q.io/d:2»
{{- end }}
`, ['kubernetes-image image docker.io/library/a:1', 'command-pull image q.io/a:1', 'command-push variable -', 'command-pull image q.io/c:2', 'command-pull image q.io/d:2']);
	});
});

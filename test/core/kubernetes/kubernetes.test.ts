import assert from 'node:assert/strict';
import { kubernetesCard } from '../../../src/core/extract/kubernetes/card.ts';
import type { PodSpecEntry } from '../../../src/core/model/index.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const image = 'kubernetes-image image ';

function check(title: string, text: string, expected: readonly string[], name = 'k8s/app.yaml'): void {
	it(title, () => { expectUses(kubernetesCard, name, text, expected); });
}

describe('Kubernetes: images of objects', () => {
	check('containers of every sort', 'apiVersion: v1\nkind: Pod\nspec:\n  initContainers:\n  - image: «i:1»\n  containers:\n  - name: a\n    image: "«a:1»"\n  ephemeralContainers:\n  - {name: e, image: «e:1»}\n  volumes:\n  - name: v\n    image: {reference: «v:1»}\n', ['i', 'a', 'e', 'v'].map(name => `${image}docker.io/library/${name}:1`));
	check('deep inside: a cron job', 'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - image: «quay.io/a/b:1»\n', [`${image}quay.io/a/b:1`]);
	check('several documents, and lists', 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: «a:1»}]}\n---\nkind: List\napiVersion: v1\nitems:\n- kind: Pod\n  apiVersion: v1\n  spec: {containers: [{image: «b:1»}]}\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/b:1`]);
	check('JSON', '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"image": "«a:1»"}]}}', [`${image}docker.io/library/a:1`], 'pod.json');
	check('an image in a ConfigMap or a schema is text', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  containers: "image: no:1"\n---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {containers: [{image: no:1}]}\n', []);
	check('a key image alone means nothing', 'apiVersion: x.io/v1\nkind: Thing\nspec: {image: no:1, icon: {image: no.png}}\n', []);
	check('a whole name in a kind of an operator', 'apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nspec:\n  image: «quay.io/prometheus/prometheus:v2.37.0»\n  a: {b: [{image: «o/n:1»}, {image: o/n}, {image: "o/n:{{ .t }}"}, {image: "/dev/x:1"}]}\nstatus: {image: no/no:1}\nmetadata: {image: no/no:1}\n', [`${image}quay.io/prometheus/prometheus:v2.37.0`, `${image}docker.io/o/n:1`]);
	check('repositories that are watched, and patterns of policies', 'apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImageRepository\nspec: {image: no/no:1}\n---\napiVersion: kyverno.io/v1\nkind: ClusterPolicy\nspec: {rules: [{validate: {pattern: {spec: {containers: [{image: "!*:latest"}]}}}}]}\n', []);
	check('values of a release that say their registry', 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chart: {spec: {chart: x}}\n  values:\n    a: {image: {repository: «ghcr.io/a/b», tag: v1}}\n    b: {image: {registry: quay.io, repository: «c/d», tag: v2}}\n    c: {image: {repository: no/no, tag: v1}}\n    d: {image: {repository: ghcr.io/no/no}}\n', [`${image}ghcr.io/a/b:v1`, `${image}quay.io/c/d:v2`]);
	check('values of an Argo CD application', 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  sources:\n  - helm: {valuesObject: {image: {repository: «ghcr.io/a/b», tag: v1}}}\n', [`${image}ghcr.io/a/b:v1`]);
	check('a patch with init containers only', 'apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {initContainers: [{name: a, image: «a:1»}]}}}\n', [`${image}docker.io/library/a:1`]);
	check('both branches of a template', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: x\n    {{- if .a }}\n    image: «a:1»\n    {{- else }}\n    image: «b:1»\n    {{- end }}\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/b:1`]);
	check('placeholders of other tools stay open', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: «a:$(TAG)»\n  - image: «${IMAGE}»\n  - image: «<your-image>»\n', Array.from({ length: 3 }, () => 'kubernetes-image variable -'));
	check('templates: whole values, parts, conditions', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  {{- if .a }}\n  - image: «{{ .Values.image }}»\n  {{- else }}\n  - image: "«{{ .r }}:{{ .t }}»"\n  {{- end }}\n  - image: «b:1»\n  {{- toYaml .x | nindent 2 }}\n', ['kubernetes-image variable -', 'kubernetes-image variable -', `${image}docker.io/library/b:1`]);
	check('images of kind clusters', 'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: worker\n  image: «kindest/node:v1.30.0»\n', [`${image}docker.io/kindest/node:v1.30.0`]);
	check('steps of Tekton tasks', 'apiVersion: tekton.dev/v1\nkind: Task\nspec:\n  steps:\n  - name: s\n    image: «a:1»\n', [`${image}docker.io/library/a:1`]);
	check('an image that injection puts in, and none at all', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - {name: istio-proxy, image: «auto»}\n  - {name: a, image: null}\n  - {name: b, image: }\n', ['kubernetes-image variable -']);
	check('kustomizations', 'images:\n- name: nginx\n  newName: «r.io/nginx»\n  newTag: "1.2"\n- name: «b»\n  digest: sha256:24d5802c837b2519b666a8403a9514c7296d769c9607048e9f1e040e7d7e331c\n- name: c\n', [`${image}r.io/nginx:1.2`, `${image}docker.io/library/b@sha256:24d5802c837b2519b666a8403a9514c7296d769c9607048e9f1e040e7d7e331c`], 'kustomization.yaml');
});

describe('OpenShift: images of objects', () => {
	check('image streams and build configurations', 'apiVersion: image.openshift.io/v1\nkind: ImageStream\nspec:\n  tags:\n  - name: a\n    from: {kind: DockerImage, name: «docker.io/a/b:1»}\n  - name: b\n    from: {kind: ImageStreamTag, name: "no:1"}\n---\napiVersion: build.openshift.io/v1\nkind: BuildConfig\nspec:\n  strategy: {dockerStrategy: {from: {kind: DockerImage, name: «c:1»}}}\n  output: {to: {kind: DockerImage, name: «r.io/d:1»}}\n', [`${image}docker.io/a/b:1`, `${image}docker.io/library/c:1`, 'kubernetes-image build-output r.io/d:1']);
	check('parameters of a template', 'apiVersion: template.openshift.io/v1\nkind: Template\nparameters:\n- {name: I, value: quay.io/a}\n- {name: T}\nobjects:\n- apiVersion: v1\n  kind: Pod\n  spec: {containers: [{image: "«${I}/b:1»"}, {image: "«c:${T}»"}]}\n', [`${image}quay.io/a/b:1`, 'kubernetes-image variable -']);
	check('a container whose image a trigger puts in', 'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nspec:\n  triggers:\n  - imageChangeParams: {containerNames: [a]}\n  template:\n    spec:\n      containers:\n      - {name: a, image: «a:1»}\n      - {name: b, image: «b:1»}\n', ['kubernetes-image variable -', `${image}docker.io/library/b:1`]);

	const evidence: readonly (readonly [api: string, kind: string, target: string])[] = [
		['apps.openshift.io/v1', 'DeploymentConfig', 'openshift'], ['route.openshift.io/v1', 'Route', 'openshift'], ['v1', 'DeploymentConfig', 'openshift-3.11'],
		['apps/v1', 'Deployment', 'kubernetes'], ['myopenshift.io.example/v1', 'X', 'kubernetes'],
	];
	for (const [api, kind, target] of evidence) {
		it(`${kind} of ${api} speaks for ${target}`, () => {
			const text = `apiVersion: ${api}\nkind: ${kind}\n`;
			const [found] = extractWith(kubernetesCard, 'a.yaml', text).evidence;
			assert.equal(found?.target, target);
			assert.equal(text.slice(found.span.start, found.span.end), api);
		});
	}
});

describe('Kubernetes: pull secrets', () => {
	const specOf = (text: string): PodSpecEntry => extractWith(kubernetesCard, 'a.yaml', text).entries[0]?.value as PodSpecEntry;

	it('tells where lines go in, and with which indentation', () => {
		const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      serviceAccountName: sa\n      containers:\n      - image: a\n';
		const spec = specOf(text);
		const { offset, indent, eol } = spec.insertion!;
		assert.equal(text.slice(0, offset) + `${indent}imagePullSecrets:${eol}${indent}- name: x${eol}` + text.slice(offset), text.replace('      containers:', '      imagePullSecrets:\n      - name: x\n      containers:'));
		assert.deepEqual([spec.kind, spec.name, spec.path, spec.serviceAccount, spec.pullSecrets], ['Deployment', 'web', 'spec.template.spec', 'sa', []]);
	});

	it('knows those that are there, and offers no place then', () => {
		const spec = specOf('apiVersion: v1\nkind: Pod\nspec:\n  imagePullSecrets:\n  - name: s\n  containers: []\n');
		assert.deepEqual(spec.pullSecrets, ['s']);
		assert.equal(spec.insertion, undefined);
	});

	it('offers no place in a flow map', () => {
		assert.equal(specOf('apiVersion: v1\nkind: Pod\nspec: {containers: []}\n').insertion, undefined);
	});
});

describe('Kubernetes: which files', () => {
	it('claims by content', () => {
		assert.equal(kubernetesCard.matches('x.yml', undefined, 'kind: Pod\napiVersion: v1\n'), true);
		assert.equal(kubernetesCard.matches('x.yml', undefined, 'a:\n  kind: Pod\n  apiVersion: v1\n'), false);
		assert.equal(kubernetesCard.matches('x.txt', undefined, 'kind: Pod\napiVersion: v1\n'), false);
		assert.equal(kubernetesCard.matches('kustomization.yml', undefined, ''), true);
		assert.equal(kubernetesCard.matches('x.yaml', undefined, '{{- if .a }}\nkind: Pod\napiVersion: v1\n{{- end }}\n'), true);
		assert.equal(kubernetesCard.matches('x.yaml', undefined, '{"kind": "Pod",\n"apiVersion": "v1"}'), true);
		const patch = 'spec:\n  template:\n    spec:\n      containers:\n      - image: a\n';
		assert.equal(kubernetesCard.matches('patch.yaml', undefined, `# c\n${patch}`), true);
		assert.equal(kubernetesCard.matches('patch.yaml', undefined, `a: 1\n${patch}`), false);
		assert.equal(kubernetesCard.matches('snowpark.yaml', undefined, patch.replace('  template:\n', '')), false);
	});
});

describe('Kubernetes: the Dockerfile of a BuildConfig', () => {
	const head = 'apiVersion: build.openshift.io/v1\nkind: BuildConfig\nspec:\n';
	check('is read', `${head}  source:\n    dockerfile: |\n      FROM «a:1» AS b\n      FROM «b»\n      COPY --from=«c:1» x y\n`, ['from image docker.io/library/a:1', 'from stage -', 'copy-from image docker.io/library/c:1']);
	check('with the arguments of the strategy', `${head}  source:\n    dockerfile: "ARG V=0\\nFROM «a:$V»"\n  strategy:\n    dockerStrategy:\n      buildArgs:\n      - {name: V, value: "1"}\n      - {value: x}\n`, ['from image docker.io/library/a:1']);
	check('without the FROM that the strategy replaces', `${head}  source:\n    dockerfile: |\n      FROM «a:1» AS b\n      FROM no:1\n  strategy:\n    dockerStrategy:\n      from: {kind: ImageStreamTag, name: x}\n`, ['from image docker.io/library/a:1']);
	check('with the parameters of a template', 'apiVersion: template.openshift.io/v1\nkind: Template\nparameters:\n- {name: TAG, value: "1"}\nobjects:\n- apiVersion: build.openshift.io/v1\n  kind: BuildConfig\n  spec:\n    source:\n      dockerfile: |\n        FROM «a:${TAG}»\n', ['from image docker.io/library/a:1']);
});

describe('Kubernetes: other objects', () => {
	check('templates of Argo', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  templates:\n  - name: a\n    container: {image: «a:1»}\n  - name: b\n    script: {image: «a:1», source: "image: no:1"}\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/a:1`]);
	check('sidecars of Argo', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  templates:\n  - sidecars: [{name: s, image: «a:1»}]\n', [`${image}docker.io/library/a:1`]);
	check('bundles of Tekton', 'apiVersion: tekton.dev/v1\nkind: PipelineRun\nspec:\n  pipelineRef: {bundle: «acme/p:1», name: p}\n  pipelineSpec:\n    tasks:\n    - taskRef:\n        resolver: bundles\n        params:\n        - {name: name, value: init}\n        - {name: bundle, value: "«quay.io/acme/init:0.2»"}\n    - taskRef: {resolver: git, params: [{name: bundle, value: "no:1"}]}\n', ['kubernetes-image artifact docker.io/acme/p:1', 'kubernetes-image artifact quay.io/acme/init:0.2']);
	check('disks of KubeVirt', 'apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nspec:\n  template: {spec: {volumes: [{containerDisk: {image: «quay.io/acme/disk»}}]}}\n', [`${image}quay.io/acme/disk:latest`]);
	check('a kind with its image at the top', 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nimage: «rancher/k3s:v1»\n', [`${image}docker.io/rancher/k3s:v1`]);
	check('what ko builds, and images that are no text', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: «ko://example.com/x»\n  - image: [no]\n  - image: ""\n', ['kubernetes-image local -']);
	check('one container that an alias repeats', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - &c {image: «a:1»}\n  initContainers: [*c]\n', [`${image}docker.io/library/a:1`]);
	check('a template whose parameter has no name', 'apiVersion: template.openshift.io/v1\nkind: Template\nparameters:\n- {value: x}\nobjects:\n- apiVersion: v1\n  kind: Pod\n  spec: {containers: [{image: "«a:${TAG}»"}]}\n', ['kubernetes-image variable -']);
});

describe('Kubernetes: platforms of nodes', () => {
	it('are those that the pod\'s selector names', () => {
		const platforms = (selector: string): unknown => extractWith(kubernetesCard, 'a.yaml', `apiVersion: v1\nkind: Pod\nspec:\n  nodeSelector: ${selector}\n  initContainers: [{image: a:1}]\n  containers: [{image: b:1}]\n`).uses.map(use => use.platforms);
		assert.deepEqual(platforms('{ kubernetes.io/arch: arm64 }'), [['linux/arm64'], ['linux/arm64']]);
		assert.deepEqual(platforms('{ kubernetes.io/os: windows, beta.kubernetes.io/arch: amd64 }'), [['windows/amd64'], ['windows/amd64']]);
		assert.deepEqual(platforms('{ kubernetes.io/os: linux, disk: ssd }'), [[], []]);
	});
});

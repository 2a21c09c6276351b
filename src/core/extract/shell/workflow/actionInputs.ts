import type { UseClass, UseKind } from '../../../model/index.ts';

/** How the value of an action's input holds references. */
export interface InputSyntax {
	readonly kind: UseKind;
	readonly class: UseClass;
	/**
	 * `list`: one or several, separated by line ends or commas. `cache`: `type=registry,ref=X`. `output`: `type=image,name=X`. `context`:
	 * `name=docker-image://X`. `driver`: `image=X`. `names`: like `list`, `name=X,enable=…` too. `set`: `target.tags=X`,
	 * `target.cache-from=type=registry,ref=X`. `scout`: `registry://X`, and other schemes for what is here.
	 */
	readonly form: 'set' | 'scout' | 'one' | 'list' | 'names' | 'cache' | 'output' | 'context' | 'driver';
}

const tags: InputSyntax = { kind: 'workflow-tag', class: 'build-output', form: 'list' };
const cache: InputSyntax = { kind: 'workflow-cache', class: 'image', form: 'cache' };
const image: InputSyntax = { kind: 'workflow-image', class: 'image', form: 'one' };
const images: InputSyntax = { ...image, form: 'list' };

/** Which inputs of which actions name images. */
export const actionInputs: Readonly<Record<string, Readonly<Record<string, InputSyntax>>>> = {
	'docker/build-push-action': {
		'tags': tags, 'cache-from': cache, 'cache-to': { ...cache, class: 'build-output' },
		'outputs': { kind: 'workflow-output', class: 'build-output', form: 'output' },
		'build-contexts': { kind: 'workflow-context', class: 'image', form: 'context' },
	},
	'docker/bake-action': { 'set': { ...tags, form: 'set' } },
	'docker/metadata-action': { 'images': { ...tags, form: 'names' } },
	'docker/setup-qemu-action': { 'image': image },
	'docker/setup-buildx-action': { 'driver-opts': { ...image, form: 'driver' } },
	'docker/scout-action': { 'image': { ...image, form: 'scout' } },
	'redhat-actions/buildah-build': { 'base-image': image },
	'devcontainers/ci': { 'imageName': { ...tags, form: 'one' }, 'cacheFrom': { ...cache, form: 'list' } },
	'aquasecurity/trivy-action': { 'image-ref': image },
	'anchore/scan-action': { 'image': image },
	'anchore/sbom-action': { 'image': image },
	'addnab/docker-run-action': { 'image': image },
	'azure/k8s-deploy': { 'images': images },
	'azure/container-apps-deploy-action': { 'imageToDeploy': image },
	'google-github-actions/deploy-cloudrun': { 'image': image },
	'akhileshns/heroku-deploy': {},
};

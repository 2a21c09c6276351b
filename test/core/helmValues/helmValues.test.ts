import assert from 'node:assert/strict';
import { helmValuesCard } from '../../../src/core/extract/helmValues/card.ts';
import { expectUses } from '../../support/expectUses.ts';

const image = 'kubernetes-image image ';

function check(title: string, text: string, expected: readonly string[]): void {
	it(title, () => { expectUses(helmValuesCard, 'chart/values.yaml', text, expected); });
}

describe('Helm values', () => {
	check('registry, repository and tag', 'image:\n  registry: quay.io\n  repository: «a/b»\n  tag: "1.2"\n', [`${image}quay.io/a/b:1.2`]);
	check('registry, image and tag', 'image:\n  registry: quay.io\n  image: «a/b»\n  tag: "1.2"\n', [`${image}quay.io/a/b:1.2`]);
	check('a digest', 'image:\n  repository: «a/b»\n  tag: ""\n  digest: sha256:24d5802c837b2519b666a8403a9514c7296d769c9607048e9f1e040e7d7e331c\n', [`${image}docker.io/a/b@sha256:24d5802c837b2519b666a8403a9514c7296d769c9607048e9f1e040e7d7e331c`]);
	check('a global registry goes before', 'global:\n  imageRegistry: r.io\nimage: {registry: docker.io, repository: «a/b», tag: v1}\n', [`${image}r.io/a/b:v1`]);
	check('without a tag the chart decides', 'image:\n  repository: «a/b»\n', ['kubernetes-image variable -']);
	check('a number is not the tag that was meant', 'image:\n  repository: «a/b»\n  tag: 1.10\n', ['kubernetes-image variable -']);
	check('a number that stays as it is written', 'image:\n  repository: «a/b»\n  tag: 1.2\n', [`${image}docker.io/a/b:1.2`]);
	check('whole names', 'a: {image: «nginx:1.27»}\nb:\n  image: nginx\nc: {image: «x», tag: v1}\n', [`${image}docker.io/library/nginx:1.27`, `${image}docker.io/library/x:v1`]);
	check('null and empty texts mean not set', 'image:\n  registry: null\n  repository: «a/b»\n  tag: ~\n  digest:\nc:\n  image: {registry: "", repository: «c/d», tag: v1, digest: null}\nd: {image: null, tag: v1}\n', ['kubernetes-image variable -', `${image}docker.io/c/d:v1`]);
	check('a path that is called name', 'image: {name: «quay.io/a/b», tag: v1}\nc: {image: {name: app, tag: v1}}\nd: {image: {name: a/b}}\n', [`${image}quay.io/a/b:v1`]);
	check('images by other keys', 'initImage: «a/b:1»\nimages:\n  tags: {x: «a/c:2», image: «a/d:3»}\n  app: «a/e:4»\n  pullPolicy: IfNotPresent\n  other: {x: no/f:5}\nbaseImage: debian\n', ['b:1', 'c:2', 'd:3', 'e:4'].map(name => `${image}docker.io/a/${name}`));
	check('pictures', 'logo: {image: https://a.io/x}\nicon: {image: a/b.svg}\n', []);
	check('a name that a hub stands before', 'hub: r.io/testing\ntag: latest\nimage: ztunnel\n', []);
	check('repositories of other things', 'git: {repository: "https://a/b", tag: v1}\nchart: {repository: a/b}\n', []);

	it('claims by name, but not Kubernetes objects', () => {
		assert.equal(helmValuesCard.matches('values-prod.yaml', undefined, 'a: b'), true);
		assert.equal(helmValuesCard.matches('otel-demo-values.yaml', undefined, 'a: b'), true);
		assert.equal(helmValuesCard.matches('evalues.yaml', undefined, 'a: b'), false);
		assert.equal(helmValuesCard.matches('values.yaml', undefined, 'apiVersion: v1\n'), false);
	});
});

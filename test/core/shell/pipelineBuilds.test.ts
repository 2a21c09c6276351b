import assert from 'node:assert/strict';
import type { BuildLink } from '../../../src/core/model/index.ts';
import { pipelineCard } from '../../../src/core/extract/shell/cards.ts';
import { extractWith } from '../../support/expectUses.ts';

function buildsOf(file: string, text: string): readonly string[] {
	const shown = ({ dockerfile, args, target }: BuildLink): string => [dockerfile, ...args.map(({ name, value }) => `${name}=${value ?? '?'}`), ...(target === undefined ? [] : [`to ${target}`])].join(' ');
	return extractWith(pipelineCard, file, text).builds.map(shown);
}

const step = (settings: string, image = 'plugins/docker'): string => `kind: pipeline\nsteps:\n- name: p\n  image: ${image}\n  settings: { repo: a/b, ${settings} }\n`;

describe('Pipelines: which Dockerfile is built, and with what', () => {
	it('a plugin of Drone', () => {
		assert.deepEqual(buildsOf('.drone.yml', step('dockerfile: docker/D, build_args: [ A=1, B=x=y, "C=$D", E ], target: t')), ['docker/D A=1 B=x=y C=? to t']);
	});
	it('with a context', () => {
		assert.deepEqual(buildsOf('app/.drone.yml', step('context: web')), ['app/web/Dockerfile']);
	});
	it('with arguments as a text or a map', () => {
		assert.deepEqual(buildsOf('.woodpecker/a.yaml', step('build_args: "A=1, B=2"', 'woodpeckerci/plugin-docker-buildx')), ['Dockerfile A=1 B=2']);
		assert.deepEqual(buildsOf('.woodpecker/a.yaml', step('build_args: { A: 1, B: "${C}" }, target: "${T}"', 'woodpeckerci/plugin-docker-buildx')), ['Dockerfile A=1 B=?']);
	});
	it('nothing where a variable decides, or nothing is built', () => {
		assert.deepEqual(buildsOf('.drone.yml', step('dockerfile: "${D}"')), []);
		assert.deepEqual(buildsOf('.drone.yml', step('dockerfile: D', 'alpine')), []);
	});
	it('Cloud Build: beside the file or in the folder above', () => {
		assert.deepEqual(buildsOf('app/ci/cloudbuild.yaml', 'steps:\n- name: gcr.io/cloud-builders/docker\n  dir: web\n  args: [build, --build-arg, A=1, .]\n'), ['app/ci/web/Dockerfile A=1', 'app/web/Dockerfile A=1']);
	});
});

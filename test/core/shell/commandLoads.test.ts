import assert from 'node:assert/strict';
import { commandFactsOf } from '../../support/commands.ts';
import { expectProject } from '../../support/expectProject.ts';

const image = 'compose-image image docker.io/';

describe('Compose files that a command names', () => {
	it('are one project, in this order, whatever their names are', async () => {
		await expectProject({
			'up.sh': ['docker compose -f base.yml -f prod.yml up -d\ndocker stack deploy -c stack/app.yaml x\n'],
			'base.yml': ['services:\n  web:\n    image: «a/b:${T:-1}»\n', `${image}a/b:7`],
			'prod.yml': ['services:\n  db:\n    image: «postgres:16»\n', `${image}library/postgres:16`],
			'stack/app.yaml': ['services:\n  s:\n    image: «redis:7»\n', `${image}library/redis:7`],
			'.env': ['T=7\n'],
		});
	});

	it('stand in the folder that the script goes to', async () => {
		await expectProject({
			'scripts/up.sh': ['cd "$(dirname "$0")/.."\ndocker-compose --file=base.yml up\n'],
			'base.yml': ['services: {web: {image: «a/b:1»}}\n', `${image}a/b:1`],
		});
	});

	for (const script of ['docker compose -f $X -f b.yml up', 'docker compose -f - up', 'docker compose --project-directory x -f b.yml up', 'docker compose up', 'docker build -f b.yml .', 'cd $X; docker compose -f b.yml up']) {
		it(`are none in ${script}`, () => { assert.equal(commandFactsOf(script).loads, undefined); });
	}
});

import { circleciCard, gitlabCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses } from '../../support/expectUses.ts';

describe('CI files: what an anchor names is read where it stands', () => {
	it('GitLab: an image and a service through aliases', () => {
		expectUses(gitlabCard, '.gitlab-ci.yml', '.i: &i «a:1»\n.n: &n {name: «b:1»}\njob:\n  image: *i\n  services: [*i, *n]\n  script: x\n', [
			'workflow-container image docker.io/library/a:1', 'workflow-service image docker.io/library/b:1',
		]);
	});

	it('CircleCI: an image, an item and a command through aliases', () => {
		expectUses(circleciCard, '.circleci/config.yml', 'references:\n  c: &c {image: «a:1»}\n  i: &i «b:1»\n  s: &s docker pull «d:1»\njobs:\n  j:\n    docker: [*c, {image: *i}]\n    steps:\n    - run: *s\n    - run: *s\n', [
			'workflow-container image docker.io/library/a:1', 'workflow-service image docker.io/library/b:1', 'command-pull image docker.io/library/d:1',
		]);
	});
});

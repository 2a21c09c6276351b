import { fixCases } from '../../support/fixCases.ts';

const create = 'oc create secret docker-registry pull --docker-username="$U" --docker-server=docker.io --docker-password="$P"';
const link = 'oc secrets link default pull --for=pull';
const workflow = (run: string): string => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}`;

fixCases('The link of a pull secret stands behind its making', { code: 'openshift-secret-not-linked' }, [
	['a script', 'b.sh', `${create}\n⟦→${link}\n⟧oc apply -f x\n`],
	['the last line', 'b.sh', `${create}⟦→\n${link}⟧`],
	['CRLF', 'b.sh', `${create}\r\n⟦→${link}\r\n⟧`],
	['continued lines', 'b.sh', `oc create secret docker-registry pull \\\n  --docker-username="$U" \\\n  --docker-password="$P"\n⟦→${link}\n⟧`],
	['whatever the outcome', 'b.sh', `  ${create} || true # once\n⟦→  ${link}\n⟧`],
	['a chain that goes on', 'b.sh', `${create}⟦→ && ${link}⟧ && \\\n  oc apply -f x\n`],
	['a condition', 'b.sh', `oc whoami && ${create}⟦→ && ${link}⟧\n`],
	['a block', 'b.sh', `{ ${create}⟦→ && ${link}⟧; }\n`],
	['a recipe', 'Makefile', `s:\n\t@${create}\n⟦→\t@${link}\n⟧\t@echo\n`],
	['a prompt', 'README.md', `\`\`\`console\n$ ${create}\n⟦→$ ${link}\n⟧\`\`\`\n`],
	['a block scalar', '.github/workflows/a.yml', workflow(`|\n          ${create}\n⟦→          ${link}\n⟧`)],
	['one line', '.github/workflows/a.yml', workflow(`${create}⟦→ && ${link}⟧\n`)],
	['one line in quotes', '.github/workflows/a.yml', workflow(`'${create}⟦→ && ${link}⟧' # now\n`)],
	['a list', '.gitlab-ci.yml', `s:\n  script:\n    - ${create}\n⟦→    - ${link}\n⟧    - echo\n`],
	['a list of tasks', 'Taskfile.yml', `version: '3'\ntasks:\n  s:\n    cmds:\n      - ${create}\n⟦→      - ${link}\n⟧`],
	['a recipe of just', 'justfile', `s:\n    ${create}\n⟦→    ${link}\n⟧`],
	['JSON', 'package.json', `{ "scripts": { "s": "oc create secret docker-registry pull --docker-password=$P⟦→ && ${link}⟧" } }\n`],
]);

fixCases('A login that nobody needs goes with its line', { code: 'credentials-never-needed' }, [
	['a script', 'b.sh', 'set -e\n⟦docker login -u x --password-stdin mcr.microsoft.com < p\n→⟧docker pull mcr.microsoft.com/x:1\n'],
	['what is piped into it', 'b.sh', '⟦echo "$T" | docker login -u x --password-stdin registry.k8s.io\n→⟧true\n'],
	['CRLF', 'b.sh', '⟦podman login registry.k8s.io\r\n→⟧true\r\n'],
	['continued lines', 'b.sh', 'true\n⟦docker login \\\n  -u x \\\n  mcr.microsoft.com # no\n→⟧'],
	['the last line', 'b.sh', 'true⟦\ndocker login mcr.microsoft.com→⟧'],
	['a recipe', 'Makefile', 'i:\n⟦\t@docker login mcr.microsoft.com\n→⟧\t@docker pull mcr.microsoft.com/x:1\n'],
	['a list', '.gitlab-ci.yml', 'a:\n  script:\n⟦    - docker login mcr.microsoft.com\n→⟧    - echo\n'],
	['a block scalar', '.github/workflows/a.yml', workflow('|\n⟦          docker login mcr.microsoft.com\n→⟧          echo\n')],
]);

fixCases('A dev container that is pushed to loopback gets its builder', { code: 'devcontainer-build-push-loopback' }, [
	['a script', 'b.sh', '⟦→export BUILDX_BUILDER=host\n⟧devcontainer build --workspace-folder . --push true --image-name quay.localhost.direct/a:1\n'],
	['it is chosen', 'b.sh', 'export BUILDX_BUILDER=host\ndevcontainer build --workspace-folder . --push true --image-name quay.localhost.direct/a:1\n'],
]);

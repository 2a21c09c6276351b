import { fixCases } from '../../support/fixCases.ts';

const old = { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' };
const quay = { code: 'push-attestation-rejected-quay', settings: 'targets: quay-3.8' };
const tasks = '.vscode/tasks.json';
const devcontainer = '.devcontainer/devcontainer.json';
const task = (args: string, command = 'buildah'): string => `{ "version": "2.0.0", "tasks": [ { "label": "a", "type": "process", "command": "${command}", "args": ${args} } ] }\n`;
const run = (list: string): string => `{ "image": "quay.io/buildah/stable:v1.37", "postCreateCommand": ${list} }\n`;

fixCases('A command that is a list gets its flag as a string of the list', old, [
	['arguments of a task', tasks, task('["bud"⟦→, "--format=docker"⟧, "-t", "a:1", "."]')],
	['arguments on lines', tasks, task('[\n  "bud",\n⟦→  "--format=docker",\n⟧  "-t",\n  "."\n]')],
	['without a blank', tasks, task('["bud"⟦→,"--format=docker"⟧,"-t","a:1","."]')],
	['a value of its own', tasks, task('["bud", "--format", "⟦oci→docker⟧", "-t", "a:1", "."]')],
	['a value with its flag', tasks, task('["bud", "--format=⟦oci→docker⟧", "-t", "a:1", "."]')],
	['it is there', tasks, task('["bud", "--format", "docker", "-t", "a:1", "."]')],
	['a command of a dev container', devcontainer, run('["buildah", "bud"⟦→, "--format=docker"⟧, "-t", "a:1", "."]')],
	['words of RUN', 'Dockerfile', 'FROM quay.io/buildah/stable:v1.37\nRUN ["buildah", "bud"⟦→, "--format=docker"⟧, "-t", "a:1", "."]\nCMD ["buildah", "bud", "."]\n'],
	['a script in a list', 'Dockerfile', 'FROM quay.io/buildah/stable:v1.37\nRUN ["sh", "-c", "buildah bud⟦→ --format=docker⟧ -t a:1 ."]\n'],
	['a script with escapes in a list', 'Dockerfile', 'FROM quay.io/buildah/stable:v1.37\nRUN ["sh", "-c", "buildah bud⟦→ --format=docker⟧ -t \\"a:1\\" ."]\n'],
	['buildx that pushes', tasks, task('["buildx", "build"⟦→, "--provenance=false", "--sbom=false"⟧, "-t", "r.acme.dev/a:1", "⟦--push→--output=type=image,oci-mediatypes=false,push=true⟧", "."]', 'docker')],
]);

fixCases('A list of buildx gets the flags against attestations', quay, [
	['a dev container', devcontainer, run('["docker", "buildx", "build"⟦→, "--provenance=false", "--sbom=false"⟧, "-t", "r.acme.dev/a:1", "--push", "."]')],
	['one is changed', devcontainer, run('["docker", "buildx", "build", "--provenance=⟦true→false⟧", "--sbom=false", "-t", "r.acme.dev/a:1", "--push", "."]')],
]);

fixCases('A flag of another tool is taken out of a list', { code: 'flag-not-for-this-tool' }, [
	['one string', tasks, task('["bud"⟦, "--provenance=false"→⟧, "-t", "a:1", "."]')],
	['two strings', tasks, task('["bud"⟦, "--provenance", "false"→⟧, "-t", "a:1", "."]')],
	['the value', tasks, task('["bud", "--format", "⟦v2s2→docker⟧", "-t", "a:1", "."]')],
]);

import assert from 'node:assert/strict';
import { commandsOf } from '../../support/commands.ts';

function shown(script: string): readonly string[] {
	return commandsOf(script).map(({ tool, subcommand, operands }) => [tool, subcommand, ...operands.map(({ value }) => value)].join(' '));
}

describe('other names for a tool', () => {
	for (const script of [
		'alias d=docker\nd pull a:1', 'alias dp="docker pull" x=y\ndp a:1', 'alias docker="sudo docker"\ndocker pull a:1',
		'd() { docker "$@"; }\nd pull a:1', 'function d {\n  docker pull "${@}"\n}\nd a:1', 'docker() { command docker "$@"; }\ndocker pull a:1',
		'run() {\n  echo "+ $*"\n  "$@"\n}\nrun docker pull a:1', 'again() { for i in 1 2; do "$@" && return; done; }\nagain 3 docker pull a:1', 'try() { if ! $@; then exit 1; fi; }\ntry -q docker pull a:1',
		'cross-env A=1 docker pull a:1', 'flock /tmp/x docker pull a:1', 'gosu me docker pull a:1', 'run docker pull a:1', 'wsl -d Ubuntu docker pull a:1',
		'sudo --user me -E -- docker pull a:1', 'sudo --user=me docker pull a:1', 'env --unset X -C /x docker pull a:1', 'timeout --signal KILL -k 5 9 docker pull a:1', 'ssh -p 22 -v me@host docker pull a:1', 'ssh -J x me@host "docker pull a:1"', 'watch -n 5 docker pull a:1',
		'exec -a x docker pull a:1', 'eval "docker pull a:1"', 'su me -c "docker pull a:1"', 'bash --login -c "docker pull a:1"', 'nice -n 5 ionice -c 3 docker pull a:1',
		'concurrently -n a "docker pull a:1" "echo b"', 'vagrant ssh -c "docker pull a:1"', 'docker pull $\'a:1\'',
	]) {
		it(`is followed: ${JSON.stringify(script)}`, () => { assert.deepEqual(shown(script).filter(line => !line.includes('@')), ['docker pull a:1']); });
	}

	for (const script of [
		'alias d="docker; true"\nd pull a:1', 'log() { echo "$@"; }\nlog docker pull a:1', 'log() { echo "ran: $@" >&2; }\nlog docker pull a:1', 'say() { cat; }\nsay docker pull a:1',
		'command -V docker pull', 'sudo -l', 'env', 'bash -c', 'ssh host', 'vagrant up', 'timeout 5',
		'alias e="e"\ne docker pull a:1', 'alias x=y y=x\nx pull a:1',
	]) {
		it(`is no call of a tool: ${JSON.stringify(script)}`, () => { assert.deepEqual(shown(script), []); });
	}

	it('a call by another name is not edited, and stands where it is written', () => {
		const script = 'alias dp="docker pull"\ndp a:1';
		const [command] = commandsOf(script);
		assert.equal(command?.editable, false);
		assert.equal(script.slice(command.span.start, command.span.end), 'dp a:1');
	});
});

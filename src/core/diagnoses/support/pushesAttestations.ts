import type { ToolCommand } from '../../model/index.ts';
import { attestationsOff, builderOf, pushesResult } from './buildTools.ts';
import { flagValue, hasSwitch } from './findFlag.ts';

/** True when a BuildKit build, a bake, a Compose or a dev container build pushes its result with attestations on it. */
export function pushesAttestations(command: ToolCommand): boolean {
	if (attestationsOff(command)) { return false; }
	if (builderOf(command) === 'buildkit') { return pushesResult(command); }
	if (command.tool === 'devcontainer') { return command.subcommand === 'build' && pushesResult(command) && flagValue(command, 'buildkit') !== 'never'; }
	return isBakeOrCompose(command) && hasSwitch(command, 'push');
}

function isBakeOrCompose({ tool, subcommand }: ToolCommand): boolean {
	return (tool === 'docker' && ['buildx bake', 'buildx f', 'compose build'].includes(subcommand)) || (tool === 'docker-compose' && subcommand === 'build');
}

import type { ToolCommand } from '../../model/index.ts';
import { attestationsOff, builderOf, pushesResult } from './buildTools.ts';
import { hasSwitch } from './findFlag.ts';

/** True when a BuildKit build, a bake or a Compose build pushes its result with attestations on it. */
export function pushesAttestations(command: ToolCommand): boolean {
	if (attestationsOff(command)) { return false; }
	if (builderOf(command) === 'buildkit') { return pushesResult(command); }
	return isBakeOrCompose(command) && hasSwitch(command, 'push');
}

function isBakeOrCompose({ tool, subcommand }: ToolCommand): boolean {
	return (tool === 'docker' && ['buildx bake', 'compose build'].includes(subcommand)) || (tool === 'docker-compose' && subcommand === 'build');
}

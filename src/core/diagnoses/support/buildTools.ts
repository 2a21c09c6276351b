import type { CommandFlag, ToolCommand } from '../../model/index.ts';
import { findFlag, flagValue, hasSwitch, environmentValue, isOpenEnvironment } from './findFlag.ts';

/** How a command builds: by buildah's library (`buildah`, `podman`) or by BuildKit (`docker build`, `buildx`, `nerdctl`). */
export type Builder = 'buildah' | 'buildkit';

/** `commit` writes an image in the same formats. */
const buildahBuilds = ['bud', 'build', 'build-using-dockerfile', 'image build', 'buildx build', 'buildx b', 'commit', 'container commit'];
const buildkitBuilds = ['build', 'image build', 'builder build', 'buildx build', 'buildx b'];

/** Which builder a command runs; `undefined` when it builds no image. */
export function builderOf({ tool, subcommand, flags }: ToolCommand): Builder | undefined {
	if (flags.some(({ name }) => name === '--help' || name === '-h')) { return undefined; }
	if ((tool === 'buildah' || tool === 'podman') && buildahBuilds.includes(subcommand)) { return 'buildah'; }
	if ((tool === 'docker' && buildkitBuilds.includes(subcommand))
			|| (tool === 'docker-buildx' && ['build', 'b'].includes(subcommand))
			|| (tool === 'nerdctl' && subcommand === 'build')) {
		return 'buildkit';
	}
	return undefined;
}

/** True when a buildah or podman build writes OCI format: nothing asks for Docker's. A format from a variable counts as unknown. */
export function writesOci(command: ToolCommand): boolean {
	const format = findFlag(command, 'format');
	if (format?.value?.open.length || (!format && mayHoldFlags(command))) { return false; }
	return !['docker', 'dockerv2', 'v2s2'].includes(format?.value?.value ?? environmentValue(command, 'BUILDAH_FORMAT') ?? 'oci')
		&& !(format === undefined && isOpenEnvironment(command, 'BUILDAH_FORMAT'));
}

/** True when a BuildKit build pushes what it builds: `--push`, or an output with `push=true` or of type `registry`. */
export function pushesResult(command: ToolCommand): boolean {
	return hasSwitch(command, 'push') || isPushingOutput(flagValue(command, 'output'));
}

/** True for an `--output` value that pushes. */
export function isPushingOutput(value: string | undefined): boolean {
	if (value === undefined) { return false; }
	const parts = value.split(',').map(part => part.trim().toLowerCase());
	return parts.includes('type=registry') || (parts.includes('type=image') && parts.includes('push=true'));
}

/** True when neither provenance nor SBOM attestations are made, by flags or by the environment. */
export function attestationsOff(command: ToolCommand): boolean {
	return provenanceOff(command) && sbomOff(command);
}

/** `--provenance=false`, `--attest type=provenance,disabled=true` or `BUILDX_NO_DEFAULT_ATTESTATIONS=1`. */
export function provenanceOff(command: ToolCommand): boolean {
	const flags = attestationFlags(command, 'provenance');
	return flags.length > 0 ? flags.every(isOffAttestation) : noDefault(command);
}

/** True unless an SBOM is asked for: it is off by default. */
export function sbomOff(command: ToolCommand): boolean {
	return attestationFlags(command, 'sbom').every(isOffAttestation);
}

/** True for `--provenance=false`, `--attest type=sbom,disabled=true` and a flag whose value is a variable: nobody knows that it is on. */
export function isOffAttestation({ long, value }: CommandFlag): boolean {
	if (!value) { return false; }
	return value.open.length > 0 || (long !== 'attest' && /^(?:false|0|f)$/i.test(value.value)) || /(?:^|,)disabled=(?:true|1)(?:,|$)/.test(value.value);
}

/** The flags that are missing to switch all attestations off. Those that switch one on are changed by the caller. */
export function missingAttestationFlags(command: ToolCommand): readonly string[] {
	if (noDefault(command)) { return []; }
	// A bare `--provenance` took the next flag for its value; that one is there.
	const swallowed = (kind: string): boolean =>
		command.flags.some(({ separator, value }) => separator === ' ' && value?.value.startsWith(`--${kind}`) === true);
	return (['provenance', 'sbom'] as const).filter(kind => attestationFlags(command, kind).length === 0 && !swallowed(kind)).map(kind => `--${kind}=false`);
}

/** `--provenance`, `--attest type=provenance` and, for bake, `--set *.attest=type=provenance`. */
export function attestationFlags({ flags }: ToolCommand, kind: 'provenance' | 'sbom'): readonly CommandFlag[] {
	return flags.filter(({ long, value }) => long === kind || ((long === 'attest' || long === 'set') && attestation[kind].test(value?.value ?? '')));
}

const attestation = {
	provenance: /(?:^|,|\.attest=)type=provenance(?:,|$)/,
	sbom: /(?:^|,|\.attest=)type=sbom(?:,|$)/,
};

function noDefault(command: ToolCommand): boolean {
	return isOpenEnvironment(command, 'BUILDX_NO_DEFAULT_ATTESTATIONS')
		|| /^(?:1|true|t)$/i.test(environmentValue(command, 'BUILDX_NO_DEFAULT_ATTESTATIONS') ?? '');
}

/** The tool's words, to underline: `buildah bud`, `docker buildx build`. */
export function commandWords(command: ToolCommand): { readonly start: number; readonly end: number } {
	return { start: command.toolSpan.start, end: command.subcommandSpan.end };
}

/** True when words of the command are only known when it runs and may hold any flags: `"$@"`, `"${args[@]}"`, `$BUILD_FLAGS`. */
export function mayHoldFlags({ operands }: ToolCommand): boolean {
	return operands.some(({ text, value, open }) => /^["']?\$(?:[@*]|\{[@*]\}|\{\w+\[[@*]\]\})/.test(text)
		|| (/[$`]/.test(text) && value.startsWith('-'))
		|| (open.length > 0 && /^["']?\$[({]{0,2}\s*[\w.-]*?(?:flags|opts|options|(?:extra|format|buildah|podman)[_-]?args)\b/i.test(text)));
}

import type { ToolCommand } from '../../model/index.ts';
import { findFlag, flagValue, hasSwitch, environmentValue } from './findFlag.ts';

/** How a command builds: by buildah's library (`buildah`, `podman`) or by BuildKit (`docker build`, `buildx`, `nerdctl`). */
export type Builder = 'buildah' | 'buildkit';

const buildahBuilds = ['bud', 'build', 'build-using-dockerfile', 'image build', 'buildx build', 'buildx b'];
const buildkitBuilds = ['build', 'image build', 'builder build', 'buildx build', 'buildx b'];

/** Which builder a command runs; `undefined` when it builds no image. */
export function builderOf({ tool, subcommand }: ToolCommand): Builder | undefined {
	if ((tool === 'buildah' || tool === 'podman') && buildahBuilds.includes(subcommand)) { return 'buildah'; }
	if ((tool === 'docker' && buildkitBuilds.includes(subcommand)) || (tool === 'buildx' && ['build', 'b'].includes(subcommand))) { return 'buildkit'; }
	return undefined;
}

/** True when a buildah or podman build writes OCI format: nothing asks for Docker's. A format from a variable counts as unknown. */
export function writesOci(command: ToolCommand): boolean {
	const format = findFlag(command, 'format');
	if (format?.value?.open.length) { return false; }
	return !['docker', 'dockerv2', 'v2s2'].includes(format?.value?.value ?? environmentValue(command, 'BUILDAH_FORMAT') ?? 'oci')
		&& !(format === undefined && environmentValue(command, 'BUILDAH_FORMAT')?.includes('$'));
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
	const value = flagValue(command, 'provenance');
	if (value !== undefined) { return /^(?:false|0|f)$/i.test(value) || /(?:^|,)disabled=(?:true|1)/.test(value); }
	const attest = command.flags.findLast(flag => flag.long === 'attest' && flag.value?.value.includes('type=provenance'))?.value?.value;
	if (attest !== undefined) { return /(?:^|,)disabled=(?:true|1)/.test(attest); }
	return /^(?:1|true|t)$/i.test(environmentValue(command, 'BUILDX_NO_DEFAULT_ATTESTATIONS') ?? '');
}

/** True unless an SBOM is asked for: it is off by default. */
export function sbomOff(command: ToolCommand): boolean {
	const value = flagValue(command, 'sbom');
	if (value !== undefined) { return /^(?:false|0|f)$/i.test(value); }
	return !command.flags.some(flag => flag.long === 'attest' && flag.value?.value.includes('type=sbom') && !/disabled=(?:true|1)/.test(flag.value.value));
}

/** The flags that are missing to switch all attestations off. An explicit `--provenance` or `--sbom` is replaced by the caller. */
export function missingAttestationFlags(command: ToolCommand): readonly string[] {
	const environment = /^(?:1|true|t)$/i.test(environmentValue(command, 'BUILDX_NO_DEFAULT_ATTESTATIONS') ?? '');
	return [
		...provenanceOff(command) || findFlag(command, 'provenance') ? [] : ['--provenance=false'],
		...environment || findFlag(command, 'sbom') ? [] : ['--sbom=false'],
	];
}

/** The tool's words, to underline: `buildah bud`, `docker buildx build`. */
export function commandWords(command: ToolCommand): { readonly start: number; readonly end: number } {
	return { start: command.toolSpan.start, end: command.subcommandSpan.end };
}

import type { CommandFlag, Edit, Fix, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { spellFlag } from '../support/addFlag.ts';
import { builderOf, missingAttestationFlags } from '../support/buildTools.ts';
import { noDefaultAttestations } from '../support/buildkitDockerFormat.ts';
import { dockerOutput } from '../support/dockerOutput.ts';
import { findFlag } from '../support/findFlag.ts';
import { removeFlag } from '../support/removeFlag.ts';
import { replaceFlag, replaceFlagValue } from '../support/replaceFlag.ts';
import { changedAttestations } from '../support/switchOffAttestations.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A flag or value of another tool: the command stops with "unknown flag" or "unknown format". */
export const flagNotForThisTool = defineDiagnosis({
	code: 'flag-not-for-this-tool',
	title: 'Flag of another tool',
	severity: 'error',
	explanation,
	symptoms,
	*command(command, { facts }) {
		for (const flag of command.flags) {
			const wrong = wrongFlag(command, flag, facts.text);
			if (wrong) { yield { at: flag.span, message: wrong.message, fixes: wrong.fixes }; }
		}
	},
});

const attestationFlags = ['provenance', 'sbom', 'attest'];
/** Subcommands of docker with flags that only `build`, or buildah's of the same name, has. */
const withoutFlags: ReadonlyMap<string, readonly string[]> = new Map([
	...['push', 'image push'].map(subcommand => [subcommand, ['format', ...attestationFlags]] as const),
	...['compose build', 'buildx bake'].map(subcommand => [subcommand, ['format', 'attest']] as const),
]);

interface Wrong { readonly message: { readonly text: string; readonly args: Readonly<Record<string, string>> }; readonly fixes: readonly Fix[] }

function wrongFlag(command: ToolCommand, flag: CommandFlag, text: string): Wrong | undefined {
	const builder = builderOf(command);
	const value = flag.value?.open.length ? undefined : flag.value?.value;
	if (builder === 'buildkit' && !isPodman(command, text) && flag.long === 'format' && value !== undefined && ['docker', 'oci', 'v2s2'].includes(value)) {
		return { message: unknownFlag(command, flag), fixes: [value === 'oci' ? remove(command, text, flag) : dockerFormat(command, text, flag)] };
	}
	if (builder === 'buildah' && flag.long === 'format' && value !== undefined && ['v2s2', 'v2s1', 'schema2'].includes(value)) {
		return { message: unknownValue(command, flag, value), fixes: changeValue(flag, text, 'docker') };
	}
	if (builder === 'buildah' && flag.long !== 'sbom' && attestationFlags.includes(flag.long)) {
		return { message: unknownFlag(command, flag), fixes: [remove(command, text, flag)] };
	}
	// Their own `--sbom` names a preset of a scanner.
	if (builder === 'buildah' && flag.long === 'sbom' && (value === 'true' || value === 'false')) {
		return { message: unknownValue(command, flag, value), fixes: [remove(command, text, flag)] };
	}
	if (command.tool === 'devcontainer' && command.subcommand === 'build' && attestationFlags.includes(flag.long)) {
		return { message: unknownFlag(command, flag), fixes: attestationsOfDevcontainer(command, text) };
	}
	const isUnknown = flag.long === 'tls-verify' || withoutFlags.get(command.subcommand)?.includes(flag.long);
	if (command.tool === 'docker' && isUnknown && !isPodman(command, text)) {
		return { message: unknownFlag(command, flag), fixes: [remove(command, text, flag)] };
	}
	if (command.tool === 'skopeo' && command.subcommand === 'copy' && flag.long === 'format' && value === 'docker') {
		return { message: unknownValue(command, flag, value), fixes: changeValue(flag, text, 'v2s2') };
	}
	return undefined;
}

/** `docker` may be podman in this file: by an alias, a function, a link or the package podman-docker, or as a variable that is not plainly docker. */
function isPodman({ tool, toolSpan }: ToolCommand, text: string): boolean {
	if (tool !== 'docker') { return false; }
	const isVariable = /[${%]/.test(text.slice(toolSpan.start, toolSpan.end));
	return isVariable && (text.includes('podman') || !/=\s*["']?docker\b/.test(text))
		|| /\balias\s+docker=["']?(?:sudo\s+)?podman|\bdocker\s*\(\)|\bpodman-docker\b|\bln\s[^\n]*podman[^\n]*docker/.test(text);
}

function unknownFlag({ tool }: ToolCommand, { name }: CommandFlag): Wrong['message'] {
	return { text: '{tool} has no flag "{flag}" here.', args: { tool, flag: name } };
}

function unknownValue({ tool }: ToolCommand, { name }: CommandFlag, value: string): Wrong['message'] {
	return { text: '{tool} does not know "{value}" as {flag}.', args: { tool, value, flag: name } };
}

function changeValue(flag: CommandFlag, text: string, value: string): readonly Fix[] {
	const edit = replaceFlagValue(flag, text, value);
	return edit ? [editFix({ text: 'Change "{old}" to "{new}"', args: { old: flag.value?.value ?? '', new: value } }, [edit])] : [];
}

function remove(command: ToolCommand, text: string, flag: CommandFlag): Fix {
	return editFix({ text: 'Remove "{text}"', args: { text: text.slice(flag.span.start, flag.span.end) } }, [removeFlag(command, text, flag)]);
}

/** Its CLI stops at such flags; buildx reads a variable. Flags that switch something on have none that does. */
function attestationsOfDevcontainer(command: ToolCommand, text: string): readonly Fix[] {
	const flags = command.flags.filter(({ long }) => attestationFlags.includes(long));
	const off = flags.every(({ value }) => /^false$|,disabled=true$/.test(value?.value ?? ''));
	const variable = off ? noDefaultAttestations(command, text) : undefined;
	if (!variable) { return []; }
	const title = { text: 'Add "{flags}"', args: { flags: 'BUILDX_NO_DEFAULT_ATTESTATIONS=1' } };
	return [editFix(title, [...variable, ...flags.map(each => removeFlag(command, text, each))])];
}

/** A build that pushes gets BuildKit's own flags for Docker format; one that loads writes it anyway. */
function dockerFormat(command: ToolCommand, text: string, flag: CommandFlag): Fix {
	const push = findFlag(command, 'push');
	if (!push) { return remove(command, text, flag); }
	const missing = missingAttestationFlags(command);
	const edits: Edit[] = [
		missing.length > 0 ? replaceFlag(flag, missing.join(command.list ?? ' ')) : removeFlag(command, text, flag),
		...changedAttestations(command, text),
		replaceFlag(push, spellFlag({ ...command, flags: command.flags.filter(other => other !== flag) }, '--output', dockerOutput, ' ')),
	];
	return editFix({ text: 'Replace "--push" with Docker-format output' }, edits);
}

import type { FileFacts, ImageUse, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, type Report } from '../diagnosis.ts';
import { builderOf, pushesResult } from '../support/buildTools.ts';
import { findFlag, flagValue } from '../support/findFlag.ts';
import { stepInput } from '../support/stepInput.ts';

/** `insecure-registries` of the daemon's file say nothing to a builder in a container: BuildKit has a file of its own (buildkitd.toml). */
export const buildkitIgnoresDaemonInsecure = defineDiagnosis({
	code: 'buildkit-ignores-daemon-insecure',
	title: 'Builder without the daemon\'s settings',
	severity: 'info',
	*command(command, { facts, workspace }) {
		if (builderOf(command) !== 'buildkit' || !pushesResult(command) || !usesOwnBuilder(facts)) { return; }
		const index = facts.commands.indexOf(command);
		yield* reports(facts.uses.filter(use => use.command === index), workspace);
	},
	*step(step, { facts, workspace }) {
		if (step.action !== 'docker/build-push-action' || stepInput(step, 'push')?.value !== 'true' || !setsUpBuilder(facts)) { return; }
		yield* reports(facts.uses.filter(({ span }) => span.start >= step.span.start && span.end <= step.span.end), workspace);
	},
});

function* reports(uses: readonly ImageUse[], workspace: readonly FileFacts[]): Iterable<Report> {
	for (const { class: meaning, reference, spans } of uses) {
		if (meaning !== 'build-output' || !reference || !spans.domain) { continue; }
		const host = reference.domain;
		if (!workspace.some(file => insecureHosts(file).includes(host))) { continue; }
		yield {
			at: spans.domain,
			message: { text: 'The docker-container builder does not read "insecure-registries", where "{host}" stands.', args: { host } },
			fixes: [{
				title: { text: 'Copy the commands for plain HTTP to {host}', args: { host } }, edits: [], safe: false,
				action: {
					type: 'copy',
					text: `printf '[registry."${host}"]\\n  http = true\\n  insecure = true\\n' > buildkitd.toml\ndocker buildx create --driver docker-container --buildkitd-config buildkitd.toml --use`,
				},
			}],
		};
	}
}

/** The action makes a builder in a container unless told otherwise. */
function setsUpBuilder({ steps }: FileFacts): boolean {
	const setups = steps.filter(({ action }) => action === 'docker/setup-buildx-action');
	const configuration = ['buildkitd-config', 'buildkitd-config-inline', 'config', 'config-inline', 'buildkitd-flags', 'endpoint', 'append'];
	return setups.length > 0
		&& setups.every(one =>
			(stepInput(one, 'driver')?.value ?? 'docker-container') === 'docker-container' && configuration.every(name => !stepInput(one, name)));
}

/** The file makes a builder in a container, and gives it no configuration. */
function usesOwnBuilder({ commands }: FileFacts): boolean {
	const made = commands.filter(({ tool, subcommand }) => tool === 'docker' && subcommand === 'buildx create');
	return made.length > 0 && made.every(create => (flagValue(create, 'driver') ?? 'docker-container') === 'docker-container' && !hasConfiguration(create));
}

function hasConfiguration(create: ToolCommand): boolean {
	return findFlag(create, 'config', 'buildkitd-config', 'buildkitd-flags', 'append') !== undefined;
}

/** Hosts under `insecure-registries`, in the daemon's file or in a script that writes it. */
function insecureHosts({ text }: FileFacts): readonly string[] {
	if (!text.includes('insecure-registries')) { return []; }
	const list = /\\?"insecure-registries\\?"\s*:\s*\[(?<hosts>[^\]]{0,2000})\]/.exec(text)?.groups?.['hosts'] ?? '';
	return [...list.matchAll(/"(?<host>[^"\\\s]+)\\?"/g)].map(({ groups }) => groups?.['host'] ?? '');
}

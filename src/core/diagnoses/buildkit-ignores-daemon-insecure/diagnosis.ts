import type { FileFacts, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis } from '../diagnosis.ts';
import { builderOf, pushesResult } from '../support/buildTools.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { findFlag, flagValue } from '../support/findFlag.ts';

/** `insecure-registries` of the daemon's file say nothing to a builder in a container: BuildKit has a file of its own (buildkitd.toml). */
export const buildkitIgnoresDaemonInsecure = defineDiagnosis({
	code: 'buildkit-ignores-daemon-insecure',
	title: 'Builder without the daemon\'s settings',
	severity: 'info',
	*command(command, { facts, workspace }) {
		if (builderOf(command) !== 'buildkit' || !pushesResult(command) || !usesOwnBuilder(facts)) { return; }
		const index = facts.commands.indexOf(command);
		for (const { command: owner, class: meaning, reference, spans } of facts.uses) {
			if (owner !== index || meaning !== 'build-output' || !reference || !spans.domain) { continue; }
			const { domain } = reference;
			const told = workspace.find(file => insecureHosts(file).includes(domain));
			if (!told) { continue; }
			yield {
				at: spans.domain,
				message: { text: 'The docker-container builder does not read "insecure-registries", where "{host}" stands.', args: { host: domain } },
				fixes: [copyFix(`printf '[registry."${domain}"]\\n  http = true\\n  insecure = true\\n' > buildkitd.toml\ndocker buildx create --driver docker-container --buildkitd-config buildkitd.toml --use`)],
			};
		}
	},
});

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
	const list = /\\?"insecure-registries\\?"\s*:\s*\[(?<hosts>[^\]]{0,2000})\]/.exec(text)?.groups?.['hosts'] ?? '';
	return [...list.matchAll(/"(?<host>[^"\\\s]+)\\?"/g)].map(({ groups }) => groups?.['host'] ?? '');
}

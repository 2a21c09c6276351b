import type { CommandWord, Span } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { defineDiagnosis } from '../diagnosis.ts';
import { environmentValue, flagValue, hasSwitch } from '../support/findFlag.ts';
import { isLoopbackHost, isLoopbackWildcard } from '../support/loopback.ts';

/** `devcontainer build --push` pushes from buildx's current builder; in a builder container loopback is the container itself. */
export const devcontainerBuildPushLoopback = defineDiagnosis({
	code: 'devcontainer-build-push-loopback',
	title: 'Dev container pushed to loopback',
	severity: 'info',
	*command(command) {
		if (command.tool !== 'devcontainer' || command.subcommand !== 'build' || !hasSwitch(command, 'push') || environmentValue(command, 'BUILDX_BUILDER')) { return; }
		const name = command.flags.findLast(({ long }) => long === 'image-name');
		const parsed = parseReference(flagValue(command, 'image-name') ?? '');
		if (!name?.value || name.value.open.length > 0 || !parsed.ok) { return; }
		const { domain } = parsed.reference;
		if (!isLoopbackHost(domain) && !isLoopbackWildcard(domain)) { return; }
		yield {
			at: hostOf(name.value, domain),
			message: { text: 'Inside the builder, "{host}" is the builder itself, not this machine.', args: { host: domain } },
			fixes: [copy('docker buildx create --name host --driver docker-container --driver-opt network=host --use'), copy('export BUILDX_BUILDER=host')],
		};
	},
});

/** The host alone, where it is written as it is. */
function hostOf({ span, text }: CommandWord, domain: string): Span {
	const at = text.indexOf(domain);
	return at === -1 ? span : { start: span.start + at, end: span.start + at + domain.length };
}

function copy(command: string) {
	return { title: { text: 'Copy "{command}"', args: { command } }, edits: [], action: { type: 'copy' as const, text: command }, safe: false };
}

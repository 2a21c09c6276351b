import type { CommandWord, Span } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { commandInFront } from '../support/commandLines.ts';
import { environmentValue, hasSwitch } from '../support/findFlag.ts';
import { isLoopbackHost, isLoopbackWildcard } from '../support/loopback.ts';

/** `devcontainer build --push` pushes from buildx's current builder; in a builder container loopback is the container itself. */
export const devcontainerBuildPushLoopback = defineDiagnosis({
	code: 'devcontainer-build-push-loopback',
	title: 'Dev container pushed to loopback',
	severity: 'info',
	*command(command, { facts }) {
		if (command.tool !== 'devcontainer' || command.subcommand !== 'build' || !hasSwitch(command, 'push') || environmentValue(command, 'BUILDX_BUILDER')) {
			return;
		}
		const name = command.flags.findLast(({ long }) => long === 'image-name');
		if (!name?.value) { return; }
		const isOpen = name.value.open.length > 0;
		// A tag that only a run knows changes nothing about the host.
		const parsed = parseReference(isOpen ? name.value.value.replace(/:[^/]*$/, '') : name.value.value);
		if (!parsed.ok) { return; }
		const { domain } = parsed.reference;
		if (!isLoopbackHost(domain) && !isLoopbackWildcard(domain)) { return; }
		const edit = command.host === 'makefile' ? undefined : commandInFront(command, facts.text, line);
		yield {
			at: hostOf(name.value, domain),
			message: { text: 'Inside the builder, "{host}" is the builder itself, not this machine.', args: { host: domain } },
			fixes: [
				...edit ? [editFix({ text: 'Insert "{text}"', args: { text: line } }, [edit], false)] : [],
				copy('docker buildx create --name host --driver docker-container --driver-opt network=host --use'),
				copy(line),
			],
		};
	},
});

/** The host alone, where it is written as it is. */
function hostOf({ span, text }: CommandWord, domain: string): Span {
	const at = text.indexOf(domain);
	return at === -1 ? span : { start: span.start + at, end: span.start + at + domain.length };
}

const line = 'export BUILDX_BUILDER=host';

function copy(command: string) {
	return { title: { text: 'Copy "{command}"', args: { command } }, edits: [], action: { type: 'copy' as const, text: command }, safe: false };
}

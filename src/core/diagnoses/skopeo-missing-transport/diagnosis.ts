import { parseReference } from '../../reference/parseReference.ts';
import type { CommandWord, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { isPlaceholder } from '../support/isPlaceholder.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** skopeo's names begin with a transport (containers-transports(5)); without one it stops. */
export const skopeoMissingTransport = defineDiagnosis({
	code: 'skopeo-missing-transport',
	title: 'skopeo name without transport',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	*command(command) {
		for (const operand of names(command)) {
			if (transport.test(operand.value) || isPlaceholder(operand.value) || !isName(operand)) { continue; }
			const at = operand.span.start + Math.max(operand.text.indexOf(operand.value), /^["']/.test(operand.text) ? 1 : 0);
			yield {
				at: operand.span,
				message: { text: '"{name}" has no transport, which {tool} needs.', args: { name: operand.value, tool: 'skopeo' } },
				fixes: [editFix({ text: 'Insert "{text}"', args: { text: 'docker://' } }, [{ span: { start: at, end: at }, newText: 'docker://' }])],
			};
		}
	},
});

const transport = /^(?:docker|docker-archive|docker-daemon|containers-storage|dir|oci|oci-archive|ostree|sif|tarball|atomic):/;

/** A whole name, or the beginning of one in front of a variable: a path, and no transport before its first slash. */
function isName({ value, open }: CommandWord): boolean {
	if (!/^[A-Za-z0-9]/.test(value)) { return false; }
	return open.length === 0 ? parseReference(value).ok : /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?\/|^localhost(?::\d+)?\//.test(value);
}

function names({ tool, subcommand, operands }: ToolCommand): readonly CommandWord[] {
	if (tool !== 'skopeo') { return []; }
	switch (subcommand) {
		case 'copy': return operands.slice(0, 2);
		case 'inspect': case 'delete': case 'list-tags': return operands.slice(0, 1);
		default: return [];
	}
}

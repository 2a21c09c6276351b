import type { Fix, ImageUse, ToolCommand } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { findFlag } from '../support/findFlag.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry has no TLS, and clients want it everywhere but on loopback names. */
export const httpRegistryHttpsClient = defineDiagnosis({
	code: 'http-registry-https-client',
	title: 'Plain HTTP where TLS is spoken',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	answers: ['unreachable'],
	async *lookup(use, ask, verdict) {
		const { domain } = use.reference;
		if (verdict.cause !== 'http-not-https') { return; }
		const command = use.command === undefined ? undefined : ask.facts.commands[use.command];
		yield {
			at: hostSpan(use),
			message: { text: '{host} speaks plain HTTP, but {tool} uses HTTPS.', args: { host: domain, tool: command?.tool ?? 'docker' } },
			evidence: [verdict.evidence],
			fixes: [
				...flagFix(use, command, ask),
				copyFix(`{ "insecure-registries": ["${domain}"] }`),
				copyFix(`[registry."${domain}"]\n  http = true\n  insecure = true`),
			],
		};
	},
});

/** The flag of the tool that reads the image; never safe to add without a person's consent. */
function flagFix(use: ImageUse, command: ToolCommand | undefined, { facts }: Ask): readonly Fix[] {
	if (!command?.editable || !['buildah', 'podman', 'skopeo'].includes(command.tool)) { return []; }
	const first = command.operands[0];
	const copies = command.tool === 'skopeo' && command.subcommand === 'copy';
	const name = copies ? (first && use.span.start <= first.span.end ? 'src-tls-verify' : 'dest-tls-verify') : 'tls-verify';
	if (findFlag(command, name)) { return []; }
	return [editFix({ text: 'Add "{flags}"', args: { flags: `--${name}=false` } }, [addFlag(command, facts.text, `--${name}=false`)], false)];
}

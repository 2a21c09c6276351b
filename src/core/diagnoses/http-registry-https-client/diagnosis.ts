import type { Fix, ImageUse, ToolCommand, Verdict } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { pushesResult } from '../support/buildTools.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { findFlag, flagValue, hasSwitch } from '../support/findFlag.ts';
import { isPlaceholder } from '../support/isPlaceholder.ts';
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
		if (verdict.cause !== 'http-not-https') { return; }
		yield* report(use, use.reference.domain, use.command === undefined ? undefined : ask.facts.commands[use.command], ask, verdict);
	},
	async *commandLookup(command, ask) {
		if (!askedForTls.has(command.tool)) { return; }
		const index = ask.facts.commands.indexOf(command);
		for (const use of ask.facts.uses) {
			const { reference } = use;
			const pushed = use.kind === 'command-push' || (use.kind === 'command-tag' && pushesResult(command));
			if (use.command !== index || !pushed || !reference || isPlaceholder(use.value ?? use.text)) { continue; }
			// A registry without TLS has a port of its own; others are not asked about what is only written there.
			if (!/:\d+$/.test(reference.domain) || reference.domain.endsWith(':443')) { continue; }
			const verdict = await ask.registry.check(reference, ask.signal);
			if (verdict.verdict === 'unreachable' && verdict.cause === 'http-not-https') { yield* report(use, reference.domain, command, ask, verdict); }
		}
	},
});

/** Tools that want TLS from every registry that they are not told otherwise of. */
const askedForTls: ReadonlySet<string> = new Set(['docker', 'docker-buildx', 'nerdctl', 'buildah', 'podman', 'skopeo']);

function* report(use: ImageUse, domain: string, command: ToolCommand | undefined, ask: Ask, { evidence }: Verdict): Iterable<Report> {
	if (command && isTold(use, command)) { return; }
	yield {
		at: hostSpan(use),
		message: { text: '{host} speaks plain HTTP, but {tool} uses HTTPS.', args: { host: domain, tool: command?.tool ?? 'docker' } },
		evidence: [evidence],
		fixes: [
			...flagFix(use, command, ask),
			copyFix(`{ "insecure-registries": ["${domain}"] }`),
			copyFix(`[registry."${domain}"]\n  http = true\n  insecure = true`),
		],
	};
}

/** The command itself says that this registry has no TLS. */
function isTold(use: ImageUse, command: ToolCommand): boolean {
	return /^(?:false|0|f)$/i.test(flagValue(command, flagName(use, command), 'tls-verify') ?? '')
		|| hasSwitch(command, 'insecure', 'insecure-registry', 'plain-http')
		|| flagValue(command, 'output')?.includes('registry.insecure=true') === true;
}

/** The flag of the tool that reads the image; never safe to add without a person's consent. */
function flagFix(use: ImageUse, command: ToolCommand | undefined, { facts }: Ask): readonly Fix[] {
	if (!command?.editable || !['buildah', 'podman', 'skopeo'].includes(command.tool)) { return []; }
	const name = flagName(use, command);
	if (findFlag(command, name)) { return []; }
	return [editFix({ text: 'Add "{flags}"', args: { flags: `--${name}=false` } }, [addFlag(command, facts.text, `--${name}=false`)], false)];
}

function flagName({ span }: ImageUse, { tool, subcommand, operands: [first] }: ToolCommand): string {
	if (tool !== 'skopeo' || subcommand !== 'copy') { return 'tls-verify'; }
	return first && span.start <= first.span.end ? 'src-tls-verify' : 'dest-tls-verify';
}

import type { FileFacts, ImageUse } from '../../model/index.ts';
import { baseName } from '../../util/filePath.ts';
import { defineDiagnosis } from '../diagnosis.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { hostSpan } from '../support/spanOfUse.ts';

/** The login that opened the image is in Docker's `credsStore`; podman, buildah and skopeo read `auths` and `credHelpers` only (c/image). */
export const credentialsInvisibleToPodman = defineDiagnosis({
	code: 'credentials-invisible-to-podman',
	title: 'Login that podman does not read',
	severity: 'warning',
	answers: ['exists'],
	async *lookup(use, ask, { evidence }) {
		const { domain, path } = use.reference;
		const tool = readerOf(use, ask.facts);
		// Docker's own images are for everybody.
		if (tool === undefined || (domain === 'docker.io' && path.startsWith('library/'))) { return; }
		if (evidence.savedLogin?.kind !== 'docker-only' || !isFirst(use, domain, ask.facts)) { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{tool} does not read the login for {host} in {source}.', args: { tool, host: domain, source: evidence.savedLogin.source } },
			evidence: [evidence],
			fixes: [copyFix(`${tool} login ${domain}`)],
		};
	},
});

const readers = ['podman', 'buildah', 'skopeo'];

/** The tool that will read the image, where it is one of those. */
function readerOf(use: ImageUse, { file, kind, commands }: FileFacts): string | undefined {
	if (kind === 'quadlet' || (kind === 'dockerfile' && /^Containerfile/i.test(baseName(file)))) { return 'podman'; }
	const tool = use.command === undefined ? undefined : commands[use.command]?.tool;
	return tool !== undefined && readers.includes(tool) ? tool : undefined;
}

/** Once for a file, a registry and a tool. */
function isFirst(use: ImageUse, domain: string, facts: FileFacts): boolean {
	const tool = readerOf(use, facts);
	const first = facts.uses.find(one => one.class === 'image' && one.reference?.domain === domain && readerOf(one, facts) === tool);
	return first === undefined || first.span.start === use.span.start;
}

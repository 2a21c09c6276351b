import assert from 'node:assert/strict';
import { formatMessage } from '../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from './checkDiagnosis.ts';

/** What registries say of any image: it is there; or nothing, because the name does not resolve, nobody listens or nobody answers. */
const answers = [
	`!exists,mediaType=application/vnd.oci.image.index.v1+json,size=1024,digest=sha256:${'5e'.repeat(32)}`,
	'!unreachable,cause=dns', '!unreachable,cause=refused', '!unreachable,cause=timeout',
];

/** Tests that nothing is reported on little workspaces in the default profile: offline, with all images there, and with all registries away. */
export function innocentFiles(title: string, workspaces: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
	describe(title, () => {
		for (const [what, files] of Object.entries(workspaces)) {
			it(what, async () => {
				for (const registry of [undefined, ...answers.map(answer => `*: ${answer}`)]) {
					const { findings } = await checkDiagnosis(files, registry === undefined ? {} : { registry });
					assert.deepEqual(findings.map(({ file, code, span, message }) => `${file}:${span.start} ${code} ${formatMessage(message)}`), [], registry ?? 'offline');
				}
			});
		}
	});
}

import assert from 'node:assert/strict';
import { formatMessage } from '../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from './checkDiagnosis.ts';

/** How a registry that cannot be asked looks: its name does not resolve, nobody listens, nobody answers, an error on its side. */
const away = ['!unreachable,cause=dns', '!unreachable,cause=refused', '!unreachable,cause=timeout'];

/** Tests that nothing is reported on little workspaces in the default profile: offline, and with all registries away. */
export function innocentFiles(title: string, workspaces: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
	describe(title, () => {
		for (const [what, files] of Object.entries(workspaces)) {
			it(what, async () => {
				for (const registry of [undefined, ...away.map(answer => `*: ${answer}`)]) {
					const { findings } = await checkDiagnosis(files, registry === undefined ? {} : { registry });
					assert.deepEqual(findings.map(({ file, code, span, message }) => `${file}:${span.start} ${code} ${formatMessage(message)}`), [], registry ?? 'offline');
				}
			});
		}
	});
}

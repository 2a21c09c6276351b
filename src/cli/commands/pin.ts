import { parseArgs } from 'node:util';
import { pinDigests, pinnableUses, unpinDigests, type PinPlan } from '../../core/engine/pinDigests.ts';
import type { FileFacts } from '../../core/model/index.ts';
import { printable } from '../../core/util/printable.ts';
import { applyEdits } from '../applyFixes.ts';
import { readConfig } from '../config.ts';
import { loadFacts } from '../loadFacts.ts';
import { makeRegistry } from '../makeRegistry.ts';
import { nodeHost } from '../nodeHost.ts';
import { rangesOf } from '../positions.ts';
import { progressLine } from '../progressLine.ts';
import type { Streams } from '../streams.ts';
import { shownPath } from '../format/shownPath.ts';
import { writeFiles } from '../writeFiles.ts';

/** `pullcheck pin`: adds the digest behind each tag, or takes digests away; prints what it changes. */
export async function pin(args: readonly string[], streams: Streams): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			'undo': { type: 'boolean' }, 'dry-run': { type: 'boolean' }, 'config': { type: 'string' },
			'insecure-host': { type: 'string', multiple: true }, 'no-cache': { type: 'boolean' }, 'no-color': { type: 'boolean' },
		},
	});
	const config = readConfig(values.config, streams.cwd);
	const { index, files } = await loadFacts(positionals, streams, nodeHost(streams.cwd, streams.environment, false), config.exclude);
	const facts = files.flatMap(file => index.get(file) ?? []);
	const plan = values.undo ? { edits: unpinDigests(facts), unknown: [] } : await pinned(facts, index.all());
	const rangeOf = rangesOf(file => index.get(file)?.text);
	for (const { file, use, newText } of plan.edits) {
		const change = newText === '' ? `${use.text} -> ${use.text.slice(0, use.text.lastIndexOf('@'))}` : `${use.text}${newText}`;
		streams.out(`${shownPath(file)}:${rangeOf(file, use.span).start.line + 1}  ${printable(change)}\n`);
	}
	for (const { canonical } of plan.unknown) { streams.err(`pullcheck: the digest of ${canonical} is not known\n`); }
	if (!values['dry-run']) {
		writeFiles(facts.flatMap(({ file, text }) => {
			const edits = plan.edits.filter(edit => edit.file === file);
			return edits.length === 0 ? [] : [{ file, text: applyEdits(text, edits) }];
		}), streams.cwd);
	}
	return plan.unknown.length > 0 ? 1 : 0;

	async function pinned(own: readonly FileFacts[], workspace: readonly FileFacts[]): Promise<PinPlan> {
		const registry = await makeRegistry(streams, {
			insecureHosts: [...config.insecureHosts ?? [], ...values['insecure-host'] ?? []],
			allowHosts: config.allowHosts ?? [],
			denyHosts: config.denyHosts ?? [],
			cache: values['no-cache'] !== true,
		});
		const progress = progressLine(streams, 'Asking the registries');
		try {
			return await pinDigests(
				pinnableUses(own, workspace),
				registry,
				{ signal: streams.signal, onProgress: (done, total) => { progress.show(`Asking the registries: ${done} of ${total}`); } },
			);
		} finally {
			progress.end();
			await registry.dispose();
		}
	}
}

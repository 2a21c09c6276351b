import type { FileFacts, Target } from '../model/index.ts';
import type { ActiveTarget } from '../engine/contract.ts';
import { targets } from './index.ts';
import { targetOfHost } from './targetOfHost.ts';

/** The target with this id. */
export function targetById(id: string): Target | undefined {
	return targets.find(target => target.id === id);
}

/**
 * The targets that hold for a file, each once: those of the settings, then what the file itself shows
 * (OpenShift kinds), then the registries that it pushes to. Unknown ids of settings are left out.
 */
export function activeTargets(facts: FileFacts, settings: readonly string[]): readonly ActiveTarget[] {
	const found = new Map<string, ActiveTarget>();
	const add = (active: ActiveTarget): void => { if (!found.has(active.target.id)) { found.set(active.target.id, active); } };
	for (const id of settings) {
		const target = targetById(id);
		if (target) { add({ target, reason: { text: 'Target {target} from the settings.', args: { target: target.id } }, how: 'settings' }); }
	}
	for (const evidence of facts.evidence) {
		const target = targetById(evidence.target);
		if (target) {
			add({ target, reason: { text: '{reason}: {target}.', args: { reason: evidence.reason, target: target.title } }, place: { file: facts.file, span: evidence.span }, how: 'evidence' });
		}
	}
	for (const use of facts.uses) {
		if (use.kind !== 'command-push' || !use.reference) { continue; }
		const target = targetOfHost(use.reference.domain);
		if (target) {
			add({ target, reason: { text: '{host} is {target}.', args: { host: use.reference.domain, target: target.title } }, place: { file: facts.file, span: use.span }, how: 'push' });
		}
	}
	return [...found.values()];
}

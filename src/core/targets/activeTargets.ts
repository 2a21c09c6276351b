import type { FileFacts, Message, Place, Target } from '../model/index.ts';
import { targets } from './index.ts';
import { targetOfHost } from './targetOfHost.ts';

/** A target that holds for a file, and how that is known. */
export interface KnownTarget {
	readonly target: Target;
	readonly reason: Message;
	readonly place?: Place;
	/** `push`: only known because the file pushes there; says nothing about who pulls its other images. */
	readonly how: 'settings' | 'evidence' | 'push';
}

/** The target with this id. */
export function targetById(id: string): Target | undefined {
	return targets.find(target => target.id === id);
}

/**
 * The targets that hold for a file, each once: those of the settings, then what the file itself shows
 * (OpenShift kinds), then the registries that it pushes to. Unknown ids of settings are left out.
 */
export function activeTargets(facts: FileFacts, settings: readonly string[]): readonly KnownTarget[] {
	const found = new Map<string, KnownTarget>();
	const add = (active: KnownTarget): void => { if (!found.has(active.target.id)) { found.set(active.target.id, active); } };
	for (const id of settings) {
		const target = targetById(id);
		if (target) { add({ target, reason: { text: 'Target {target} from the settings.', args: { target: target.id } }, how: 'settings' }); }
	}
	for (const evidence of facts.evidence) {
		const target = targetById(evidence.target);
		if (target) {
			add({
				target,
				reason: { text: '{reason}: {target}.', args: { reason: evidence.reason, target: target.title } },
				place: { file: facts.file, span: evidence.span },
				how: 'evidence',
			});
		}
	}
	for (const use of facts.uses) {
		if (use.kind !== 'command-push' || !use.reference) { continue; }
		const target = targetOfHost(use.reference.domain);
		if (target) {
			add({
				target,
				reason: { text: '{host} is {target}.', args: { host: use.reference.domain, target: target.title } },
				place: { file: facts.file, span: use.span },
				how: 'push',
			});
		}
	}
	return [...found.values()];
}

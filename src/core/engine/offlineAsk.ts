import type { FileFacts } from '../model/index.ts';
import type { Ask } from '../diagnoses/diagnosis.ts';
import { activeTargets } from '../targets/activeTargets.ts';
import { targetOfHost } from '../targets/targetOfHost.ts';
import type { CheckSettings } from './contract.ts';

/** What a check without network may ask about one file. */
export function offlineAsk(
	facts: FileFacts, workspace: readonly FileFacts[], settings: CheckSettings, signal: AbortSignal,
): Omit<Ask, 'registry' | 'listens'> {
	return {
		facts, workspace, targetOfHost, signal,
		targets: activeTargets(facts, settings.targets),
		platforms: settings.platforms,
		offline: settings.offline,
	};
}

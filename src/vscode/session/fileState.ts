import type { FileFacts, Finding } from '../../core/model/index.ts';
import { carryOver, onlineOnly } from './carryOver.ts';

/** What is known of one file at this moment. */
export interface FileState {
	readonly facts: FileFacts;
	/** Found in the text alone. */
	readonly offline: readonly Finding[];
	/** What the registries added. */
	readonly online: readonly Finding[];
	/** What Problems shows, sorted by place. */
	readonly shown: readonly Finding[];
}

/** The state of a file that was not checked yet, or whose text changed: what the registry said of unchanged places stays. */
export function withFacts(before: FileState | undefined, facts: FileFacts): FileState {
	if (!before) { return { facts, offline: [], online: [], shown: [] }; }
	const offline = carryOver(before.offline, before.facts, facts);
	const online = carryOver(before.online, before.facts, facts);
	return { facts, offline, online, shown: sorted([...offline, ...online]) };
}

/** The first beat: the text's own findings, with what the registry said before. */
export function withOffline(state: FileState, offline: readonly Finding[]): FileState {
	const online = onlineOnly(state.online, offline);
	return { ...state, offline, online, shown: sorted([...offline, ...online]) };
}

/** The second beat: everything. */
export function withOnline(state: FileState, findings: readonly Finding[]): FileState {
	return { ...state, online: onlineOnly(findings, state.offline), shown: findings };
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
	return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1));
}

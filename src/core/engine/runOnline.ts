import type { Finding, VariableUse, Verdict } from '../model/index.ts';
import type { Ask, LookedUpUse, Report } from '../diagnoses/diagnosis.ts';
import type { EnabledDiagnosis } from './enabledDiagnoses.ts';
import { canonicalWithTag } from '../reference/canonicalWithTag.ts';
import { meansAnotherPlace } from '../diagnoses/support/shortNameAliases.ts';
import { findingOf } from './findingOf.ts';
import { readByContainers } from './readByContainers.ts';
import type { OnFault } from './runOffline.ts';

/** Told when a question about one reference starts and ends. */
export interface OnlineProgress {
	begin(host: string): void;
	end(host: string): void;
}

/** What registries say about one file; `answered` is false when at least one question stayed open. */
export interface OnlineFindings {
	readonly findings: readonly Finding[];
	readonly answered: boolean;
}

/** Asks registries about the images of a file, all at once: the client limits and joins the requests. */
export async function runOnline(
	enabled: readonly EnabledDiagnosis[],
	ask: Ask,
	images: readonly LookedUpUse[],
	progress: OnlineProgress,
	onFault?: OnFault,
	hasLocalImage?: (name: string) => Promise<boolean>,
): Promise<OnlineFindings> {
	const findings: Finding[] = [];
	let answered = true;
	const take = async (one: EnabledDiagnosis, reports: AsyncIterable<Report>, soften = false, note?: string, value?: string): Promise<void> => {
		try {
			for await (const report of reports) {
				if (ask.signal.aborted) { return; }
				const finding = findingOf(
					one,
					ask.facts.file,
					note === undefined ? report : { ...report, evidence: (report.evidence ?? []).map(said => ({ ...said, note: said.note ?? note })) },
				);
				if (!finding) { continue; }
				findings.push({ ...finding, ...soften && finding.severity === 'error' && { severity: 'warning' }, ...value !== undefined && { value } });
			}
		} catch (error) {
			if (!onFault) { throw error; }
			onFault(one.diagnosis.code, ask.facts.file, error);
		}
	};
	// Most diagnoses ask nobody, most of the others have nothing to say about most answers, and a promise for each of them and each image is felt.
	const lookups = enabled.flatMap(one => one.diagnosis.lookup ? [[one, one.diagnosis.lookup.bind(one.diagnosis)] as const] : []);
	const commandLookups = enabled.flatMap(one => one.diagnosis.commandLookup ? [[one, one.diagnosis.commandLookup.bind(one.diagnosis)] as const] : []);
	const buildLookups = enabled.flatMap(one => one.diagnosis.buildLookup ? [[one, one.diagnosis.buildLookup.bind(one.diagnosis)] as const] : []);
	const uses = images.map(async written => {
		const short = readByContainers(written, ask.facts);
		const long = short ? await ask.registry.longName?.(written.reference, ask.signal) : undefined;
		// Where nobody is known to have it, nobody is accused of not having it.
		if (long ? !long.reference : short && meansAnotherPlace(written.reference.path)) { return; }
		const use = long?.reference && long.reference.repository !== written.reference.repository
			? { ...written, reference: long.reference, spans: tagOf(written.spans) }
			: written;
		progress.begin(use.reference.domain);
		const verdict = await ask.registry.check(use.reference);
		answered &&= isAnswer(verdict);
		const soften = isOfThisMachine(use);
		// What the engine of this machine holds is not pulled at all, whatever the registry says.
		const local = verdict.verdict !== 'exists' && await hasLocalImage?.(canonicalWithTag(use.reference)) === true;
		if (!local) {
			await Promise.all(lookups
				.filter(([{ diagnosis: { answers } }]) => answers?.includes(verdict.verdict) !== false)
				.map(([one, lookup]) => take(one, lookup(use, ask, verdict), soften, long?.note, use.alternatives.length > 0 ? use.value : undefined)));
		}
		progress.end(use.reference.domain);
	});
	const commands = ask.facts.commands.flatMap(command => commandLookups.map(([one, lookup]) => take(one, lookup(command, ask))));
	const builds = ask.facts.builds.flatMap(build => buildLookups.map(([one, lookup]) => take(one, lookup(build, ask))));
	await Promise.all([...uses, ...commands, ...builds]);
	return { findings, answered };
}

/** A value that only this machine's environment gives proves nothing about the next one; what files write down does. */
function isOfThisMachine({ environmentDependent, variables }: LookedUpUse): boolean {
	return environmentDependent === true && !(variables.length > 0 && variables.every(({ origin }) => written.has(origin)));
}

const written: ReadonlySet<VariableUse['origin']> = new Set(['arg', 'build-arg', 'env-file', 'default', 'bake-variable']);

/** The rest of the name stands for something else than it says. */
function tagOf({ tag }: LookedUpUse['spans']): LookedUpUse['spans'] {
	return tag ? { tag } : {};
}

function isAnswer({ verdict }: Verdict): boolean {
	return ['exists', 'tag-missing', 'digest-missing', 'repository-missing', 'missing-or-private'].includes(verdict);
}

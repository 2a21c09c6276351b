import type {
	BuildLink, Edit, FileFacts, Finding, Fix, Grounds, ImageUse, Message, Place, Reference, Severity, Span, Target, ToolCommand, Verdict, WorkflowStep,
} from '../model/index.ts';
import type { RegistryPort } from '../registry/port.ts';

/** What a check may ask. Small on purpose: no disk, no clock, no editor. */
export interface Ask {
	/** Registry look-ups; only `lookup` checks may call it. */
	readonly registry: RegistryPort;
	/** Targets that hold for this file, with how each is known. */
	readonly targets: readonly { readonly target: Target; readonly reason: Message; readonly place?: Place; readonly how?: 'settings' | 'evidence' | 'push' }[];
	/** The target, if any, that the registry host of a pushed reference is. */
	targetOfHost(host: string): Target | undefined;
	/** The file that the thing stands in. */
	readonly facts: FileFacts;
	/** All files known, for checks that look across (sorted by path). */
	readonly workspace: readonly FileFacts[];
	/** Platforms that must exist: settings, else this machine's. `os/arch[/variant]`. */
	readonly platforms: readonly string[];
	/** True: nothing is asked; curated moves are still offered. */
	readonly offline: boolean;
	/** Does something accept TCP connections at this host and port from here? `undefined`: was not tried. */
	listens(host: string): Promise<boolean | undefined>;
	readonly signal: AbortSignal;
}

/** A use as a registry can be asked about it. */
export type LookedUpUse = ImageUse & { readonly reference: Reference; readonly value: string };

/** What a check yields; the engine adds file, code and severity. */
export interface Report {
	readonly at: Span;
	readonly message: Message;
	/** Replaces the diagnosis' own severity for this case. */
	readonly severity?: Severity;
	readonly fixes?: readonly Fix[];
	readonly evidence?: readonly Grounds[];
	readonly related?: Finding['related'];
}

/** A text in tools' output that this diagnosis explains. Linear-time patterns only. */
export interface Symptom {
	/**
	 * Named groups are taken out: `reference`, `host`, `repository`, `tag`, `platform`, `mediaType`, `helper`, `digest`.
	 * Matched against normalised lines (no ANSI, prefixes stripped, logrus unescaped).
	 */
	readonly pattern: RegExp;
	/** A real line that it matches; the tests run it. */
	readonly example: string;
	/** Generic texts count only near words of a registry. */
	readonly gate?: 'registry';
	/** Higher goes first; 50 is an ordinary specific text, 10 generic, 90 unmistakable. */
	readonly rank?: number;
	/** The sentence for this text, where the diagnosis' own would not fit; `{name}` slots as there. */
	readonly explanation?: string;
}

/** A command that helps where only output is known, ready to copy; `{name}` slots as in the explanation, `IMAGE` and `HOST` where nothing is known. */
export interface Remedy {
	readonly title: Message;
	readonly text: string;
}

/** A known problem with a stable code: seen in a file, at the registry, or recognised in output. */
export interface Diagnosis<V extends Verdict['verdict'] = Verdict['verdict']> {
	/** Equals the folder's name. */
	readonly code: string;
	/** The page's first line and the rule's name in SARIF, a short noun phrase in sentence case. */
	readonly title: string;
	readonly severity: Severity | 'off';
	/** The sentence for the explainer when only output is known. `{name}` slots are the symptom's groups. */
	readonly explanation?: string;
	readonly symptoms?: readonly Symptom[];
	readonly remedies?: readonly Remedy[];
	/** Needs only the text. Called for every reference (all classes). */
	use?(use: ImageUse, ask: Omit<Ask, 'registry' | 'listens'>): Iterable<Report>;
	/** Called for every command. */
	command?(command: ToolCommand, ask: Omit<Ask, 'registry' | 'listens'>): Iterable<Report>;
	/** Called for every workflow step that runs an action. */
	step?(step: WorkflowStep, ask: Omit<Ask, 'registry' | 'listens'>): Iterable<Report>;
	/** Called once a file. */
	document?(facts: FileFacts, ask: Omit<Ask, 'registry' | 'listens'>): Iterable<Report>;
	/**
	 * Asks the registry. Called only online, for uses of class image or artifact that have a reference. A report takes the place
	 * of the one with the same sentence that the text showed there.
	 */
	lookup?(use: LookedUpUse, ask: Ask, verdict: Extract<Verdict, { readonly verdict: V }>): AsyncIterable<Report>;
	/** The verdicts about the use's reference that `lookup` is called with. Absent: all. */
	readonly answers?: readonly V[];
	/** Asks the registry or the network about a command. Called only online. */
	commandLookup?(command: ToolCommand, ask: Ask): AsyncIterable<Report>;
	/** Asks the registry about what a file builds from other files. Called only online, once for each of its `builds`. */
	buildLookup?(build: BuildLink, ask: Ask): AsyncIterable<Report>;
}

/** Gives the literal its type, and `lookup` the type of its `answers`; one call per folder. */
export function defineDiagnosis<V extends Verdict['verdict']>(diagnosis: Diagnosis<V>): Diagnosis;
export function defineDiagnosis(diagnosis: Diagnosis): Diagnosis {
	return diagnosis;
}

/** A fix by edits; `safe` unless said otherwise. */
export function editFix(title: Message, edits: readonly Edit[], safe = true): Fix {
	return { title, edits, safe };
}

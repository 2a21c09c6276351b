import * as vscode from 'vscode';
import { builtNames, isBuilt, type BuiltNames } from '../core/engine/builtNames.ts';
import type { CheckProgress } from '../core/engine/contract.ts';
import type { FileFacts, Finding, ImageTree, ImageUse, Reference, Verdict } from '../core/model/index.ts';
import type { RegistryPort } from '../core/registry/port.ts';
import { fileOf } from './fileId.ts';
import { openFiles } from './openFiles.ts';
import { quietly, type Output } from './output.ts';
import { Checker } from './session/checker.ts';
import { Details } from './session/details.ts';
import { LongNames } from './session/longNames.ts';
import type { FileState } from './session/fileState.ts';
import { retryAt } from './session/recovery.ts';
import { RegistryHandle } from './session/registryHandle.ts';
import { Schedule } from './session/schedule.ts';
import { readSettings, type Settings } from './settings.ts';

/** All that the window knows of its image references; every other file here shows a part of it. */
export class Session implements vscode.Disposable {
	readonly #checker = new Checker(
		(code, file, error) => { this.#output.error(`The check ${code} failed in ${file}: ${error instanceof Error ? error.stack : String(error)}`); },
		file => this.#schedule.isShown(file),
	);
	readonly #handle: RegistryHandle;
	readonly #details = new Details();
	readonly #longNames = new LongNames();
	readonly #schedule: Schedule;
	readonly #settingsChanged = new vscode.EventEmitter<void>();
	readonly #disposables: vscode.Disposable[];
	readonly #output: Output;
	#settings = readSettings();
	#retry: NodeJS.Timeout | undefined;
	#revision = 0;
	#knowledge = 0;
	#allWanted = false;
	#built: { readonly revision: number; readonly names: BuiltNames } | undefined;

	readonly onDidChange = this.#checker.onDidChange;
	readonly onDidProgress = this.#checker.onDidProgress;
	readonly onDidLearnDetails = this.#details.onDidChange;
	readonly onDidChangeSettings = this.#settingsChanged.event;

	constructor(context: vscode.ExtensionContext, output: Output) {
		this.#output = output;
		this.#handle = new RegistryHandle(context, output);
		this.#schedule = new Schedule(this.#checker, output, () => this.#settings, files => this.#ask(files));
		const grow = (): void => { this.#revision++; };
		const learn = (): void => { this.#learn(); };
		const reread = (): void => {
			const before = what(this.#settings);
			this.#settings = readSettings();
			learn();
			this.#settingsChanged.fire();
			if (what(this.#settings) !== before) { this.#schedule.restart(); }
		};
		this.#disposables = [
			this.onDidChange(grow), this.onDidProgress(learn), this.onDidLearnDetails(learn),
			this.#checker, this.#details, this.#schedule, this.#settingsChanged,
			vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('pullcheck')) { reread(); } }),
			vscode.workspace.onDidGrantWorkspaceTrust(reread),
		];
	}

	/** Grows with everything learnt, so that what is made of it can be kept. */
	get revision(): number { return this.#revision; }

	/**
	 * Grows with everything learnt but texts and findings, which are a `FileState` each: what is shown of a state that is still the same
	 * stays the same as long as this does.
	 */
	get knowledge(): number { this.#namesBuilt(); return this.#knowledge; }

	get settings(): Settings { return this.#settings; }
	get states(): ReadonlyMap<string, FileState> { return this.#checker.states; }
	get progress(): CheckProgress | undefined { return this.#checker.progress; }

	/** Nothing at all is asked in a workspace that is not trusted. */
	get trusted(): boolean { return vscode.workspace.isTrusted; }

	/** Begins: open documents first, then the workspace. */
	start(): void { this.#schedule.restart(); }

	/** The state of a document, when it is of exactly this text. */
	stateOf(document: vscode.TextDocument): FileState | undefined {
		const state = this.states.get(fileOf(document.uri));
		return state && state.facts.text.length === document.getText().length && state.facts.text === document.getText() ? state : undefined;
	}

	/** The reference at a place; the shortest when one stands inside another. */
	useAt(document: vscode.TextDocument, position: vscode.Position): { readonly state: FileState; readonly use: ImageUse } | undefined {
		const state = this.stateOf(document);
		const offset = document.offsetAt(position);
		const use = state?.facts.uses.filter(({ span }) => span.start <= offset && offset <= span.end)
			.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
		return state && use && { state, use };
	}

	/** The text of a file as it was read last, by itself or for another one (`.env`). */
	textOf(file: string): string | undefined { return this.#checker.textOf(file); }

	findings(file: string): readonly Finding[] { return this.states.get(file)?.shown ?? []; }

	/** What is known without asking; `undefined` when nobody was asked yet. */
	verdict(reference: Reference): Verdict | undefined { return this.#handle.current?.known(reference); }

	/**
	 * What a use stands for: podman and buildah read a name without registry otherwise than Docker. `undefined`: none of the places they
	 * look in is known to have it.
	 */
	referenceOf(facts: FileFacts, use: ImageUse): Reference | undefined {
		const { reference } = use;
		return reference && this.#longNames.of({ ...use, reference }, facts);
	}

	/** Finds out what the names of files stand for, before anybody is asked for them. */
	async learnNames(files: readonly FileFacts[], registry: RegistryPort): Promise<void> {
		if (await this.#longNames.read(files, registry)) { this.#learn(); }
	}

	/** Does the workspace itself build this image? */
	builds(reference: Reference): boolean { return isBuilt(reference, this.#namesBuilt()); }

	/** What was read of an image beyond its existence. */
	details(reference: Reference): ImageTree | undefined { return this.#details.get(reference); }

	learn(reference: Reference, tree: ImageTree): void { this.#details.set(reference, tree); }

	/** The registry client; `undefined` when nobody may be asked. */
	async registry(): Promise<RegistryPort | undefined> {
		return quietly(this.#output, 'The registry client did not start', () => this.#handle.get(this.#settings));
	}

	async checkWorkspace(token?: vscode.CancellationToken): Promise<void> { await this.#schedule.checkWorkspace(token); }

	/** Forgets answers, of one image or all, and asks again. */
	async refresh(reference?: Reference): Promise<void> {
		await this.#handle.current?.refresh(reference, reference === undefined);
		this.#details.forget(reference);
		await this.#schedule.again(reference
			? [...this.states]
				.filter(([, { facts }]) => facts.uses.some(use => this.referenceOf(facts, use)?.repository === reference.repository))
				.map(([file]) => file)
			: [...this.states.keys()]);
	}

	/** Sizes and platforms of all images are wanted (their view is in sight), or only those of open files. */
	async wantAll(wanted: boolean): Promise<void> {
		this.#allWanted = wanted;
		const registry = wanted ? await this.registry() : undefined;
		if (registry) { await this.#details.read(this.#existing([...this.states.keys()]), registry, this.#settings); }
	}

	cancel(): void { this.#schedule.cancel(); }

	dispose(): void {
		clearTimeout(this.#retry);
		vscode.Disposable.from(...this.#disposables).dispose();
		void this.#handle.drop();
	}

	#learn(): void {
		this.#knowledge++;
		this.#revision++;
	}

	#namesBuilt(): BuiltNames {
		const before = this.#built;
		if (before?.revision === this.#revision) { return before.names; }
		const names = builtNames([...this.states.values()].map(({ facts }) => facts));
		if (!before || !sameNames(before.names, names)) { this.#knowledge++; }
		this.#built = { revision: this.#revision, names };
		return names;
	}

	async #ask(files: readonly string[]): Promise<void> {
		const registry = await this.registry();
		if (!registry) { return; }
		const started = Date.now();
		await Promise.all([
			this.learnNames(files.flatMap(file => this.states.get(file)?.facts ?? []), registry),
			this.#checker.checkOnline(files, this.#settings, registry),
		]);
		this.#output.debug(`Asked for ${files.length} files in ${Date.now() - started} ms.`);
		this.#askAgainLater();
		const open = openFiles();
		await this.#details.read(this.#existing(this.#allWanted ? files : files.filter(file => open.has(file))), registry, this.#settings);
	}

	/** Images that exist. */
	#existing(files: readonly string[]): readonly Reference[] {
		return files.flatMap(file => this.states.get(file)?.facts ?? []).flatMap(facts => facts.uses.flatMap(use => this.referenceOf(facts, use) ?? []))
			.filter(reference => this.verdict(reference)?.verdict === 'exists');
	}

	/** Recovery by itself: when the earliest pause is over, the files that wait for it are asked again. */
	#askAgainLater(): void {
		const waiting = [...this.states].flatMap(([file, { facts }]) => {
			const times = facts.uses.flatMap(use => {
				const reference = this.referenceOf(facts, use);
				return (reference && retryAt(this.verdict(reference))) ?? [];
			});
			return times.length > 0 ? [{ file, at: Math.min(...times) }] : [];
		});
		clearTimeout(this.#retry);
		if (waiting.length === 0) { return; }
		this.#retry = setTimeout(() => { void this.#schedule.again(waiting.map(({ file }) => file)); }, Math.min(...waiting.map(({ at }) => at)) - Date.now());
	}
}

function sameNames(a: BuiltNames, b: BuiltNames): boolean {
	const same = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => one.size === other.size && [...one].every(name => other.has(name));
	return same(a.exact, b.exact) && same(a.repositories, b.repositories);
}

/** The part of the settings that decides what is found; the rest only how it is shown. */
function what({ enable, check, scope, exclude, engine, registry }: Settings): string {
	return JSON.stringify({ enable, check, scope, exclude, engine, registry });
}

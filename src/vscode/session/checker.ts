import { setMaxListeners } from 'node:events';
import * as vscode from 'vscode';
import type { CheckOptions, CheckProgress, EngineHost, FactsIndex } from '../../core/engine/contract.ts';
import type { RegistryPort } from '../../core/registry/port.ts';
import { loadEngine, loadFacts } from '../lazy/load.ts';
import type { Settings } from '../settings.ts';
import { createBreather } from './breather.ts';
import { createEngineHost } from './engineHost.ts';
import { withFacts, withOffline, withOnline, type FileState } from './fileState.ts';

/** A file and what stands in it; `undefined`: it is gone. */
export interface TextOfFile { readonly file: string; readonly text: string | undefined }

/** Keeps the facts of all files and runs the engine over them. Knows no documents and no timers. */
export class Checker implements vscode.Disposable {
	readonly #states = new Map<string, FileState>();
	/** Files that build some Dockerfile. */
	readonly #builders = new Set<string>();
	readonly #changed = new vscode.EventEmitter<readonly string[]>();
	readonly #progressed = new vscode.EventEmitter<void>();
	/** Texts that were read for other files: `.env`, included files. */
	readonly #read = new Map<string, string>();
	readonly #host: EngineHost = createEngineHost((file, text) => {
		if (text === undefined) { this.#read.delete(file); } else { this.#read.set(file, text); }
	});
	readonly #runs = new Map<AbortController, CheckProgress>();
	readonly #onFault: NonNullable<CheckOptions['onFault']>;
	readonly #isShown: (file: string) => boolean;
	#index: Promise<FactsIndex> | undefined;

	/** Files whose facts or findings changed. */
	readonly onDidChange = this.#changed.event;
	/** A look-up started, went on or ended. */
	readonly onDidProgress = this.#progressed.event;

	/** `isShown` tells of a file that was only read for another one (a Dockerfile that is built) whether anybody hears what stands in it. */
	constructor(onFault: NonNullable<CheckOptions['onFault']>, isShown: (file: string) => boolean) {
		this.#onFault = onFault;
		this.#isShown = isShown;
	}

	get states(): ReadonlyMap<string, FileState> {
		return this.#states;
	}

	/** All files that were read, for their own sake or for others. */
	get files(): Iterable<string> {
		return new Set([...this.#states.keys(), ...this.#read.keys()]);
	}

	/** Sum over the runs under way; `undefined` when nothing is asked. */
	get progress(): CheckProgress | undefined {
		if (this.#runs.size === 0) { return undefined; }
		const runs = [...this.#runs.values()];
		return {
			done: runs.reduce((sum, { done }) => sum + done, 0),
			total: runs.reduce((sum, { total }) => sum + total, 0),
			hosts: [...new Set(runs.flatMap(({ hosts }) => hosts))],
		};
	}

	/** True for a file that may hold references, or that was read for one that does. */
	async concerns(file: string, languageId?: string): Promise<boolean> {
		return this.#states.has(file) || this.#read.has(file) || (await this.#facts()).claims(file, languageId);
	}

	/** The text of a file as it was read last, by itself or for another one. */
	textOf(file: string): string | undefined {
		return this.#states.get(file)?.facts.text ?? this.#read.get(file);
	}

	/** Takes a text in, or forgets the file when it is `undefined`. Returns the files whose facts changed, and those that build them. */
	async set(file: string, text: string | undefined, languageId?: string): Promise<readonly string[]> {
		const changed = await this.#take(file, text, languageId);
		if (changed.length > 0) { this.#changed.fire(changed); }
		return [...changed, ...this.#buildersOf(new Set(changed))];
	}

	/** As `set`, for many: lets the editor breathe, and tells of all at once. */
	async setAll(texts: readonly TextOfFile[]): Promise<readonly string[]> {
		const breathe = createBreather();
		const changed = new Set<string>();
		const began = this.#facts();
		for (const { file, text } of texts) {
			if (began !== this.#index) { break; }
			for (const name of await this.#take(file, text)) { changed.add(name); }
			await breathe();
		}
		if (changed.size > 0) { this.#changed.fire([...changed]); }
		return [...changed, ...this.#buildersOf(changed)];
	}

	/** The first beat: what the texts alone show. */
	async checkOffline(files: readonly string[], settings: Settings): Promise<void> {
		await this.#check(files, { settings: settings.check }, 'offline');
	}

	/** The second beat. Answers for texts that changed meanwhile are dropped. */
	async checkOnline(files: readonly string[], settings: Settings, registry: RegistryPort): Promise<void> {
		const controller = new AbortController();
		// One signal for all questions of a run: many listeners are no leak.
		setMaxListeners(0, controller.signal);
		const note = (progress: CheckProgress): void => { this.#runs.set(controller, progress); this.#progressed.fire(); };
		note({ done: 0, total: 0, hosts: [] });
		try {
			await this.#check(files, { settings: settings.check, registry, signal: controller.signal, onProgress: note }, 'online');
		} finally {
			this.#runs.delete(controller);
			this.#progressed.fire();
		}
	}

	cancel(): void {
		for (const controller of this.#runs.keys()) { controller.abort(); }
	}

	/** Drops everything that was found. */
	clear(): void {
		this.cancel();
		const files = [...this.#states.keys()];
		this.#states.clear();
		this.#builders.clear();
		this.#read.clear();
		this.#index = undefined;
		this.#changed.fire(files);
	}

	dispose(): void {
		this.cancel();
		this.#changed.dispose();
		this.#progressed.dispose();
	}

	async #check(files: readonly string[], options: CheckOptions, beat: 'offline' | 'online'): Promise<void> {
		const { check } = await loadEngine();
		const index = await this.#facts();
		const facts = new Map(files.map(file => [file, index.get(file)]));
		// Many files are checked in one turn: the others hear of them once.
		const found: string[] = [];
		const tell = (): void => { this.#changed.fire(found.splice(0)); };
		await check(index, files.filter(file => facts.get(file)), this.#host, {
			...options,
			onFault: this.#onFault,
			onFindings: (file, findings, came) => {
				const state = this.#states.get(file);
				if (came !== beat || !state || state.facts !== facts.get(file) || options.signal?.aborted) { return; }
				this.#states.set(file, beat === 'offline' ? withOffline(state, findings) : withOnline(state, findings));
				if (found.push(file) === 1) { queueMicrotask(tell); }
			},
		});
	}

	async #take(file: string, text: string | undefined, languageId?: string): Promise<readonly string[]> {
		const began = this.#facts();
		const index = await began;
		const changed = await index.set(file, text, languageId);
		// Everything was dropped meanwhile: what comes late is of the time before.
		if (began !== this.#index) { return []; }
		for (const name of changed) {
			const facts = index.get(name);
			const shown = facts && (name === file && text !== undefined || this.#isShown(name));
			if (shown) { this.#states.set(name, withFacts(this.#states.get(name), facts)); } else { this.#states.delete(name); }
			if (facts && facts.builds.length > 0) { this.#builders.add(name); } else { this.#builders.delete(name); }
		}
		return changed;
	}

	/** What a build command loses depends on the Dockerfile that it builds. */
	#buildersOf(files: ReadonlySet<string>): readonly string[] {
		if (files.size === 0) { return []; }
		return [...this.#builders].filter(file => !files.has(file) && this.#states.get(file)?.facts.builds.some(({ dockerfile }) => files.has(dockerfile)));
	}

	#facts(): Promise<FactsIndex> {
		this.#index ??= loadFacts().then(({ createFactsIndex }) => createFactsIndex(this.#host));
		return this.#index;
	}
}

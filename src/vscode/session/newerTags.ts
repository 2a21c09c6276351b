import * as vscode from 'vscode';
import type { Reference } from '../../core/model/index.ts';
import type { Session } from '../session.ts';
import { newerTag } from '../view/newerTag.ts';

/** Newer tags of images, asked in the background for those that something shows; a repository is asked again when its answer is old. */
export class NewerTags implements vscode.Disposable {
	readonly #session: Session;
	readonly #known = new Map<string, { readonly at: number; readonly tags: readonly string[] }>();
	readonly #asked = new Set<string>();
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;

	constructor(session: Session) { this.#session = session; }

	/** The newer tag of an image that exists, as far as it is known; asks when it is not. */
	of(reference: Reference): string | undefined {
		if (reference.tag === undefined || reference.digest !== undefined || !/\d/.test(reference.tag)) { return undefined; }
		const known = this.#known.get(reference.repository);
		if (!known || Date.now() - known.at > this.#session.settings.registry.tagMaxAge * 1000) { void this.#ask(reference); }
		return known && newerTag(known.tags, reference.tag);
	}

	dispose(): void { this.#changed.dispose(); }

	async #ask(reference: Reference): Promise<void> {
		const { repository } = reference;
		if (this.#asked.has(repository)) { return; }
		this.#asked.add(repository);
		try {
			const registry = await this.#session.registry();
			if (!registry) { return; }
			const answer = await registry.tags(reference);
			// What could not be had is not asked again at each turn.
			this.#known.set(repository, { at: Date.now(), tags: answer.known ? answer.value.tags : this.#known.get(repository)?.tags ?? [] });
			if (answer.known) { this.#changed.fire(); }
		} finally {
			this.#asked.delete(repository);
		}
	}
}

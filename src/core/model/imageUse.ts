import type { Place, Span } from './span.ts';
import type { Reference, ReferenceError } from './reference.ts';

/** Where a reference stands; the vocabulary of the command line contract (`pullcheck refs`). */
export type UseKind =
	| 'from' | 'copy-from' | 'run-mount-from' | 'onbuild-from' | 'onbuild-copy-from' | 'onbuild-run-mount-from' | 'syntax'
	| 'compose-image' | 'compose-build-tag' | 'compose-inline-from' | 'compose-cache-from' | 'compose-cache-to'
	| 'compose-additional-context' | 'compose-volume-image' | 'compose-model' | 'compose-hook-image'
	| 'devcontainer-image' | 'devcontainer-cache-from' | 'devcontainer-feature'
	| 'bake-tag' | 'bake-context' | 'bake-cache'
	| 'command-pull' | 'command-push' | 'command-tag' | 'command-inspect'
	| `workflow-${string}` | `compose-inline-${string}` | `bake-inline-${string}`
	| 'kubernetes-image' | 'quadlet-image';

/**
 * What the text means there: only `image` and `artifact` are looked up at a registry;
 * `build-output` is made by this project; `variable` cannot be resolved; `context` is a named build context.
 */
export type UseClass =
	| 'image' | 'stage' | 'index' | 'scratch' | 'build-output' | 'artifact' | 'variable' | 'invalid' | 'local' | 'context';

/** A variable inside the written text and where its value came from. */
export interface VariableUse {
	readonly name: string;
	/** `undefined`: it has no value. */
	readonly value?: string;
	/** Where the value (or the declaration without value) stands. */
	readonly source?: Place;
	readonly origin?: 'arg' | 'build-arg' | 'env-file' | 'environment' | 'platform' | 'default' | 'bake-variable' | 'shell';
}

/** The parts of a reference that are literally in the file, so that an edit can replace just them. */
export interface PartSpans {
	readonly domain?: Span;
	/** Repository path as written (without the domain). */
	readonly path?: Span;
	/** Without the colon. */
	readonly tag?: Span;
	/** Without the at sign. */
	readonly digest?: Span;
}

/** One value the text can take, when several callers (compose files, scripts) give different build arguments. */
export interface Resolution {
	readonly value: string;
	readonly reference?: Reference;
	readonly variables: readonly VariableUse[];
}

/** One image reference in a file. */
export interface ImageUse {
	readonly kind: UseKind;
	readonly class: UseClass;
	readonly span: Span;
	/** Exactly the characters in `span`. */
	readonly text: string;
	/** After expansion and unquoting, before normalisation; absent when a variable stayed open. */
	readonly value?: string;
	/** Set for every class whose value parses (image, artifact, build-output). */
	readonly reference?: Reference;
	/** Set for class `invalid`; offsets are in `value`. */
	readonly error?: ReferenceError;
	/** Where in the file `error` is, when it is literal there. */
	readonly errorSpan?: Span;
	readonly spans: PartSpans;
	readonly variables: readonly VariableUse[];
	/** Further values by build arguments of other files; empty in the usual case. */
	readonly alternatives: readonly Resolution[];
	/** Platforms asked for at this place (`FROM --platform`, compose `platform`), `os/arch[/variant]`. */
	readonly platforms: readonly string[];
	/** What it belongs to, for people: `service quay`, `stage build`, `job test`. */
	readonly owner?: { readonly label: string; readonly span: Span };
	/** Index in `FileFacts.commands` of the command it is an operand of. */
	readonly command?: number;
	/** Resolved from an environment that other machines may not share. */
	readonly environmentDependent?: boolean;
	/** The machine has it already or does without (`imagePullPolicy: Never`): no registry needs to have it. */
	readonly neverPulled?: boolean;
	/** May be reported or not: legacy names whose meaning needs a tool's own table. */
	readonly optional?: boolean;
}

import type { Span } from './span.ts';

/** A word of a command with its value after unquoting; `open` when a variable or substitution stayed in it. */
export interface CommandWord {
	readonly span: Span;
	/** Exactly the characters in `span`. */
	readonly text: string;
	/** After quote removal and known variables; unknown ones stay as written. */
	readonly value: string;
	/** Names of variables (or `$(…)`) that have no known value. */
	readonly open: readonly string[];
}

/** A flag as written: `--format=docker`, `--format docker`, `-t x`, `-tx`, `--push`. */
export interface CommandFlag {
	/** With its dashes, as written: `--format`, `-t`. */
	readonly name: string;
	/** The flag's long name without dashes where known: `tag` for `-t`. */
	readonly long: string;
	/** Flag and value together. */
	readonly span: Span;
	readonly nameSpan: Span;
	/** Absent for a switch. */
	readonly value?: CommandWord;
	readonly separator: '=' | ' ' | '' | 'none';
}

/** `NAME=value` before the command, or exported earlier in the same script, job or step. */
export interface CommandEnvironment {
	readonly name: string;
	readonly value: CommandWord;
	readonly scope: 'command' | 'script';
}

/** One call of a container tool, wherever it is written. */
export interface ToolCommand {
	/**
	 * `docker`, `podman`, `buildah`, `skopeo`, `nerdctl`, `executor` (kaniko), `crane`, `oras`, `regctl`, `devcontainer`, `oc`, `kubectl`,
	 * `docker-compose`, …
	 */
	readonly tool: string;
	/** The words after the tool that choose the action, joined by one blank: `buildx build`, `bud`, `copy`, `compose build`, `login`. */
	readonly subcommand: string;
	/** From the tool's word (environment assignments excluded) to the last word; redirections and comments excluded. */
	readonly span: Span;
	readonly toolSpan: Span;
	/** Last word of the subcommand; a new flag goes directly after its end. Equals `toolSpan` when there is none. */
	readonly subcommandSpan: Span;
	readonly flags: readonly CommandFlag[];
	readonly operands: readonly CommandWord[];
	readonly environment: readonly CommandEnvironment[];
	/** What kind of text it stands in. */
	readonly host: 'shell' | 'makefile' | 'workflow' | 'gitlab-ci' | 'azure' | 'circleci' | 'pipeline' | 'jenkinsfile' | 'kubernetes' | 'taskfile' | 'justfile' | 'package-json' | 'tasks-json' | 'devcontainer' | 'markdown' | 'dockerfile' | 'compose' | 'powershell' | 'batch';
	/**
	 * How the command is broken over lines: the text between two words where it is (for example ` \` + line end + indentation),
	 * ready to be inserted before a new flag; absent for a one-line command.
	 */
	readonly continuation?: string;
	/** For a command that is a list of strings in JSON: what stands between two of them, the quotes included (`", "`). */
	readonly list?: string;
	/** False where an edit inside cannot be made safely (e.g. the string is built by escapes). */
	readonly editable: boolean;
}

/** One `key: value` of a workflow step's `with:` map. */
export interface StepInput {
	readonly name: string;
	readonly value: string;
	readonly keySpan: Span;
	readonly valueSpan: Span;
	/** The whole line or lines of the pair, its line end included: what to delete to remove it. */
	readonly lineSpan: Span;
}

/** A GitHub workflow step that runs an action (`uses:`). */
export interface WorkflowStep {
	/** Without the version: `docker/build-push-action`. */
	readonly action: string;
	readonly version?: string;
	readonly span: Span;
	readonly usesSpan: Span;
	readonly inputs: readonly StepInput[];
	/** What `env:` of the step, its job and the workflow set. */
	readonly environment?: readonly CommandEnvironment[];
	/**
	 * Where a new input line can be inserted (start of a line) and its indentation; absent when the step has no `with:` block map.
	 * Where the last line of the file has no line end, `indent` begins with one.
	 */
	readonly insertion?: { readonly offset: number; readonly indent: string; readonly eol: string };
	/** For a `with:` map in braces: behind its last input, and what stands between two of them (`, `, or a comma and a new line). */
	readonly flowInsertion?: { readonly offset: number; readonly separator: string };
	/** For a step without `with:`: behind the line of `uses:`, with that key's indentation. */
	readonly mapInsertion?: NonNullable<WorkflowStep['insertion']>;
}

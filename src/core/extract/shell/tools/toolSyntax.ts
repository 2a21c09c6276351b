/** What an operand or the value of a flag is. `local`: an image that must be on this machine already. */
export type OperandRole =
	| 'pull' | 'push' | 'tag' | 'inspect' | 'local' | 'artifact' | 'artifact-push'
	/** Several, with commas between: each is tried when the one before gives nothing. */
	| 'artifact-list'
	/** An image or a container that is on this machine already. */
	| 'local-object'
	/** `transport:reference`, as skopeo and buildah take it. */
	| 'transport-pull' | 'transport-push' | 'transport-inspect' | 'maybe-transport-pull' | 'maybe-transport-push'
	/** `type=registry,ref=X` or a plain reference. */
	| 'cache-from' | 'cache-to'
	/** `type=image,name=X` */
	| 'output'
	/** `name=docker-image://X` */
	| 'build-context'
	/** `oci://…`, a chart. */
	| 'oci'
	/** What `oc new-app` takes: an image, a repository of source, a stream. */
	| 'app' | 'stream-source'
	| 'sync-source' | 'sync-destination'
	/** `type=image,source=X` of `--mount`. */
	| 'mount'
	/** `target.tags=X` of `bake --set`. */
	| 'bake-set'
	/** `image=X` among a builder's options. */
	| 'driver-option'
	/** `from=to`, or the first from and the others to. */
	| 'mirror'
	/** An image, unless it is the last of several operands: that is a file. */
	| 'pull-not-last'
	/** An image with its registry or tag; a bare word is a word, a path is a path. */
	| 'signed'
	/** `container=image` */
	| 'container-image'
	/** Something else. */
	| '';

/** How one subcommand reads its words. */
export interface CommandSyntax {
	/**
	 * Its flags with blanks between: `t|tag:tag` is `-t`, `--tag`, takes a value, the value is a tag; `q|quiet` is a switch;
	 * `push:?` may be followed by `true` or `false`.
	 */
	readonly flags: string;
	/** Roles of the operands in order; `+` at the last: and all that follow. */
	readonly operands?: string;
	/** Flags end at the first operand: the rest belongs to a program inside a container. */
	readonly stops?: boolean;
	/** It builds a Dockerfile: whose names are looked for, and the operand that is the context. */
	readonly builds?: { readonly files: readonly string[] };
}

/** A program: names it goes by, flags before the subcommand, and its subcommands by their words. */
export interface ToolSyntax {
	/** The first is the name in facts. */
	readonly names: readonly string[];
	readonly flags: string;
	/** Keys are the words of a subcommand; those it goes on through (`buildx`, `compose`) may be keys of their own for their flags. */
	readonly commands: Readonly<Record<string, CommandSyntax>>;
}

/** A subcommand of no interest but for its words. */
export const plain: CommandSyntax = { flags: '' };

import type { ImageUse, VariableUse } from './imageUse.ts';
import type { Place, Span } from './span.ts';
import type { ToolCommand, WorkflowStep } from './toolCommand.ts';

/** The kinds of file that are read, one folder each in `extract/`. */
export type FileKind =
	| 'dockerfile' | 'compose' | 'devcontainer' | 'bake' | 'shell' | 'makefile' | 'workflow' | 'gitlab-ci' | 'azure' | 'circleci' | 'pipeline' | 'jenkinsfile'
	| 'taskfile' | 'justfile' | 'package-json' | 'tasks-json' | 'markdown' | 'kubernetes' | 'quadlet' | 'quay-config' | 'helm-values' | 'docker-daemon';

/** An instruction of a Dockerfile, as BuildKit's parser sees it. */
export interface DockerfileInstruction {
	/** Upper case: `FROM`, `HEALTHCHECK`. For ONBUILD the trigger is in `onbuild`. */
	readonly keyword: string;
	readonly span: Span;
	readonly keywordSpan: Span;
	/** Index in `DockerfileFacts.stages`; -1 before the first FROM. */
	readonly stage: number;
	/** The argument text after the keyword with continuations joined. */
	readonly value: string;
	readonly onbuild?: string;
}

/** One `FROM … [AS name]`. */
export interface DockerfileStage {
	/** Lower case, as BuildKit stores it; absent when unnamed. */
	readonly name?: string;
	readonly nameSpan?: Span;
	readonly span: Span;
	/** Index in `FileFacts.uses` of the FROM's reference. */
	readonly use?: number;
}

/** An `ARG` declaration before the first FROM (global) or in a stage. */
export interface DockerfileArg {
	readonly name: string;
	readonly nameSpan: Span;
	/** After expansion; `undefined` when declared without value. */
	readonly value?: string;
	readonly valueSpan?: Span;
	readonly stage: number;
}

/** What only Dockerfiles have: instructions, stages and arguments in the order of the text. */
export interface DockerfileFacts {
	readonly instructions: readonly DockerfileInstruction[];
	readonly stages: readonly DockerfileStage[];
	readonly args: readonly DockerfileArg[];
	/** The escape character in force: `\` or a backtick. */
	readonly escape: '\\' | '`';
}

/** Somebody builds a Dockerfile: a compose service, bake target, devcontainer or command, with the arguments it passes. */
export interface BuildLink {
	/** The Dockerfile as a path like `FileFacts.file`; relative paths already joined to the caller's folder. */
	readonly dockerfile: string;
	readonly args: readonly VariableUse[];
	readonly target?: string;
	readonly platforms: readonly string[];
	/** Where the first of `platforms` stand, in their order; absent where one of them is not written as it is. */
	readonly platformPlaces?: readonly Place[];
	/** Names given by `--build-context name=…` or `additional_contexts`, and what they are. */
	readonly contexts: Readonly<Record<string, string>>;
	/** The place that decides: the service, the command. */
	readonly at: Place;
	readonly label: string;
	/** Index in the caller's `FileFacts.commands`. */
	readonly command?: number;
}

/** Somebody loads a Compose file as a part of a project: an `include`, an `extends`, a dev container's list of files. */
export interface ComposeLoad {
	/** The file that is loaded, as a path like `FileFacts.file`. */
	readonly file: string;
	/** The files that are merged to the project whose part it is, later ones on top; the first one decides its folder. */
	readonly project: readonly string[];
	/** `list`: it is one of `project`; else one of them, or what they include, names it. */
	readonly by: 'include' | 'extends' | 'list';
}

/** Something in a file that tells where images go, e.g. an `apps.openshift.io` kind. */
export interface TargetEvidence {
	/** A target id (`openshift-3.11`) or `openshift`, `kubernetes` when the version is unknown. */
	readonly target: string;
	readonly span: Span;
	/** What was seen, in a few words, for the evidence. */
	readonly reason: string;
}

/** One `key` of Quay's `ALLOWED_OCI_ARTIFACT_TYPES` with its list. */
export interface QuayArtifactType {
	readonly configType: string;
	readonly keySpan: Span;
	readonly layerTypes: readonly { readonly value: string; readonly span: Span }[];
	/** Where a new `- item` line goes (start of a line) and the indentation in front of its dash. */
	readonly insertion?: { readonly offset: number; readonly indent: string; readonly eol: string };
	/** For a list in brackets: where a new item goes, behind the last one or the opening bracket. */
	readonly flowInsertion?: { readonly offset: number; readonly separator: string };
}

/** What a check wants of Quay's config.yaml: the list of allowed artifact types and the key that relaxes it; at least one of them is there. */
export interface QuayConfigFacts {
	/** The key `ALLOWED_OCI_ARTIFACT_TYPES`. */
	readonly keySpan?: Span;
	/** Empty when there is no such key. */
	readonly types: readonly QuayArtifactType[];
	/** Where a new `key:` with its list goes (start of a line), the indentation in front of the key and of the dashes below it. */
	readonly insertion?: { readonly offset: number; readonly indent: string; readonly itemIndent: string; readonly eol: string };
	readonly ignoreUnknownMediaTypes?: { readonly value: boolean; readonly span: Span };
}

/** A YAML map entry with its spans that a check needs: `build.provenance: false`, `imagePullSecrets`, … */
export interface YamlEntry {
	/** Dotted path, `services.quay.build.provenance`. */
	readonly path: string;
	readonly value: unknown;
	readonly keySpan: Span;
	readonly valueSpan?: Span;
	readonly lineSpan: Span;
}

/** All that one file says. Pure data; spans are in `text`. */
export interface FileFacts {
	/** A '/'-separated path (or URI); the host's own identity for the file. */
	readonly file: string;
	readonly kind: FileKind;
	readonly text: string;
	readonly uses: readonly ImageUse[];
	readonly commands: readonly ToolCommand[];
	readonly steps: readonly WorkflowStep[];
	readonly builds: readonly BuildLink[];
	/** Compose files that this file has loaded; absent for none. */
	readonly loads?: readonly ComposeLoad[];
	readonly evidence: readonly TargetEvidence[];
	readonly dockerfile?: DockerfileFacts;
	readonly quay?: QuayConfigFacts;
	/** `owner/name` on GitHub, as the folder's `.git/config` names its origin; only of workflows that ask for it. */
	readonly gitHubRepository?: string;
	/** Entries a check may want, by kind of file; see the card of its folder. */
	readonly entries: readonly YamlEntry[];
}

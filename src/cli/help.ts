import { targets } from '../core/targets/index.ts';

const pages = {
	check: () => `pullcheck check [PATHS…] [options]

  Says what will not pull or push, and why. Folders are walked, .gitignore and .pullcheckignore are respected.

  --format text|json|sarif|github   How to print (default: text)
  --offline                         Ask no registry; report what the files alone show
  --target ID                       The images of these files go to, or are pulled by, that place (repeatable)
  --platform OS/ARCH[/VARIANT]      A platform that must exist (repeatable; default: this machine's)
  --severity CODE=LEVEL             error, warning, info, hint or off for one diagnosis (repeatable)
  --profile default|strict|quiet    How much to report
  --config FILE                     Settings (default: .pullcheckrc.json, or "pullcheck" in package.json)
  --baseline FILE                   Findings listed there are not reported
  --update-baseline                 Write the findings of this run to the baseline file
  --fix                             Apply each finding's preferred fix where it is safe
  --fail-on error|warning|never     What makes the exit code 1 (default: error)
  --insecure-host HOST              Plain HTTP or unverified TLS for this registry (repeatable)
  --no-cache                        Neither read nor write the cache on disk
  --no-color                        No colour

  Targets:
${targetTable()}
  Exit code: 0 nothing at or above --fail-on, 1 something, 2 wrong usage or an internal failure.
`,
	refs: () => `pullcheck refs [PATHS…] [--format text|jsonl]

  Lists every image reference in the files. Uses no network.
`,
	pin: () => `pullcheck pin [PATHS…] [options]

  Writes the digest behind each tag, as it is at the registry now: what is pulled can no longer change. Tags and
  flags stay. Names that a variable makes, images that the files themselves build, and pages are left alone.

  --undo                            Take the digests away where a tag stands beside them; asks nobody
  --dry-run                         Print what would change; write nothing
  --config FILE                     Settings (default: .pullcheckrc.json, or "pullcheck" in package.json)
  --insecure-host HOST              Plain HTTP or unverified TLS for this registry (repeatable)
  --no-cache                        Neither read nor write the cache on disk

  Exit code: 0 done, 1 the digest of some image is not known, 2 wrong usage or an internal failure.
`,
	inspect: () => `pullcheck inspect IMAGE [--platform OS/ARCH[/VARIANT]] [--format tree|json|raw]
pullcheck inspect --parse-only REF [--format json]
pullcheck inspect --parse-only --stdin --format jsonl

  Shows an image's index, platforms, configuration and layers without pulling it.

  --platform OS/ARCH[/VARIANT]      Layers and configuration of this platform (default: this machine's)
  --format tree|json|raw            A drawing, data, or the exact bytes of the manifest (default: tree)
  --parse-only                      Only read the name; ask nobody
  --stdin                           One reference a line from standard input
  --insecure-host HOST              Plain HTTP or unverified TLS for this registry (repeatable)
  --no-cache                        Neither read nor write the cache on disk
  --no-color                        No colour
`,
	explain: () => `pullcheck explain [FILE] [options]

  Explains error output of docker, buildx, compose, podman, buildah, skopeo, containerd, CRI-O, kubelet,
  OpenShift, Quay and the devcontainer CLI. Reads standard input without FILE. What is recognised is looked for
  in the files of the current folder, so that places and changes can be named. Asks no registry unless told to.

  --format text|json                How to print (default: text)
  --check                           Ask the registry which of several causes holds
  --no-workspace                    Read no files of the current folder
  --insecure-host HOST              With --check: plain HTTP or unverified TLS for this registry (repeatable)
  --no-cache                        With --check: neither read nor write the cache on disk
  --no-color                        No colour
`,
};

/** The help text of one command, or the overview. */
export function help(command?: keyof typeof pages): string {
	if (command) { return pages[command](); }
	return `pullcheck: says what will not pull or push, why, and which line to change

  pullcheck check [PATHS…]      Check image references and build commands
  pullcheck refs [PATHS…]       List image references
  pullcheck pin [PATHS…]        Write the digest behind each tag, or take it away
  pullcheck inspect IMAGE       Show what an image is
  pullcheck explain [FILE]      Explain error output

  pullcheck COMMAND --help      Options of a command
  pullcheck --version
`;
}

function targetTable(): string {
	return targets.map(target => {
		const takes = [
			target.oci ? 'OCI and Docker formats' : 'Docker format only',
			target.indexes ? 'indexes' : 'no indexes',
			target.attestations ? 'attestations' : 'no attestations',
			...(target.zstd ? ['zstd layers'] : []),
			...(target.shortNamesRefused ? ['full names only'] : []),
		];
		return `    ${target.id.padEnd(16)}${takes.join(', ')}\n`;
	}).join('');
}

import { commandFields } from './commandFields.ts';
import { expandWord } from './expandWord.ts';
import { programWords } from './programWords.ts';
import type { SimpleCommand } from './scriptWalker.ts';
import type { ShellWord } from './shellWord.ts';
import { tools } from './tools/index.ts';
import { programName } from './unwrapCommand.ts';

/** The name a command is called by, `$DOCKER` counting as `docker` unless it is known to be something else. */
export function calledProgram({ name, source, scope }: SimpleCommand): string | undefined {
	if (!name) { return undefined; }
	if (!name.text.includes('$')) { return programName(name.value); }
	const word = expandWord(name, source, scope);
	return programNameOf(programWords(word, scope)?.[0] ?? commandFields(name, source, scope)[0] ?? word);
}

function programNameOf(word: ShellWord): string | undefined {
	if (word.open.length === 0) {
		const whole = programName(word.map.text);
		return tools.has(whole) ? whole : programName(word.map.text.split(' ')[0]!);
	}
	// `$(LOCALBIN)/kind`: which folder it is in does not matter.
	const slash = word.map.text.lastIndexOf('/');
	if (word.openSpans.every(({ end }) => end <= slash)) { return programName(word.map.text); }
	const variable = word.open.length === 1 && /^\$\{?\w+\}?$/.test(word.map.text) ? word.open[0]!.toLowerCase() : '';
	if (engineName.test(variable)) { return 'docker'; }
	return /^(docker|podman|buildah|skopeo|kubectl|oc|crane|oras|nerdctl|helm|cosign)(?:_?(?:cmd|bin|command|exe|path|cli))?$/.exec(variable)?.[1];
}

/** Variables for docker or podman, whichever is there. */
const engineName = /^(?:container_?(?:engine|tool|runtime|cmd|cli|command|bin|builder|exe)|(?:docker_or_podman|oci_?bin|engine))$/;

/** The name of the container tool that these words call; `undefined` when it is none, or another program of the same name. */
export function calledTool(words: readonly ShellWord[]): string | undefined {
	const first = words[0];
	if (!first) { return undefined; }
	const value = first.map.text;
	if (value === '@devcontainers/cli' || value.startsWith('@devcontainers/cli@')) { return '@devcontainers/cli'; }
	const name = programNameOf(first);
	// `executor` is a common word; kaniko's has its flags.
	if (name === 'executor' && !words.some(word => /^(?:-d|--?destination|--?context|--?dockerfile|--no-push)(?:=|$)/.test(word.map.text))) {
		return undefined;
	}
	// Other programs have an engine too.
	if (name === 'docker'
			&& first.open.length > 0
			&& engineName.test(first.open[0]!.toLowerCase())
			&& !tools.get('docker')!.commands[words[1]?.map.text ?? '']) {
		return undefined;
	}
	if (name === 'pack' && words[1]?.map.text !== 'build') { return undefined; }
	return name;
}

import type { ShellWord } from './shellWord.ts';

const flagNames = /opt(?:s|ions?)?(?:_|$)|arg(?:s|uments?)?(?:_|$)|flags?(?:_|$)|params?(?:_|$)|extra|mounts?(?:_|$)|vol(?:ume)?s?(?:_|$)|envs?(?:_|$)|tty|interactive/i;
const imageNames = /ima?ge?|tag|repo|name/i;
const toolsOutput = /^(?:\$\(|`)\s*(?:sudo\s+)?(?:docker(?:-compose)?|podman|buildah|nerdctl|\$\{?[A-Z_]+\}?)\s/;

/**
 * True for a variable that nobody knows but that, by its name or its form, holds flags: `$DOCKER_OPTS`, `"${args[@]}"`,
 * `${CACHE:+--cache-from x}`; and for the `[OPTIONS]` of a usage line.
 */
export function standsForFlags({ openSpans, open, map, quoted }: ShellWord): boolean {
	const { text } = map;
	if (/^\[[\w -]*(?:options?|flags?)[^\]]*\]$/i.test(text)) { return true; }
	if (open.length !== 1 || openSpans[0]!.start !== 0 || openSpans[0]!.end !== text.length) { return false; }
	// What a container tool prints is a name: `docker run $(docker build -q .) npm test`.
	if (toolsOutput.test(text)) { return false; }
	if (/\[[@*]\](?::?[-+][^{}]*)?\}$|^\$\{?[@*]\}?$|^\$\{\w+:?\+\s*["']?-|^\$\([^]*[\s"']--?\w/.test(text)) { return true; }
	return quoted.length === 0 && flagNames.test(open[0]!) && !imageNames.test(open[0]!);
}

import { baseName } from '../../util/filePath.ts';

const certain = /^(?:docker-|podman-|container-)?compose(?:[.\-_].*)?\.ya?ml$|[.\-_](?:docker-)?compose\.ya?ml$|^docker-compose.*\.ya?ml$/i;
const likely = /^compose.*\.ya?ml$/i;

/** A Compose file by its name or VS Code's language id; since Compose v2 the top-level `version` means nothing. */
export function isComposeFile(file: string, languageId: string | undefined, text: string): boolean {
	if (languageId === 'dockercompose') { return true; }
	const name = baseName(file);
	if (isWorkflow(file)) { return false; }
	return certain.test(name) || (likely.test(name) && /^services[ \t]*:/m.test(text));
}

/** YAML of any name that can hardly be anything else: services with images or builds, and beside them only what the Compose specification has. */
export function looksLikeCompose(file: string, text: string): boolean {
	if (!/\.ya?ml$/i.test(file) || isWorkflow(file)) { return false; }
	if (!/^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[\w.-]+:[ \t]*(?:[#&].*)?\r?$/m.test(text)
			|| !/^[ \t]+(?:image|build)[ \t]*:/m.test(text)) {
		return false;
	}
	for (const [, key = ''] of text.matchAll(/^([^\s#'"\-:][^\s:]*)[ \t]*:(?=\s|$)/gm)) {
		if (!topLevel.has(key) && !key.startsWith('x-')) { return false; }
	}
	return true;
}

/** GitHub reads no folders in there. */
function isWorkflow(file: string): boolean {
	return /(?:^|\/)\.github\/workflows\/[^/]*$/.test(file);
}

const topLevel = new Set(['version', 'name', 'services', 'networks', 'volumes', 'secrets', 'configs', 'include', 'models']);

import { baseName } from '../../util/filePath.ts';

const certain = /^(?:docker-|podman-|container-)?compose(?:[.\-_].*)?\.ya?ml$|[.\-_](?:docker-)?compose\.ya?ml$|^docker-compose.*\.ya?ml$/i;
const likely = /^compose.*\.ya?ml$/i;

/** A Compose file by its name or VS Code's language id; since Compose v2 the top-level `version` means nothing. */
export function isComposeFile(file: string, languageId: string | undefined, text: string): boolean {
	if (languageId === 'dockercompose') { return true; }
	const name = baseName(file);
	if (/(?:^|\/)\.github\/workflows\//.test(file)) { return false; }
	return certain.test(name) || (likely.test(name) && /^services[ \t]*:/m.test(text));
}

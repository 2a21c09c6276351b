import type { ImageUse } from '../../model/index.ts';
import { baseName } from '../../util/filePath.ts';
import { isComposeFile, looksLikeCompose } from '../compose/isComposeFile.ts';
import { isDockerfileName } from '../dockerfile/isDockerfileName.ts';
import { kubernetesCard } from '../kubernetes/card.ts';
import { quadletCard } from '../quadlet/card.ts';
import { embeddedUses } from './embeddedUses.ts';
import type { EmbeddedKind, EmbeddedPlace } from './embeddedUses.ts';
import { joinWords } from './joinWords.ts';
import type { ShellWord } from './shellWord.ts';

/** What a script writes to a file: `cat > Dockerfile <<EOF`, `echo … >> Dockerfile`, `tee`. */
export interface WrittenPiece {
	/** As far as it is known: `$folder/Dockerfile`. */
	readonly path: string;
	/** Behind what is in the file already. */
	readonly appends: boolean;
	readonly text: ShellWord;
	/** The same for all that a group of commands writes. */
	readonly group?: object;
}

interface WrittenFile {
	readonly path: string;
	/** What its first line stands behind is written elsewhere. */
	readonly isRest: boolean;
	readonly group: object | undefined;
	readonly texts: ShellWord[];
}

/** The references of the Dockerfiles, Compose files and Kubernetes objects that a script writes piece by piece. */
export function writtenUses(pieces: readonly WrittenPiece[], place: EmbeddedPlace): readonly ImageUse[] {
	const files: WrittenFile[] = [];
	const last = new Map<string, WrittenFile>();
	for (const { path, appends, text, group } of pieces) {
		const known = last.get(path);
		if (known && (appends || (group && known.group === group))) { known.texts.push(text); continue; }
		const file = { path, isRest: appends, group, texts: [text] };
		last.set(path, file);
		files.push(file);
	}
	return files.flatMap(({ path, isRest, texts }) => {
		const whole = joinWords(texts, '\n');
		const kind = whole && kindOf(path, whole.map.text);
		if (!kind) { return []; }
		return embeddedUses(kind, whole, { ...place, isRest });
	});
}

function kindOf(path: string, text: string): EmbeddedKind | undefined {
	const name = baseName(path);
	if (isDockerfileName(name)) { return 'dockerfile'; }
	if (isComposeFile(name, undefined, text)) { return 'compose'; }
	if (quadletCard.matches(path, undefined, text)) { return 'quadlet'; }
	// `$(mktemp)` has no name to go by.
	const yaml = /\.ya?ml$/i.test(name) ? path : /\.\w+$/.test(name) ? undefined : 'object.yaml';
	if (yaml === undefined) { return undefined; }
	if (looksLikeCompose(yaml, text)) { return 'compose'; }
	return kubernetesCard.matches(yaml, undefined, text) ? 'kubernetes' : undefined;
}

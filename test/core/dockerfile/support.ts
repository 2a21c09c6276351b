import assert from 'node:assert/strict';
import { dockerfileCard } from '../../../src/core/extract/dockerfile/card.ts';
import type { BuildLink, FileFacts, ImageUse, VariableUse } from '../../../src/core/model/index.ts';
import { canonicalWithTag } from '../../../src/core/reference/canonicalWithTag.ts';

/** Reads a Dockerfile and holds what is true of every reading: the text of a use is that of its span. */
export function readText(text: string, builds: readonly BuildLink[] = []): FileFacts {
	const facts = dockerfileCard.extract({ file: 'Dockerfile', text, files: new Map(), environment: {}, builds });
	for (const use of facts.uses) {
		assert.equal(use.text, text.slice(use.span.start, use.span.end));
		assert(use.span.end > use.span.start);
	}
	return facts;
}

/** One use in short: `kind class text -> image`; the kind is left out for FROM, the class for an image, the image when there is none. */
export function short(use: ImageUse): string {
	const image = use.reference && canonicalWithTag(use.reference);
	return [use.kind === 'from' ? '' : use.kind, use.class === 'image' ? '' : use.class, JSON.stringify(use.text).slice(1, -1).replaceAll('\\"', '"'), image ? `-> ${image.replace('docker.io/library/', '')}` : '']
		.filter(part => part !== '').join(' ');
}

/** All uses of a text in short. */
export function shorts(text: string, builds: readonly BuildLink[] = []): string[] {
	return readText(text, builds).uses.map(short);
}

/** A caller that builds `Dockerfile`. */
export function buildOf(args: Readonly<Record<string, string>>, rest: Partial<BuildLink> = {}): BuildLink {
	const at = { file: 'compose.yaml', span: { start: 0, end: 1 } };
	return {
		dockerfile: 'Dockerfile', contexts: {}, platforms: [], at, label: 'service a',
		args: Object.entries(args).map(([name, value]): VariableUse => ({ name, value, source: at, origin: 'build-arg' })),
		...rest,
	};
}

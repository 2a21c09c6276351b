import type { ImageTree } from '../../core/model/index.ts';
import { t } from '../l10n.ts';
import { code, foreign, webLink } from './markdown.ts';

/** What the image says of itself: the image that it was built on, and where its source is (OCI annotations, else labels). */
export function originParts({ root, platforms }: ImageTree): readonly string[] {
	const said = (name: string): string | undefined => {
		for (const record of [root.annotations, ...platforms.flatMap(({ manifest, config }) => [manifest?.annotations, config?.labels])]) {
			const value = record?.[`org.opencontainers.image.${name}`]?.trim();
			if (value) { return value; }
		}
		return undefined;
	};
	const base = said('base.name');
	const source = said('source');
	return [
		...base ? [t('base {name}', { name: code(base) })] : [],
		...source ? [t('source {address}', { address: sourceLink(source) })] : [],
	];
}

/** A link only where the address is one of the web without anything that hides where it leads. */
function sourceLink(source: string): string {
	const plain = /^https:\/\/([\w.-]+(?::\d+)?\/[\w.\-/~+]*)$/.exec(source.replace(/\.git$/, ''))?.[1];
	return plain === undefined || plain.length > 100 ? foreign(source) : webLink(foreign(plain), source);
}

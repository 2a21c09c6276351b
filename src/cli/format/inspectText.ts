import pc from 'picocolors';
import type { ImageTree, PlatformImage, Reference, Verdict } from '../../core/model/index.ts';
import { formatSize } from '../../core/util/formatSize.ts';
import { mediaTypeName } from '../../core/util/mediaTypeName.ts';
import { platformName } from '../../core/util/platformName.ts';
import { printable } from '../../core/util/printable.ts';

/** The image as a drawn tree: index, platforms, layers with their steps. */
export function inspectText(reference: Reference, tree: ImageTree, verdict: Verdict, colour: boolean): string {
	const paint = pc.createColors(colour);
	const lines = [
		paint.bold(reference.canonical),
		`${mediaTypeName(tree.root.mediaType)}  ${paint.dim(tree.root.digest)}`,
	];
	if (verdict.verdict === 'exists' && verdict.staleLogin) {
		lines.push(paint.yellow(`The login saved in ${verdict.staleLogin.source} was rejected; the image is public.`));
	}
	for (const text of verdict.evidence.warnings ?? []) { lines.push(paint.yellow(`${reference.domain} says: ${printable(text)}`)); }
	if (tree.platforms.length === 0) {
		lines.push(tree.root.kind === 'index'
			? 'This index lists no images.'
			: `No image: ${printable(tree.root.artifactType ?? tree.root.config?.mediaType ?? tree.root.mediaType)}`);
	}
	tree.platforms.forEach((image, index) => {
		lines.push(...branch(index === tree.platforms.length - 1 && tree.others.length === 0, platformLines(image, paint.dim)));
	});
	tree.others.forEach((other, index) => {
		lines.push(...branch(index === tree.others.length - 1, [`${printable(other.mediaType)}  ${paint.dim(other.digest)}`]));
	});
	return `${lines.join('\n')}\n`;
}

function platformLines(image: PlatformImage, dim: (text: string) => string): string[] {
	const platform = image.descriptor.platform ?? image.config?.platform;
	const layers = image.manifest?.layers ?? [];
	const size = layers.reduce((sum, layer) => sum + layer.size, 0);
	const attested = image.attestations.length > 0 ? `  ${image.attestations.length} attestation${image.attestations.length === 1 ? '' : 's'}` : '';
	const head = `${platform ? printable(platformName(platform)) : 'unknown platform'}  ${image.error ? printable(image.error) : `${formatSize(size)}  ${layers.length} layers${attested}`}  ${dim(image.descriptor.digest)}`;
	const rows = layers.map((layer, index) => {
		const step = image.config?.history.find(({ layer: at }) => at === index)?.createdBy ?? '';
		const text = step.replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/, '').replace(/\s+/g, ' ');
		return `${formatSize(layer.size).padStart(9)}  ${dim(layer.digest.slice(7, 19))}  ${printable(text.length > 90 ? `${text.slice(0, 89)}…` : text)}`;
	});
	return [head, ...rows.flatMap((row, index) => branch(index === rows.length - 1, [row]))];
}

function branch(last: boolean, [head = '', ...rest]: readonly string[]): string[] {
	return [`${last ? '└─' : '├─'} ${head}`, ...rest.map(line => `${last ? '  ' : '│ '} ${line}`)];
}

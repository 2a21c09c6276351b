import type { QuayArtifactType, QuayConfigFacts, Span } from '../../model/index.ts';
import { lineStartAt } from '../../util/lineBounds.ts';
import type { TextMap } from '../../util/textMap.ts';
import { asMap, findPair, itemsOf, pairsOf, resolved } from '../yaml/lookup.ts';
import { readYaml } from '../yaml/readYaml.ts';
import type { YamlNode } from '../yaml/yamlNode.ts';

const key = 'ALLOWED_OCI_ARTIFACT_TYPES';
const ignoreKey = 'IGNORE_UNKNOWN_MEDIATYPES';

/**
 * What a Quay `config.yaml` says of the artifact types it takes; `undefined` when it sets neither `ALLOWED_OCI_ARTIFACT_TYPES` nor
 * `IGNORE_UNKNOWN_MEDIATYPES`. `map` is the YAML text, `outerText` the file it stands in (the config itself, a Markdown fence, a
 * Secret); spans are in the file. Where the last line of the file has no line end, an insertion's `indent` begins with one.
 */
export function readQuayConfig(map: TextMap, outerText: string): QuayConfigFacts | undefined {
	if (!map.text.includes(key) && !map.text.includes(ignoreKey)) { return undefined; }
	for (const { root } of readYaml(map.text)) {
		const config = asMap(root);
		const pair = findPair(config, key);
		const ignored = resolved(findPair(config, ignoreKey)?.value);
		if (!pair && ignored?.kind !== 'scalar') { continue; }
		const types = pairsOf(asMap(pair?.value)).map(type => artifactType(map, outerText, type.key, type.value));
		const insertion = insertionBehind(types.at(-1), outerText);
		return {
			...(pair && { keySpan: map.outerSpan(pair.key.span) }),
			types,
			...(insertion && { insertion }),
			...(ignored?.kind === 'scalar' && {
				ignoreUnknownMediaTypes: { value: /^(?:true|yes|on)$/i.test(ignored.value), span: map.outerSpan(ignored.span) },
			}),
		};
	}
	return undefined;
}

/** A new key goes behind the last one, whose list is written over lines. */
function insertionBehind(last: QuayArtifactType | undefined, text: string): QuayConfigFacts['insertion'] {
	if (!last?.insertion) { return undefined; }
	const { offset, indent: items, eol } = last.insertion;
	const keyIndent = /^[ \t]*(?=["']?$)/.exec(text.slice(lineStartAt(text, last.keySpan.start), last.keySpan.start))?.[0];
	if (keyIndent === undefined) { return undefined; }
	return items.startsWith(eol) ? { offset, indent: eol + keyIndent, itemIndent: items, eol } : { offset, indent: keyIndent, itemIndent: items, eol };
}

function artifactType(map: TextMap, outerText: string, name: Extract<YamlNode, { kind: 'scalar' }>, value: YamlNode | undefined): QuayArtifactType {
	const layerTypes = itemsOf(value).flatMap(item => {
		const scalar = resolved(item);
		return scalar?.kind === 'scalar' ? [{ value: scalar.value, span: map.outerSpan(item.span) }] : [];
	});
	const list = value?.kind === 'seq' && !value.flow ? value : undefined;
	const last = list?.items.at(-1);
	const insertion = last && insertionAfter(outerText, map.outerSpan(last.span));
	const flowInsertion = value?.kind === 'seq' && value.flow ? flowInsertionIn(map, outerText, value) : undefined;
	return { configType: name.value, keySpan: map.outerSpan(name.span), layerTypes, ...(insertion && { insertion }), ...(flowInsertion && { flowInsertion }) };
}

/** Behind the last item; one that stands on a line of its own is followed by another such line. */
function flowInsertionIn(map: TextMap, text: string, { items, span }: Extract<YamlNode, { kind: 'seq' }>): QuayArtifactType['flowInsertion'] {
	const last = items.at(-1);
	if (!last) { return { offset: map.outerSpan(span).start + 1, separator: '' }; }
	const at = map.outerSpan(last.span);
	const before = /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, at.start - 200), at.start))?.[0];
	return { offset: at.end, separator: `,${before ?? ' '}` };
}

function insertionAfter(text: string, item: Span): QuayArtifactType['insertion'] {
	const lineStart = lineStartAt(text, item.start);
	const dash = text.lastIndexOf('-', item.start - 1);
	if (dash < lineStart) { return undefined; }
	const indent = text.slice(lineStart, dash);
	const newline = text.indexOf('\n', item.end);
	const eol = text[text.indexOf('\n', lineStart > 0 ? lineStart - 1 : 0) - 1] === '\r' ? '\r\n' : '\n';
	if (newline === -1) { return { offset: text.length, indent: eol + indent, eol }; }
	return { offset: newline + 1, indent, eol };
}

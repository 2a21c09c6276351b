import assert from 'node:assert/strict';
import { kubernetesCard } from '../../../src/core/extract/kubernetes/card.ts';
import { quayConfigCard } from '../../../src/core/extract/quayConfig/card.ts';
import { readQuayConfig } from '../../../src/core/extract/quayConfig/readQuayConfig.ts';
import type { QuayConfigFacts } from '../../../src/core/model/index.ts';
import { sliceMap } from '../../../src/core/util/textMap.ts';
import { extractWith } from '../../support/expectUses.ts';

const type = 'application/vnd.in-toto+json';

function insertInto(text: string, facts: QuayConfigFacts | undefined): string {
	const { offset, indent, eol } = facts!.types[0]!.insertion!;
	return `${text.slice(0, offset)}${indent}- ${type}${eol}${text.slice(offset)}`;
}

describe('Quay configuration', () => {
	const before = 'SERVER_HOSTNAME: q\nALLOWED_OCI_ARTIFACT_TYPES:\n    application/vnd.oci.image.config.v1+json:\n        - application/vnd.oci.image.layer.v1.tar+zstd\n';
	const added = `        - ${type}\n`;
	const after = '    application/vnd.sylabs.sif.config.v1+json:\n    - application/vnd.sylabs.sif.layer.v1+tar\n';

	it('tells each list with the place of every item', () => {
		const text = before + after;
		const { quay } = extractWith(quayConfigCard, 'config.yaml', text);
		assert.equal(text.slice(quay?.keySpan?.start, quay?.keySpan?.end), 'ALLOWED_OCI_ARTIFACT_TYPES');
		assert.deepEqual(quay?.types.map(one => [text.slice(one.keySpan.start, one.keySpan.end), one.layerTypes.map(({ value, span }) => [value, text.slice(span.start, span.end) === value])]), [
			['application/vnd.oci.image.config.v1+json', [['application/vnd.oci.image.layer.v1.tar+zstd', true]]],
			['application/vnd.sylabs.sif.config.v1+json', [['application/vnd.sylabs.sif.layer.v1+tar', true]]],
		]);
	});

	it('tells where a new item goes', () => {
		assert.equal(insertInto(before + after, extractWith(quayConfigCard, 'config.yaml', before + after).quay), before + added + after);
	});

	it('with CRLF', () => {
		const [crlf, expected] = [before + after, before + added + after].map(text => text.replaceAll('\n', '\r\n'));
		assert.equal(insertInto(crlf!, extractWith(quayConfigCard, 'config.yaml', crlf!).quay), expected);
	});

	it('at the end of a file without a last line end', () => {
		const text = before.trimEnd();
		assert.equal(insertInto(text, extractWith(quayConfigCard, 'config.yaml', text).quay), before + added);
	});

	it('offers no place in a list in brackets', () => {
		const { quay } = extractWith(quayConfigCard, 'config.yaml', 'ALLOWED_OCI_ARTIFACT_TYPES: {a: [b, c]}\n');
		assert.deepEqual(quay?.types.map(one => [one.configType, one.layerTypes.map(({ value }) => value), one.insertion]), [['a', ['b', 'c'], undefined]]);
	});

	it('in a fence of a document, indented', () => {
		const text = `- config:\n\n  ~~~yaml\n${before.replace(/^/gm, '  ').trimEnd()}\n  ~~~\n`;
		const start = text.indexOf('yaml\n') + 5;
		const end = text.indexOf('\n  ~~~\n', start) + 1;
		assert.equal(insertInto(text, readQuayConfig(sliceMap(text, { start, end }), text)), `${text.slice(0, end)}  ${added}${text.slice(end)}`);
	});

	it('inside a Secret', () => {
		const indented = before.replace(/^(?=.)/gm, '    ');
		const text = `apiVersion: v1\nkind: Secret\nstringData:\n  config.yaml: |\n${indented}`;
		assert.equal(insertInto(text, extractWith(kubernetesCard, 'secret.yaml', text).quay), `${text}    ${added}`);
	});

	it('reads IGNORE_UNKNOWN_MEDIATYPES', () => {
		const text = `${before}IGNORE_UNKNOWN_MEDIATYPES: true\n`;
		assert.equal(extractWith(quayConfigCard, 'config.yaml', text).quay?.ignoreUnknownMediaTypes?.value, true);
	});

	it('claims by its keys', () => {
		assert.equal(quayConfigCard.matches('conf/any.yaml', undefined, before), true);
		assert.equal(quayConfigCard.matches('config.yaml', undefined, 'SERVER_HOSTNAME: q\nFEATURE_X: true\n'), true);
		assert.equal(quayConfigCard.matches('quay.yaml', undefined, 'IGNORE_UNKNOWN_MEDIATYPES: true\n'), true);
		assert.equal(quayConfigCard.matches('config.yaml', undefined, 'a: b\n'), false);
	});
});

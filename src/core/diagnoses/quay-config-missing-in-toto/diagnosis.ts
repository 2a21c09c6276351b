import type { Edit, FileFacts, QuayArtifactType, QuayConfigFacts } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { quayVersion } from '../support/quayVersion.ts';

/** `ALLOWED_OCI_ARTIFACT_TYPES` replaces the list built into Quay, it does not extend it; BuildKit's attestations are then refused (Quay up to 3.11). */
export const quayConfigMissingInToto = defineDiagnosis({
	code: 'quay-config-missing-in-toto',
	title: 'Quay\'s list of types lacks in-toto',
	severity: 'warning',
	*document({ quay }, { workspace }) {
		const images = quay?.types.find(({ configType }) => configType === imageConfig);
		if (!quay?.keySpan || quay.types.length === 0 || isNotChecked(quay, workspace)) { return; }
		const listed = new Set(images?.layerTypes.map(({ value }) => value));
		if (listed.has(inToto)) { return; }
		const at = images?.keySpan ?? quay.keySpan;
		const message = { text: 'This list replaces the one built into Quay and lacks "{type}".', args: { type: inToto } };
		const insert = images ? insertionInto(images) : newKey(quay);
		if (!insert) {
			yield { at, message };
			return;
		}
		const missing = builtIn.filter(type => !listed.has(type));
		yield {
			at,
			message,
			fixes: [
				editFix({ text: 'Insert "{type}" into the list', args: { type: inToto } }, insert([inToto])),
				editFix({ text: 'Insert all {count} types built into Quay', args: { count: missing.length } }, insert(missing), false),
			],
		};
	},
});

/** From 3.12 on Quay reads the list no more; 3.9 to 3.11 can be told to take unknown types. */
function isNotChecked({ ignoreUnknownMediaTypes }: QuayConfigFacts, workspace: readonly FileFacts[]): boolean {
	const minor = quayVersion(workspace)?.minor;
	return minor !== undefined && (minor >= 12 || (minor >= 9 && ignoreUnknownMediaTypes?.value === true));
}

type Insert = (types: readonly string[]) => readonly Edit[];

/** Writes the key for images behind the last key, with its list. */
function newKey({ insertion }: QuayConfigFacts): Insert | undefined {
	if (!insertion) { return undefined; }
	const { offset, indent, itemIndent, eol } = insertion;
	// Behind a last line without line end the indentation begins with one, and the file keeps having none.
	const end = indent.startsWith(eol) ? '' : eol;
	return types => [{
		span: { start: offset, end: offset },
		newText: `${indent}${imageConfig}:${end}${types.map(type => `${itemIndent}- ${type}${end}`).join('')}`,
	}];
}

/** Writes more types at the end of the list, as it is written itself; `undefined` where there is none. */
function insertionInto({ insertion, flowInsertion }: QuayArtifactType): Insert | undefined {
	if (flowInsertion) {
		const { offset, separator } = flowInsertion;
		return types => [{ span: { start: offset, end: offset }, newText: separator + types.join(separator || ', ') }];
	}
	if (!insertion) { return undefined; }
	const { offset, indent, eol } = insertion;
	// Behind a last line without line end the indentation begins with one, and the file keeps having none.
	const end = indent.startsWith(eol) ? '' : eol;
	return types => [{ span: { start: offset, end: offset }, newText: types.map(type => `${indent}- ${type}${end}`).join('') }];
}

const imageConfig = 'application/vnd.oci.image.config.v1+json';
const inToto = 'application/vnd.in-toto+json';

/** What Quay 3.8 takes beside image layers when nothing replaces its list. */
const builtIn: readonly string[] = [
	'application/vnd.dev.cosign.simplesigning.v1+json',
	'application/vnd.dsse.envelope.v1+json',
	'text/spdx',
	'text/spdx+xml',
	'text/spdx+json',
	'application/vnd.syft+json',
	'application/vnd.cyclonedx',
	'application/vnd.cyclonedx+xml',
	'application/vnd.cyclonedx+json',
	inToto,
];

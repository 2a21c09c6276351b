import type { Message } from '../../model/index.ts';
import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

const kinds = ['invalid-digest', 'unsupported-digest-algorithm', 'invalid-digest-length'];

/** What follows the at sign is no digest: 64 lower-case hexadecimal digits after `sha256:` (OCI descriptor.md, Digests). */
export const refDigestInvalid = defineDiagnosis({
	code: 'ref-digest-invalid',
	title: 'Malformed digest',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts }) {
		const { error, value } = use;
		if (use.class !== 'invalid' || !error || !value || !kinds.includes(error.kind)) { return; }
		const digest = value.slice(value.indexOf('@') + 1);
		// A variable without a value has its own finding; one that is empty may have a value elsewhere.
		if (/^(?:\w+:)?$/.test(digest) && use.variables.some(variable => !variable.value)) { return; }
		// Pages abbreviate.
		if (/[${}<>%]|\.\.\.|…|x{8}/i.test(digest) || (facts.kind === 'markdown' && /^sha\d+:[0-9a-f]{0,63}$/.test(digest))) { return; }
		yield { at: use.spans.digest ?? use.errorSpan ?? use.span, message: messageOf(digest) };
	},
});

function messageOf(digest: string): Message {
	const [algorithm = '', hex = ''] = digest.split(':');
	const length = ({ sha256: 64, sha384: 96, sha512: 128 } as Readonly<Record<string, number>>)[algorithm];
	if (length === undefined || hex === '') { return { text: '"{digest}" is no digest.', args: { digest } }; }
	if (hex.length !== length) {
		return { text: 'A {algorithm} digest has {length} hexadecimal digits, but this one has {count}.', args: { algorithm, length, count: hex.length } };
	}
	return { text: 'A digest has lower-case hexadecimal digits only.' };
}

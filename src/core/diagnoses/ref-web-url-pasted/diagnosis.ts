import type { ImageUse, Span } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { referenceOfWebAddress } from '../../reference/referenceOfWebAddress.ts';
import { editPiece } from '../support/editPiece.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { spanOfPart } from '../support/variableExpression.ts';

/** The address of a registry's web page in place of the image: `hub.docker.com/_/node`. */
export const refWebUrlPasted = defineDiagnosis({
	code: 'ref-web-url-pasted',
	title: 'Web page address in place of an image',
	severity: 'error',
	*use(given, { workspace }) {
		const use = repositoryUse(given);
		const found = use.value !== undefined && (use.class === 'image' || use.class === 'artifact' || use.class === 'invalid')
			? addressIn(use.value)
			: undefined;
		if (!found) { return; }
		const part = { start: 0, end: found.address.length };
		const written = writtenSpan(use, found.address);
		const at = written ?? spanOfPart(use, part);
		const edit = written ? { span: written, newText: found.image } : editPiece(use, part, found.image, workspace);
		yield {
			at: at ?? use.span,
			message: { text: '"{address}" is a web page; the image is "{image}".', args: { address: found.address, image: found.image } },
			fixes: edit ? [editFix({ text: 'Change the repository to "{name}"', args: { name: found.image } }, [edit])] : [],
		};
	},
});

/** The address without a tag or digest put behind it, and the image's full name. */
function addressIn(value: string): { readonly address: string; readonly image: string } | undefined {
	const address = value.replace(/@[^/@]*$/, '').replace(/:[^/:]*$/, '');
	const short = referenceOfWebAddress(address);
	const parsed = short === undefined ? undefined : parseReference(short);
	return parsed?.ok ? { address, image: parsed.reference.repository } : undefined;
}

/** Where the address is written; its tag may stand elsewhere. */
function writtenSpan({ text, value, span: { start } }: ImageUse, address: string): Span | undefined {
	return text === value || text === address ? { start, end: start + address.length } : undefined;
}

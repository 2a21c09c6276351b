import type { FileFacts, Fix, ImageUse } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { editDistance } from './editDistance.ts';

/**
 * Stages that may have been meant by a bare name which is no image: earlier ones of the same Dockerfile with a similar name
 * (BuildKit knows a stage only after its FROM). Not safe: nobody but the writer knows.
 */
export function stageFixes(use: ImageUse, facts: Pick<FileFacts, 'dockerfile'>): readonly Fix[] {
	const written = use.text;
	if (use.value !== written || !/^[a-z0-9][\w.-]*$/.test(written)) { return []; }
	const limit = written.length < 6 ? 1 : 2;
	return (facts.dockerfile?.stages ?? []).flatMap(({ name, span }) =>
		name !== undefined && span.start < use.span.start && editDistance(written, name, limit) <= limit
			? [editFix({ text: 'Change to stage "{name}"', args: { name } }, [{ span: use.span, newText: name }], false)]
			: []);
}

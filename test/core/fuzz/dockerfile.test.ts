import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import { partSpans } from '../../../src/core/reference/partSpans.ts';
import { readText } from '../dockerfile/support.ts';
import { patience, seed, settings } from './runs.ts';

const piece = fc.oneof(
	fc.constantFrom('FROM ', 'COPY ', 'RUN ', 'ARG ', 'ONBUILD ', 'ADD ', '--from=', '--mount=', '--platform=', 'from=', 'AS ', '\n', '\r\n', '\r', '\\\n', '`\n', '# ', '# syntax=', '# escape=`\n', '//', '{"syntax":"', '"', '\'', '\\', '$', '${', '}', ':-', '#', '%', '/', '<<', '<<-', 'EOF', '\nEOF\n', ',', ':', '@', ' ', '\t', '\u00a0', '\ufeff', 'a', 'B', '0', '.', 'sha256:', '😀', '\ud800'),
	fc.string({ maxLength: 4, unit: 'grapheme' }),
);
const text = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));

describe(`any text is read (seed ${seed})`, function () {
	this.timeout(patience);

	it('as a Dockerfile: no exception, all spans inside, all texts true', () => {
		fc.assert(fc.property(text, input => {
			const { uses, dockerfile } = readText(input);
			const spans = [
				...uses.flatMap(use => [use.span, use.errorSpan, ...Object.values(use.spans), use.owner?.span, ...use.variables.map(each => each.source?.span)]),
				...dockerfile!.instructions.flatMap(each => [each.span, each.keywordSpan]),
				...dockerfile!.stages.flatMap(each => [each.span, each.nameSpan]),
				...dockerfile!.args.flatMap(each => [each.nameSpan, each.valueSpan]),
			];
			for (const span of spans) { assert(!span || (span.start >= 0 && span.start <= span.end && span.end <= input.length)); }
			for (const { value, spans: parts, reference } of uses) {
				if (reference?.tag !== undefined && parts.tag) { assert.equal(input.slice(parts.tag.start, parts.tag.end).replace(/\\[ \t]*\r?\n/g, ''), reference.tag, value); }
			}
		}), settings(2000));
	});

	it('as a reference: parts inside, and what is read is read again as the same', () => {
		fc.assert(fc.property(text, input => {
			for (const span of Object.values(partSpans(input))) { assert(span.start < span.end && span.end <= input.length); }
			const parsed = parseReference(input);
			if (!parsed.ok) {
				assert(parsed.error.start >= 0 && parsed.error.start <= parsed.error.end && parsed.error.end <= input.length);
				return;
			}
			assert.deepEqual(parseReference(parsed.reference.canonical), parsed);
		}), settings(2000));
	});
});

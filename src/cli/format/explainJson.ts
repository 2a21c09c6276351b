import type { Investigation } from '../../core/engine/investigate.ts';
import { editsOf } from '../../core/explain/editsOf.ts';
import type { Span } from '../../core/model/index.ts';
import { docsUrl } from '../../core/util/docsUrl.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import type { Range } from '../positions.ts';
import { fixJson } from './json.ts';
import { jsonText } from './jsonText.ts';

/** The causes as the command line contract prints them: `{ "matches": [...] }`. Lines of matches and places are 1-based, ranges 0-based. */
export function explanationJson(causes: readonly Investigation[], rangeOf: (file: string, span: Span) => Range): string {
	return `${jsonText({ matches: causes.map(one => matchJson(one, rangeOf)) }, 2)}\n`;
}

function matchJson({ match, places, causes, decision }: Investigation, rangeOf: (file: string, span: Span) => Range): object {
	return {
		code: decision?.code ?? match.code,
		line: match.line,
		...(match.reference === undefined ? {} : { reference: match.reference }),
		...(match.host === undefined ? {} : { host: match.host }),
		message: formatMessage(decision?.message ?? match.message),
		text: match.text,
		count: match.count,
		...(decision ? { evidence: decision.evidence } : {}),
		...(causes.length > 0 ? { causes: causes.map(({ code, message }) => ({ code, message: formatMessage(message) })) } : {}),
		places: places.map(({ file, span, by }) => {
			const range = rangeOf(file, span);
			return { file, range, line: range.start.line + 1, by };
		}),
		fixes: [
			...editsOf(places).map(({ fix, file }) => fixJson(fix, { file }, { rangeOf })),
			...match.remedies.map(({ title, text }) => ({ title: formatMessage(title), edits: [], action: { type: 'copy', text } })),
		],
		docs: docsUrl(decision?.code ?? match.code),
	};
}

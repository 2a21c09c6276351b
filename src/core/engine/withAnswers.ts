import type { Finding } from '../model/index.ts';

/** What the text showed and what registries answered, in no order: of the same sentence at the same place the answer counts, which knows more. */
export function withAnswers(shown: readonly Finding[], answered: readonly Finding[]): readonly Finding[] {
	const places = new Set(answered.map(placeOf));
	return [...shown.filter(finding => !places.has(placeOf(finding))), ...answered];
}

function placeOf({ code, span, message }: Finding): string {
	return `${code} ${span.start} ${span.end} ${message.text}`;
}

import { headersOf, type HttpAnswer } from '../transport/httpAnswer.ts';

/**
 * The texts of `Warning: 299 - "…"` headers (OCI Distribution, "Warnings"): exactly this form, without a date; texts
 * with control characters, and further ones than ten, are left out.
 */
export function warningsOf(answer: Pick<HttpAnswer, 'headers'>): readonly string[] {
	const texts = headersOf(answer, 'warning').flatMap(value =>
		[...value.matchAll(/(?:^|,)\s*299 - "((?:[^"\\]|\\.)*)"\s*(?=,|$)/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')));
	return [...new Set(texts)].filter(text => text !== '' && !/[\u0000-\u001f\u007f]/.test(text)).slice(0, 10);
}

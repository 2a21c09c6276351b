import { headerOf, type HttpAnswer } from '../transport/httpAnswer.ts';

/** What an error body says. */
export interface RegistryError {
	/** `MANIFEST_UNKNOWN`, upper case. */
	readonly code?: string;
	readonly message?: string;
	/** The body is a web page. */
	readonly html: boolean;
	/** The body is the specification's `errors` list. */
	readonly standard: boolean;
	/** Any more words, for recognising what the message leaves out. */
	readonly detail: string;
}

/** Reads an error body leniently: `errors[]`, `{details}`, `{message}`, `{error}`, plain text, a web page. */
export function errorOf(answer: Pick<HttpAnswer, 'body' | 'headers'>): RegistryError {
	if (isWebPage(answer)) { return { html: true, standard: false, detail: '' }; }
	const text = answer.body.subarray(0, 65536).toString('utf8').trim();
	if (text === '') { return { html: false, standard: false, detail: '' }; }
	let parsed: unknown;
	try { parsed = JSON.parse(text); } catch { return { message: text.split('\n', 1)[0] ?? '', html: false, standard: false, detail: text.slice(0, 1000) }; }
	const root = record(parsed);
	const list: unknown = root?.['errors'];
	const first = Array.isArray(list) ? record(list[0]) : undefined;
	const from = first ?? root;
	const code = string(from?.['code']);
	const message = string(from?.['message'])
		?? string(from?.['details'])
		?? string(from?.['error_description'])
		?? string(from?.['error'])
		?? string(from?.['detail']);
	return {
		...(code === undefined ? {} : { code: code.toUpperCase() }), ...(message === undefined ? {} : { message }),
		html: false, standard: first !== undefined, detail: text.slice(0, 1000),
	};
}

/** The body is a page for a browser, whatever the status is. */
export function isWebPage(answer: Pick<HttpAnswer, 'body' | 'headers'>): boolean {
	const start = answer.body.toString('latin1', 0, 1024).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
	if (start === '' || start.startsWith('{')) { return false; }
	return /^<(!doctype|html|head|body|\?xml)/i.test(start) || headerOf(answer, 'content-type')?.toLowerCase().includes('text/html') === true;
}

function record(value: unknown): Record<string, unknown> | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
}

function string(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Longest message of an answer that is kept, UTF-16 units. */
const longestMessage = 500;

/**
 * A registry's own answer (`{"errors": [{"code": "DENIED", "message": …}]}`, OCI Distribution 1.1, "Error Codes") as tools that read it
 * would print it: `DENIED: requested access to the resource is denied`. The text before it stays. Nothing for text without such an answer.
 */
export function registryAnswer(text: string): string | undefined {
	const at = text.search(/\{\s*"errors"\s*:\s*\[/);
	if (at === -1) { return undefined; }
	const json = text.slice(at);
	const said = parsed(json) ?? glimpsed(json);
	return said === undefined ? undefined : `${text.slice(0, at)}${said}`;
}

function parsed(json: string): string | undefined {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return undefined;
	}
	const { errors } = value as { readonly errors: readonly unknown[] };
	const said = errors.map(sentence).filter(text => text !== undefined);
	return said.length === 0 ? undefined : said.join('; ');
}

function sentence(error: unknown): string | undefined {
	const { code, message, detail } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown; readonly detail?: unknown };
	if (typeof code !== 'string' || !/^[A-Z_]{3,40}$/.test(code)) { return undefined; }
	const own = typeof message === 'string' && message !== '' ? `: ${message.slice(0, longestMessage)}` : '';
	return `${code}${own}${about(detail)}`;
}

/** What `detail` adds: the registry's reason, or the action that was refused. */
function about(detail: unknown): string {
	const reason = typeof detail === 'string' ? detail : (detail as { readonly message?: unknown } | null)?.message;
	if (typeof reason === 'string') { return ` (${reason.slice(0, longestMessage)})`; }
	const actions = Array.isArray(detail)
		? detail.map(one => (one as { readonly Action?: unknown } | null)?.Action).filter(action => typeof action === 'string')
		: [];
	return actions.length === 0 ? '' : ` (action: ${actions.includes('push') ? 'push' : String(actions[0])})`;
}

/** Of an answer that is cut off or followed by more: its first code and message. */
function glimpsed(json: string): string | undefined {
	const code = /"code"\s*:\s*"([A-Z_]{3,40})"/.exec(json)?.[1];
	const message = /"message"\s*:\s*"((?:[^"\\]|\\.){1,500})/.exec(json)?.[1];
	return code === undefined ? undefined : `${code}${message === undefined ? '' : `: ${message.replace(/\\"/g, '"')}`}`;
}

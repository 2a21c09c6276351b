import type { CredentialAnswer } from './credentialSource.ts';
import type { RunHelper } from './runHelper.ts';

/** Asks a credential helper for a server (docker-credential-helpers protocol). A helper that knows nothing is no trouble. */
export async function askHelper(suffix: string, server: string, source: string, run: RunHelper | false): Promise<CredentialAnswer> {
	const helper = `docker-credential-${suffix}`;
	if (!/^[A-Za-z0-9_.-]+$/.test(suffix)) {
		return { trouble: { state: 'failed', helper: 'docker-credential-…', source, message: 'not a valid helper name' } };
	}
	if (run === false) { return {}; }
	const result = await run(helper, server);
	if (result.type === 'missing') { return { trouble: { state: 'missing', helper, source, message: 'not found on PATH' } }; }
	if (result.type === 'failed') {
		if (/credentials not found|no credentials server url|no credentials username/i.test(result.text)) { return {}; }
		return { trouble: { state: 'failed', helper, source, message: firstLine(result.text) } };
	}
	return parse(result.text, helper, source);
}

function parse(text: string, helper: string, source: string): CredentialAnswer {
	let fields: Record<string, unknown>;
	try {
		fields = JSON.parse(text) as Record<string, unknown>;
	} catch { return { trouble: { state: 'failed', helper, source, message: 'its answer is no JSON' } }; }
	const { Username: username, Secret: secret } = fields ?? {};
	if (typeof username !== 'string' || typeof secret !== 'string' || secret === '') { return {}; }
	const label = `${source} (${helper})`;
	return { login: username === '<token>'
		? { type: 'identity', token: secret, source: label }
		: { type: 'password', username, password: secret, source: label } };
}

/** A helper that fails may print what it was to keep. */
function firstLine(text: string): string {
	const line = (text.split('\n').find(one => one.trim() !== '') ?? 'failed').trim();
	return line.replace(/((?:secret|password|passwd|token|credentials?|auth)["']?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,}]+)/gi, '$1***').slice(0, 200);
}

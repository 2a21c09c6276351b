import type { ImageUse } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { makeUse } from '../makeUse.ts';
import type { JsonText } from './json.ts';

const home = 'ghcr.io/devcontainers/features';

/** Names from the time before features were artifacts, and what the devcontainer CLI makes of them (`getBackwardCompatibleFeatureId`). */
const legacy: ReadonlyMap<string, string> = new Map([
	...['aws-cli', 'azure-cli', 'desktop-lite', 'docker-in-docker', 'docker-from-docker', 'dotnet', 'git', 'git-lfs', 'github-cli', 'java',
		'kubectl-helm-minikube', 'node', 'powershell', 'python', 'ruby', 'rust', 'sshd', 'terraform'].map(name => [name, name] as const),
	['golang', 'go'],
	['common', 'common-utils'],
]);

/**
 * What a feature id names: an OCI artifact (no tag means `latest`), a folder or tarball (`local`), a legacy name, or - without a registry
 * in front - something the CLI looks for at GitHub's releases, which has no reference.
 */
export function featureUse(text: string, { value, span }: JsonText): ImageUse {
	const id = value.text;
	const base = {
		kind: 'devcontainer-feature',
		span,
		text: text.slice(span.start, span.end),
		spans: {},
		variables: [],
		alternatives: [],
		platforms: [],
	} as const;
	if (/^(?:\.{1,2}\/|\/|[A-Za-z]:[\\/])/.test(id)) { return { ...base, class: 'local', value: id }; }
	if (/^https?:\/\//i.test(id)) { return { ...base, class: 'local', value: id, optional: true }; }
	if (!/[/\\]/.test(id)) { return legacyUse(text, base, id); }
	const host = id.slice(0, id.indexOf('/'));
	const reachable = /[.:]/.test(host) || host.startsWith('localhost');
	if (!reachable) { return { ...base, class: 'artifact', optional: true }; }
	return makeUse(text, { kind: 'devcontainer-feature', role: 'artifact', span, value: lowered(value) });
}

/** The CLI reads ids in small letters, whatever is written. */
function lowered(value: TextMap): TextMap {
	const text = value.text.replace(/[A-Z]/g, letter => letter.toLowerCase());
	if (text === value.text) { return value; }
	return { ...value, text, verbatim: span => value.verbatim(span) && text.slice(span.start, span.end) === value.text.slice(span.start, span.end) };
}

function legacyUse(text: string, base: Omit<ImageUse, 'class'>, id: string): ImageUse {
	const name = /^[^@:]*/.exec(id)![0];
	const successor = legacy.get(name);
	if (successor === undefined || name !== id) { return { ...base, class: 'artifact', optional: true }; }
	const value = new TextMapBuilder().replaced(`${home}/${successor}:1`, base.span.start, base.span.end).build();
	return makeUse(text, { kind: 'devcontainer-feature', role: 'artifact', span: base.span, value, optional: true });
}

import { readAuthFile, type AuthFile } from './readAuthFile.ts';

const label = 'DOCKER_AUTH_CONFIG';

/**
 * The logins in `DOCKER_AUTH_CONFIG` as Docker 28.3 and newer take them: `auths` whose entries hold `auth` and nothing else.
 * With any other field in it Docker uses none of it (docker/cli, cli/config/configfile, `DisallowUnknownFields`).
 */
export function inlineLogins(text: string): AuthFile {
	const file = readAuthFile(text, label);
	if (file.problem !== undefined || holdsOnly(JSON.parse(text), ['auths'], auths => holdsOnlyAuth(auths))) { return file; }
	return {
		label,
		auths: new Map(),
		helpers: new Map(),
		problem: `${label} has fields that Docker does not take, and is not used`,
		odd: { kind: 'unreadable', source: label, fault: 'fields' },
	};
}

function holdsOnlyAuth(auths: unknown): boolean {
	return typeof auths === 'object' && auths !== null && Object.values(auths).every(entry => holdsOnly(entry, ['auth'], () => true));
}

function holdsOnly(value: unknown, names: readonly string[], each: (inner: unknown) => boolean): boolean {
	return typeof value === 'object' && value !== null && Object.entries(value).every(([name, inner]) => names.includes(name.toLowerCase()) && each(inner));
}

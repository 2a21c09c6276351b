import type { VariableUse } from '../../model/index.ts';
import { baseName } from '../../util/filePath.ts';
import { isSecretName } from '../../util/isSecretName.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import type { WrittenVariable } from '../spanAsWritten.ts';
import { workspaceFolder } from './workspaceFolder.ts';

/** A value after substitution. */
export interface Substituted {
	readonly map: TextMap;
	readonly variables: readonly VariableUse[];
	readonly replaced: readonly WrittenVariable[];
	/** A variable stays as it is written (`${templateOption:…}`, `${containerEnv:…}`) or holds a secret, so that nobody knows the value yet. */
	readonly open: boolean;
	readonly environmentDependent: boolean;
}

/**
 * Replaces `${localEnv:NAME:default}` and the folder variables as the devcontainer CLI does: every colon separates, so a default ends at
 * the next one; `env` is an old name of `localEnv`; a variable that is not set is empty; what is known only in the container stays.
 */
export function substitute(template: TextMap, file: string, environment: Readonly<Record<string, string | undefined>>): Substituted {
	if (!template.text.includes('${')) { return { map: template, variables: [], replaced: [], open: false, environmentDependent: false }; }
	const builder = new TextMapBuilder();
	const variables: VariableUse[] = [];
	const replaced: WrittenVariable[] = [];
	let open = false;
	let environmentDependent = false;
	let literal = 0;
	for (const match of template.text.matchAll(/\$\{([^}\n]*)\}/g)) {
		const at = match.index;
		const end = at + match[0].length;
		const [kind, ...parts] = match[1]!.split(':');
		appendMapped(builder, template, literal, at);
		literal = end;
		const outer = template.outerSpan({ start: at, end });
		if (kind === 'localWorkspaceFolderBasename' || kind === 'containerWorkspaceFolderBasename') {
			builder.replaced(baseName(workspaceFolder(file)), outer.start, outer.end);
			environmentDependent = true;
			continue;
		}
		if ((kind !== 'localEnv' && kind !== 'env') || parts.length === 0) {
			appendMapped(builder, template, at, end);
			variables.push({ name: match[1]! });
			open = true;
			continue;
		}
		const name = parts[0]!;
		const given = Object.hasOwn(environment, name) ? environment[name] : undefined;
		const secret = given !== undefined && isSecretName(name);
		const value = secret ? '' : given;
		environmentDependent = true;
		if (value === undefined && parts.length > 1) {
			const start = at + 2 + kind.length + 1 + name.length + 1;
			appendMapped(builder, template, start, start + parts[1]!.length);
			replaced.push({ outer, ...(parts[1] !== '' && { content: template.outerSpan({ start, end: start + parts[1]!.length }) }) });
			variables.push({ name, origin: 'default', value: parts[1]! });
			continue;
		}
		if ((value ?? '') === '') { replaced.push({ outer }); }
		builder.replaced(value ?? '', outer.start, outer.end);
		variables.push({ name, ...(value !== undefined && { value, origin: 'environment' as const }) });
		if (value === undefined || secret) { open = true; }
	}
	appendMapped(builder, template, literal, template.text.length);
	return { map: builder.build(), variables, replaced, open, environmentDependent };
}

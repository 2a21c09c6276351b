import type { StatementSummary } from '../../protocol/inspectView.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a statement (in-toto, also inside a DSSE envelope) says: SLSA provenance 0.2 and 1, SPDX 2, CycloneDX 1; anything else is `other`.
 * `undefined` when the text is no JSON object.
 */
export function statementSummary(text: string): StatementSummary | undefined {
	const outer = parsed(text);
	const payload = outer && word(outer['payload']);
	const statement = payload === undefined ? outer : parsed(Buffer.from(payload, 'base64').toString('utf8'));
	if (!statement) { return undefined; }
	const type = word(statement['predicateType']) ?? '';
	const predicate = fields(statement['predicate']);
	if (/slsa|provenance/i.test(type)) { return provenance(predicate); }
	if (/spdx/i.test(type)) { return spdx(predicate); }
	return /cyclonedx/i.test(type) ? cyclonedx(predicate) : { kind: 'other' };
}

function provenance(predicate: Fields): StatementSummary {
	const definition = fields(predicate['buildDefinition']);
	const run = fields(predicate['runDetails']);
	const metadata = fields(run['metadata'] ?? predicate['metadata']);
	const kit = fields(metadata['buildkit_metadata'] ?? metadata['https://mobyproject.org/buildkit@v1#metadata']);
	const vcs = fields(kit['vcs']);
	const invoked = fields(fields(predicate['invocation'])['configSource']);
	return {
		kind: 'provenance',
		...some('builder', word(fields(run['builder'] ?? predicate['builder'])['id'])),
		...some('buildType', word(definition['buildType'] ?? predicate['buildType'])),
		...some('source', word(vcs['source']) ?? word(invoked['uri'])),
		...some('revision', word(vcs['revision']) ?? word(fields(invoked['digest'])['sha1'])),
		materials: list(definition['resolvedDependencies'] ?? predicate['materials']).length,
		...some('started', word(metadata['startedOn'] ?? metadata['buildStartedOn'])),
		...some('finished', word(metadata['finishedOn'] ?? metadata['buildFinishedOn'])),
	};
}

function spdx(predicate: Fields): StatementSummary {
	const creation = fields(predicate['creationInfo']);
	const tools = list(creation['creators']).flatMap(creator => /^Tool: *(.+)/.exec(word(creator) ?? '')?.[1] ?? []);
	return {
		kind: 'sbom',
		packages: list(predicate['packages']).length,
		files: list(predicate['files']).length,
		tools,
		...some('created', word(creation['created'])),
	};
}

/** Tools are a list up to version 1.4, an object with components since. */
function cyclonedx(predicate: Fields): StatementSummary {
	const metadata = fields(predicate['metadata']);
	const tools = Array.isArray(metadata['tools']) ? list(metadata['tools']) : list(fields(metadata['tools'])['components']);
	const components = list(predicate['components']);
	const files = components.filter(component => fields(component)['type'] === 'file').length;
	return {
		kind: 'sbom', packages: components.length - files, files,
		tools: tools.flatMap(tool => [word(fields(tool)['name']), word(fields(tool)['version'])].filter(Boolean).join('-') || []),
		...some('created', word(metadata['timestamp'])),
	};
}

function some<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
	return value === undefined ? {} : { [key]: value } as Record<K, string>;
}

function parsed(text: string): Fields | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : undefined;
	} catch {
		return undefined;
	}
}

function fields(value: unknown): Fields {
	return typeof value === 'object' && value !== null ? value as Fields : {};
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function word(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

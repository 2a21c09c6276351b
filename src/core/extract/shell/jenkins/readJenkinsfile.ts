import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { ImageUse } from '../../../model/index.ts';
import { appendMapped } from '../../appendMapped.ts';
import { kubernetesCard } from '../../kubernetes/card.ts';
import { batchMap } from '../batchMap.ts';
import { HostReader } from '../hosts/hostReader.ts';
import { powerShellMap } from '../powerShellMap.ts';
import { dollarSyntax } from '../textWord.ts';
import { groovyMap } from './groovyMap.ts';
import { groovyTokens } from './groovyTokens.ts';
import type { GroovyToken } from './groovyTokens.ts';
import { groovyValues } from './groovyValues.ts';
import type { GroovyValues } from './groovyValues.ts';

/** Calls whose string is a script. */
const scripts = new Set(['sh', 'bat', 'powershell', 'pwsh']);
/** Blocks and calls in which `image` names a container. */
const containers = new Set(['docker', 'dockerContainer', 'containerTemplate', 'withDockerContainer', 'container']);
/** Pods are read by a copy of the text; more of them are no pipeline. */
const mostPods = 20;

interface Block {
	/** The call or the word in front of it. */
	readonly name: string;
	/** What `docker.withRegistry` names. */
	readonly registry?: GroovyToken;
}

/** The references and commands of a Jenkinsfile, declarative or scripted. */
export function readJenkinsfile(file: string, text: string, folders: readonly string[]): Pick<HostReader['collection'], 'facts'> {
	const reader = new HostReader(file, text, 'jenkinsfile');
	const tokens = groovyTokens(text);
	const { values, environment } = groovyValues(file, tokens);
	const syntax = dollarSyntax(name => values.get(name));
	const around: Block[] = [];
	let closed: Block | undefined;
	let pods = 0;
	const use = (map: TextMap, kind: ImageUse['kind'], role: 'image' | 'build-output'): void => { reader.use(map, kind, role, syntax); };
	const script = (token: GroovyToken, name: string, index: number): void => {
		const joint = tokens[index + 1]?.text === '+' ? tokens[index + 2] : undefined;
		const map = joint ? continued(groovyMap(token), joint) : groovyMap(token);
		const power = name === 'powershell' || name === 'pwsh';
		reader.script(power ? powerShellMap(map) : name === 'bat' ? batchMap(map) : map, {
			folders, environment, variables: values, ...(power && { continuation: '`' }), ...(name === 'bat' && { continuation: '^' }),
		});
	};
	const pod = (token: GroovyToken): void => { if (/^\s*apiVersion:/m.test(token.text) && ++pods <= mostPods) { readPod(reader, token); } };
	tokens.forEach((token, index) => {
		const before = tokens[index - 1];
		if (token.kind === 'sign') {
			if (token.text === '(' || token.text === '{') {
				const block = token.text === '{' && before?.text === ')' ? closed : undefined;
				around.push(block ?? blockOf(tokens, index));
			}
			if (token.text === ')' || token.text === '}') { closed = around.pop(); }
			return;
		}
		if (token.kind !== 'string' || !before) { return; }
		const inner = around.at(-1)?.name ?? '';
		const call = before.text === '(' && before.kind === 'sign' ? tokens[index - 2] : before;
		const at = call === before ? index - 1 : index - 2;
		const isMember = (name: string): boolean => call?.text === name && tokens[at - 1]?.text === '.' && tokens[at - 2]?.text === 'docker';
		if (isMember('build')) {
			addBuild(reader, tokens, index, tokens[at - 2]!.span.start, { name: qualified(token, around), variables: values, environment, folders });
			return;
		}
		if (isMember('image')) {
			use(qualified(token, around), pushes(tokens, index) ? 'workflow-push' : 'workflow-container', pushes(tokens, index) ? 'build-output' : 'image');
			return;
		}
		if (call?.kind === 'word' && scripts.has(call.text)) { script(token, call.text, index); return; }
		if (before.text === ':' && before.kind === 'sign') {
			const key = tokens[index - 2]?.text;
			if (key === 'script') {
				script(
					token,
					tokens.slice(Math.max(0, index - 14), index).findLast(each => each.kind === 'word' && scripts.has(each.text))?.text ?? 'sh',
					index,
				);
			}
			if (key === 'yaml') { pod(token); }
			if (key === 'image' && containers.has(inner)) { use(groovyMap(token), 'workflow-container', 'image'); }
			return;
		}
		const name = call === before ? inner : around.at(-2)?.name ?? '';
		if (call?.kind === 'word' && call.text === 'image' && containers.has(name)) { use(groovyMap(token), 'workflow-container', 'image'); }
		if (call?.kind === 'word' && call.text === 'docker' && name === 'agent') { use(groovyMap(token), 'workflow-container', 'image'); }
		if (call?.kind === 'word' && call.text === 'yaml') { pod(token); }
	});
	return reader.collection;
}

/** What stands in front of a bracket. */
function blockOf(tokens: readonly GroovyToken[], index: number): Block {
	const name = tokens[index - 1]?.kind === 'word' ? tokens[index - 1]!.text : '';
	const first = tokens[index + 1];
	return { name, ...(name === 'withRegistry' && first && { registry: first }) };
}

/** An image's name with the registry that the block around it gives. */
function qualified(token: GroovyToken, around: readonly Block[]): TextMap {
	const map = groovyMap(token);
	const registry = around.findLast(block => block.registry)?.registry;
	if (!registry || registry.text === '' || /^https?:\/\/(?:index\.|registry-1\.)?docker\.(?:io|com)(?:\/|$)/.test(registry.text)) { return map; }
	const host = registry.kind === 'string' && !registry.text.includes('$')
		? registry.text.replace(/^https?:\/\/|\/+$/g, '').replace(/\/v[12]$/, '')
		: '${_registry_}';
	if (map.text.startsWith(`${host}/`)) { return map; }
	const builder = new TextMapBuilder().replaced(`${host}/`, token.inner.start, token.inner.start);
	appendMapped(builder, map, 0, map.text.length);
	return builder.build();
}

/** `docker.image('x').push()` */
function pushes(tokens: readonly GroovyToken[], index: number): boolean {
	return tokens[index + 1]?.text === ')' && tokens[index + 2]?.text === '.' && tokens[index + 3]?.text === 'push';
}

/** `docker.build('x', '-f Dockerfile .')` as the command that it runs. */
function addBuild(
	reader: HostReader,
	tokens: readonly GroovyToken[],
	index: number,
	start: number,
	{ name, ...setting }: {
		readonly name: TextMap;
		readonly variables: GroovyValues['values'];
		readonly environment: GroovyValues['environment'];
		readonly folders: readonly string[]
	},
): void {
	const further = tokens[index + 1]?.text === ',' && tokens[index + 2]?.kind === 'string' ? groovyMap(tokens[index + 2]!) : undefined;
	const joint = tokens[index + 1]?.text === '+' ? tokens[index + 2] : undefined;
	const builder = new TextMapBuilder().replaced('docker build -t ', start, tokens[index]!.inner.start);
	appendMapped(builder, joint ? continued(name, joint) : name, 0, name.text.length + (joint ? openEnd.length : 0));
	const { end } = joint ? joint.span : tokens[index]!.inner;
	builder.replaced(' ', end, end);
	if (further) { appendMapped(builder, further, 0, further.text.length); } else { builder.replaced('.', end, end); }
	reader.collection.add(builder.build(), { file: reader.file, text: reader.text, host: 'jenkinsfile', ...setting, editable: false });
}

const openEnd = '${_groovy_}';

/** With a part behind it that only Groovy knows: `'docker push ' + image`. */
function continued(map: TextMap, { span }: GroovyToken): TextMap {
	const builder = new TextMapBuilder();
	appendMapped(builder, map, 0, map.text.length);
	return builder.replaced(openEnd, span.start, span.end).build();
}

/** A pod written in the pipeline. */
function readPod({ file, text, collection }: HostReader, { inner }: GroovyToken): void {
	const blank = text.slice(0, inner.start).replace(/[^\r\n]/g, ' ') + text.slice(inner.start, inner.end);
	for (const use of kubernetesCard.extract({ file, text: blank, files: new Map(), environment: {}, builds: [] }).uses) {
		collection.addUse({ ...use, text: text.slice(use.span.start, use.span.end) });
	}
}

import type { BuildLink, FileFacts, Span, StepInput, VariableUse, WorkflowStep } from '../../../model/index.ts';
import { joinPath } from '../../../util/filePath.ts';
import { entryPlaces } from '../entryPlaces.ts';

/** What `docker/build-push-action` and buildah's action build: the link to the Dockerfile, `undefined` for other actions. */
export function buildStep({ file, text }: Pick<FileFacts, 'file' | 'text'>, root: string, step: WorkflowStep): BuildLink | undefined {
	const isDocker = /^docker\/build-push-action$/i.test(step.action);
	if (!isDocker && !/^redhat-actions\/buildah-build$/i.test(step.action)) { return undefined; }
	const input = (name: string): StepInput | undefined => step.inputs.find(found => found.name === name);
	const context = input('context')?.value.replace(/^\{\{defaultContext\}\}:?/, '') ?? '.';
	const dockerfile = input('file')?.value ?? input('containerfiles')?.value.trim().split('\n')[0] ?? input('dockerfiles')?.value.trim().split('\n')[0];
	if ([context, dockerfile].some(value => value?.includes('${{')) || /:\/\/|^git@/.test(context)) { return undefined; }
	const platforms = listInput(input('platforms') ?? input('platform'), step, text);
	const target = input('target')?.value;
	const wanted = platforms && !platforms.value.includes('${{') ? platforms.value.split(/[\n,]/).map(part => part.trim()).filter(Boolean) : [];
	const places = platforms && entryPlaces(file, text.slice(platforms.span.start, platforms.span.end), platforms.span, wanted);
	return {
		dockerfile: joinPath(root, dockerfile ?? joinPath(context, 'Dockerfile')),
		args: linesOf(input('build-args')).flatMap(line => argument(file, text, line, input('build-args')!)),
		...(target !== undefined && target !== '' && !target.includes('${{') && { target }),
		platforms: wanted,
		...(places && { platformPlaces: places }),
		contexts: Object.fromEntries(linesOf(input('build-contexts')).flatMap(line =>
			line.includes('=') ? [[line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]] : [])),
		at: { file, span: step.usesSpan },
		label: step.action,
	};
}

/** An input, where the one `env:` value stands that it is by `${{ env.NAME }}`. */
function listInput(input: StepInput | undefined, { environment }: WorkflowStep, text: string): { readonly value: string; readonly span: Span } | undefined {
	if (!input) { return undefined; }
	const name = /^\$\{\{\s*env\.(\w+)\s*\}\}$/.exec(text.slice(input.valueSpan.start, input.valueSpan.end))?.[1];
	const set = environment?.find(entry => entry.name === name)?.value;
	return set && set.value === input.value ? set : { value: input.value, span: input.valueSpan };
}

function linesOf(input: StepInput | undefined): readonly string[] {
	return input?.value.split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#')) ?? [];
}

function argument(file: string, text: string, line: string, { valueSpan }: StepInput): readonly VariableUse[] {
	const equals = line.indexOf('=');
	if (equals <= 0) { return []; }
	const name = line.slice(0, equals);
	const value = line.slice(equals + 1);
	const span = valueOf(text.slice(valueSpan.start, valueSpan.end), name, valueSpan.start) ?? valueSpan;
	return [{ name, ...(!value.includes('${{') && { value }), source: { file, span }, origin: 'build-arg' }];
}

/** What stands behind `name=` on the one line that begins so. */
function valueOf(written: string, name: string, start: number): Span | undefined {
	const [only, ...more] = [...written.matchAll(/^[ \t]*(["']?)([\w.-]+)=([^\r\n]*)/gm)].filter(match => match[2] === name);
	if (!only || more.length > 0) { return undefined; }
	const value = only[3]!.trimEnd();
	const at = start + only.index + only[0].length - only[3]!.length;
	return { start: at, end: at + value.length - (only[1] !== '' && value.endsWith(only[1]!) ? 1 : 0) };
}

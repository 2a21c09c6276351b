import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlPair } from '../../yaml/yamlNode.ts';

/** A matrix with more rounds than these is read as one whose values nobody knows. */
const most = 64;

/**
 * The variables of each round of a GitLab job's `parallel: matrix:`; those that the job, as written in `text`, does not mention are left
 * out, and rounds that then are alike stand once. One round without variables where there is no matrix.
 */
export function parallelRounds(text: string, job: YamlMap): readonly (YamlMap | undefined)[] {
	const matrix = itemsOf(valueOf(asMap(valueOf(job, 'parallel')), 'matrix'));
	if (matrix.length === 0) { return [undefined]; }
	const mentioned = new Set([...text.slice(job.span.start, job.span.end).matchAll(/[$%]\{?([A-Za-z_]\w*)/g)].map(match => match[1]!));
	const rounds = new Map<string, YamlMap>();
	for (const entry of matrix) {
		let lists: readonly (readonly YamlPair[])[] = [[]];
		for (const { key, value } of pairsOf(asMap(entry)).filter(pair => mentioned.has(pair.key.value))) {
			const found = resolved(value);
			const choices = (found?.kind === 'seq' ? found.items : [found]).flatMap((item): YamlPair[] => item ? [{ key, value: item }] : []);
			lists = lists.flatMap(list => choices.map(choice => [...list, choice]));
			if (lists.length > most) { return [undefined]; }
		}
		for (const pairs of lists) {
			rounds.set(pairs.map(({ key, value }) => `${key.value}@${value?.span.start ?? ''}`).join(), { kind: 'map', pairs, flow: true, span: entry.span });
		}
	}
	return rounds.size === 0 || rounds.size > most ? [undefined] : [...rounds.values()];
}

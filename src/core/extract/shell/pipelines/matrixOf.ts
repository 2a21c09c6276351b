import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { scalarOf } from '../hosts/hostReader.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';

type Values = HostVariables['values'];

/** A matrix with more rounds than these is read as one whose values nobody knows. */
const most = 64;
const noRounds: readonly Values[] = [new Map()];

/** The variables in each round of a `matrix:` of lists, or of an `include` list of maps; one round without variables where there is none. */
export function matrixOf(reader: HostReader, matrix: YamlMap | undefined): readonly Values[] {
	if (!matrix) { return noRounds; }
	const included = itemsOf(valueOf(matrix, 'include')).map(item =>
		new Map(pairsOf(asMap(item)).flatMap(({ key, value }) => entry(reader, key.value, value))));
	if (included.length > 0) { return included.length > most ? noRounds : included; }
	let rounds: readonly Values[] = noRounds;
	for (const { key, value } of pairsOf(matrix)) {
		const choices = itemsOf(value).flatMap(item => entry(reader, key.value, item));
		if (choices.length === 0) { continue; }
		rounds = rounds.flatMap(round => choices.map(choice => new Map([...round, choice])));
		if (rounds.length > most) { return noRounds; }
	}
	return rounds;
}

function entry(
	reader: HostReader,
	name: string,
	node: YamlNode | undefined,
): [string, { value: string; open: readonly string[]; source: { file: string; span: { start: number; end: number } } }][] {
	const scalar = scalarOf(node);
	return scalar ? [[name, { value: scalar.value, open: [], source: { file: reader.file, span: scalar.span } }]] : [];
}

import type { ImageUse, VariableUse } from '../../model/index.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import { fileScalar, scalarValue } from '../yaml/fileScalar.ts';
import { asMap, itemsOf, valueOf } from '../yaml/lookup.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';
import { fillParameters } from './parameters.ts';
import type { Parameters } from './parameters.ts';

/** The references of the Dockerfile that an OpenShift BuildConfig holds (`source.dockerfile`), with its `buildArgs`. */
export function buildConfigDockerfile(file: string, text: string, buildConfig: YamlMap, parameters: Parameters): readonly ImageUse[] {
	const spec = asMap(valueOf(buildConfig, 'spec'));
	const inline = fileScalar(text, valueOf(asMap(valueOf(spec, 'source')), 'dockerfile'));
	if (!inline) { return []; }
	const strategy = asMap(valueOf(asMap(valueOf(spec, 'strategy')), 'dockerStrategy'));
	const args = itemsOf(valueOf(strategy, 'buildArgs')).flatMap((item): VariableUse[] => {
		const name = scalarValue(valueOf(asMap(item), 'name'));
		const value = fileScalar(text, valueOf(asMap(item), 'value'));
		return name !== undefined && value ? [{ name, value: value.value.text, origin: 'build-arg', source: { file, span: value.span } }] : [];
	});
	const map = parameters.size > 0 ? fillParameters(inline, parameters).value : inline.value;
	const build = { dockerfile: file, args, contexts: {}, platforms: [], at: { file, span: inline.span }, label: 'BuildConfig' };
	const { uses } = extractDockerfileText(map, { file, outerText: text, builds: [build] });
	// OpenShift puts the strategy's image in the place of the last FROM.
	const replaced = valueOf(strategy, 'from') ? uses.findLast(use => use.kind === 'from') : undefined;
	return uses.filter(use => use !== replaced);
}

import type { HistoryStep, ImageConfig, Manifest } from '../../model/index.ts';
import { asList, asRecord, asText, parseJson } from './jsonValues.ts';
import { parseConfig } from './parseConfig.ts';

/** The configuration inside a schema 1 manifest: its newest `v1Compatibility`, and one history step for each. */
export function schema1Config(manifest: Manifest): ImageConfig | undefined {
	const entries = asList(asRecord(parseJson(manifest.raw))?.['history']).slice(0, 2000)
		.map(entry => asText(asRecord(entry)?.['v1Compatibility']) ?? '{}');
	const newest = entries[0] === undefined ? undefined : parseConfig(Buffer.from(entries[0]), manifest.digest, manifest.layers.length);
	if (!newest) { return undefined; }
	const history = entries.reverse().map((text, layer): HistoryStep => {
		const step = asRecord(parseJson(text));
		const command = asList(asRecord(step?.['container_config'])?.['Cmd']).filter(one => typeof one === 'string').join(' ');
		const created = asText(step?.['created']);
		return {
			...(command === '' ? {} : { createdBy: command }),
			...(created === undefined ? {} : { created }),
			...(step?.['throwaway'] === true ? {} : { layer }),
		};
	});
	return { ...newest, history };
}

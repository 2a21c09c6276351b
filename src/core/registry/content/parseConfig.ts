import type { HistoryStep, ImageConfig } from '../../model/index.ts';
import { asList, asRecord, asText, asTexts, parseJson } from './jsonValues.ts';
import { platformOf } from './parseManifest.ts';

const maximumSteps = 2000;

/**
 * Reads an image configuration (OCI image-spec, config.md; Docker's is the same); `undefined` when it is no JSON object.
 * `layers` is the number of layers in the manifest: history steps are counted onto them from the bottom.
 */
export function parseConfig(bytes: Buffer, digest: string, layers: number): ImageConfig | undefined {
	const raw = bytes.toString('utf8');
	const root = asRecord(parseJson(raw));
	if (!root) { return undefined; }
	const config = asRecord(root['config']) ?? {};
	const texts = (value: unknown): readonly string[] => asList(value).filter((one): one is string => typeof one === 'string');
	const command = (value: unknown): readonly string[] | undefined => typeof value === 'string' ? [value] : Array.isArray(value) ? texts(value) : undefined;
	const optional = {
		created: asText(root['created']), entrypoint: command(config['Entrypoint']), cmd: command(config['Cmd']),
		workingDir: asText(config['WorkingDir']), user: asText(config['User']),
	};
	return {
		digest, raw, platform: platformOf(root) ?? { os: asText(root['os']) ?? '', architecture: asText(root['architecture']) ?? '' },
		...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
		env: texts(config['Env']), exposedPorts: Object.keys(asRecord(config['ExposedPorts']) ?? {}), labels: asTexts(config['Labels']) ?? {},
		diffIds: texts(asRecord(root['rootfs'])?.['diff_ids']), history: alignHistory(root['history'], layers),
	};
}

/** Gives each step that is not empty the next layer; steps beyond the last layer get none. */
export function alignHistory(history: unknown, layers: number): readonly HistoryStep[] {
	let next = 0;
	return asList(history).slice(0, maximumSteps).map(step => {
		const record = asRecord(step) ?? {};
		const optional = { createdBy: asText(record['created_by']), created: asText(record['created']), comment: asText(record['comment']) };
		const layer = record['empty_layer'] === true || next >= layers ? undefined : next++;
		return { ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)), ...(layer === undefined ? {} : { layer }) };
	});
}

import { defineDiagnosis } from '../diagnosis.ts';

/** Compose up to 5.5.0 reads `build.provenance: false` as "not set" (docker/compose#14112). */
export const composeProvenanceFalseIgnored = defineDiagnosis({
	code: 'compose-provenance-false-ignored',
	title: 'Compose ignores provenance: false',
	severity: 'info',
	*document({ entries }) {
		for (const { path, value, keySpan, valueSpan } of entries) {
			const key = /^services\.[^.]+\.build\.(provenance|sbom)$/.exec(path)?.[1];
			if (!key || (value !== false && value !== 'false')) { continue; }
			yield {
				at: { start: keySpan.start, end: valueSpan?.end ?? keySpan.end },
				message: { text: 'Compose up to 5.5.0 ignores "{key}: false".', args: { key } },
				fixes: [{
					title: { text: 'Copy "{command}"', args: { command: `docker compose build --${key}=false` } },
					edits: [],
					action: { type: 'copy', text: `docker compose build --${key}=false` },
					safe: false,
				}],
			};
		}
	},
});

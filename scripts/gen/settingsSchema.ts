import type { Diagnosis } from '../../src/core/diagnoses/diagnosis.ts';
import type { Target } from '../../src/core/model/index.ts';

interface Schema {
	readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The JSON schema of `.pullcheckrc.json` with every code and every target, so that editors complete them; all else stays as it is. */
export function settingsSchema(text: string, diagnoses: readonly Diagnosis[], targets: readonly Target[]): Schema {
	const schema = JSON.parse(text) as Schema;
	const { properties } = schema;
	return {
		...schema,
		properties: {
			...properties,
			severity: {
				...properties['severity'],
				additionalProperties: false,
				properties: Object.fromEntries(diagnoses.map(({ code, title, severity }) => [code, {
					enum: ['error', 'warning', 'info', 'hint', 'off'], default: severity, description: `${title}.`,
				}])),
			},
			targets: { ...properties['targets'], items: { enum: targets.map(({ id }) => id) } },
			platforms: { ...properties['platforms'], items: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+(/[^/\\s]+)?$' } },
		},
	};
}

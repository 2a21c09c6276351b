import type { Diagnosis } from '../diagnoses/diagnosis.ts';
import type { Severity } from '../model/index.ts';
import type { CheckSettings } from './contract.ts';

/** A diagnosis that runs, with the rule that gives its reports their severity; `undefined` drops the report. */
export interface EnabledDiagnosis {
	readonly diagnosis: Diagnosis;
	severityOf(reported: Severity | undefined): Severity | undefined;
}

/**
 * The diagnoses that the settings let run. A severity of the settings wins over everything. Without one, the profile
 * decides: `quiet` keeps errors and warnings, `strict` adds those that are off (as information), `default` is as written.
 */
export function enabledDiagnoses(diagnoses: readonly Diagnosis[], settings: Pick<CheckSettings, 'profile' | 'severity'>): readonly EnabledDiagnosis[] {
	return diagnoses.flatMap(diagnosis => {
		const wanted = settings.severity[diagnosis.code];
		if (wanted === 'off') { return []; }
		if (wanted) { return [{ diagnosis, severityOf: () => wanted }]; }
		if (diagnosis.severity === 'off' && settings.profile !== 'strict') { return []; }
		const own: Severity = diagnosis.severity === 'off' ? 'info' : diagnosis.severity;
		return [{
			diagnosis,
			severityOf: reported => {
				const severity = reported ?? own;
				return settings.profile === 'quiet' && (severity === 'info' || severity === 'hint') ? undefined : severity;
			},
		}];
	});
}

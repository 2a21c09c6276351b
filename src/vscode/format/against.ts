import type { Finding } from '../../core/model/index.ts';
import { loadedEngine } from '../lazy/load.ts';

/**
 * What an image that exists does not serve: a target by the id that the setting takes (`openshift-3.11`), or a platform. `undefined` when
 * the finding is of another kind.
 */
export function against({ message, severity }: Finding): string | undefined {
	if (severity !== 'error' && severity !== 'warning') { return undefined; }
	const { target, platform } = message.args ?? {};
	const named = target ?? platform;
	return named === undefined ? undefined : loadedEngine()?.targets.find(({ title }) => title === named)?.id ?? String(named);
}

/** True where the image's format is what the target cannot take. */
export function isAgainstFormat({ code }: Finding): boolean {
	return code === 'oci-unsupported-by-target';
}

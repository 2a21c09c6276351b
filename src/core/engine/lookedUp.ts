import type { FileFacts, Reference } from '../model/index.ts';
import type { LookedUpUse } from '../diagnoses/diagnosis.ts';
import { isNonsense, isPlaceholder, isStandInName } from '../diagnoses/support/isPlaceholder.ts';
import { isOfficialImage, similarRepositories } from '../diagnoses/support/knownRepositories.ts';
import { isWritten } from '../diagnoses/support/isWritten.ts';
import { misspeltHost } from '../diagnoses/support/misspeltHost.ts';
import { isBuilt, replacedBy, type BuiltNames } from './builtNames.ts';
import { isNeverPulled } from './isNeverPulled.ts';

/**
 * The uses of a file that registries are asked about: images and artifacts with a reference, one for every value
 * that build arguments of other files give. What a command writes, placeholders, misspelt hosts (they may belong to anybody)
 * and what the workspace itself builds are left out.
 */
export function lookedUp(facts: FileFacts, built: BuiltNames): readonly LookedUpUse[] {
	const found: LookedUpUse[] = [];
	const isExample = facts.kind === 'markdown' || testData.test(facts.file);
	for (const use of facts.uses) {
		if (use.class !== 'image' && use.class !== 'artifact' || use.optional || isWritten(use)) { continue; }
		if (isNeverPulled(use, facts)) { continue; }
		const mayBeReplaced = facts.kind === 'kubernetes' && replacedBy(use) === undefined;
		const seen = new Set<string>();
		for (const { value, reference, variables } of [use, ...use.alternatives]) {
			if (!reference
					|| seen.has(reference.canonical)
					|| isPlaceholder(value ?? use.text)
					|| isNonsense(value ?? use.text)
					|| misspeltHost(reference.domain) !== undefined) {
				continue;
			}
			if (mayBeReplaced && built.replaced.has(reference.repository)) { continue; }
			if (isBuilt(reference, built) || (facts.kind === 'markdown' && isStandInName(value ?? use.text)) || (isExample && isStandIn(reference))) {
				continue;
			}
			seen.add(reference.canonical);
			found.push({ ...use, value: value ?? use.text, reference, variables, ...(reference === use.reference ? {} : { spans: {} }) });
		}
	}
	return found;
}

/** Folders of what tests read. */
const testData = /(?:^|\/)(?:testdata|fixtures|__fixtures__)\//;

/**
 * Pages run `my-app` and `test`, and tests name them, which no text builds: a short name there is an image only where it is, or nearly is,
 * one of Docker's own.
 */
function isStandIn({ domain, path }: Reference): boolean {
	return domain === 'docker.io' && path.startsWith('library/') && !isOfficialImage(path) && similarRepositories(domain, path, 1).length === 0;
}

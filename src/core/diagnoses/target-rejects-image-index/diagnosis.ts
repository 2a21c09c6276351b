import { defineDiagnosis } from '../diagnosis.ts';
import { commandWords } from '../support/buildTools.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { onePlatform } from '../support/onePlatform.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A target takes single image manifests only, and the reference is an index, or a build pushes several platforms there. */
export const targetRejectsImageIndex = defineDiagnosis({
	code: 'target-rejects-image-index',
	title: 'Index that a target refuses',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	*command(command, { targets, facts }) {
		const active = targets.find(({ target, how }) => !target.indexes && how !== 'push');
		const fixes = active && onePlatform(command, facts.text);
		if (!fixes) { return; }
		yield {
			at: commandWords(command),
			message: { text: 'This build pushes an image index, which {target} does not take.', args: { target: active.target.title } },
			fixes,
		};
	},
	answers: ['exists'],
	async *lookup(use, ask) {
		if (/^(?:from|copy-from|run-mount-from|onbuild-|syntax)/.test(use.kind)) { return; }
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		const active = ask.targets.find(({ target, how }) => !target.indexes && how !== 'push');
		if (!active || manifest.kind !== 'index') { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" is an image index, which {target} does not accept.', args: { reference: use.value, target: active.target.title } },
			evidence: [answer.evidence],
		};
	},
});

import { defineDiagnosis } from '../diagnosis.ts';
import { isFirstOfHost } from '../support/isFirstOfHost.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

const texts = {
	json: '{source} is not valid JSON, so the logins in it are not used.',
	login: 'The login for {key} in {source} cannot be decoded, so Docker uses none of the logins in it.',
	fields: '{source} has fields that Docker does not take, so the logins in it are not used.',
} as const;

/** The file with the saved logins is damaged, so pulls go on as if nobody were logged in. Said where a registry asks for a login. */
export const dockerConfigInvalid = defineDiagnosis({
	code: 'docker-config-invalid',
	title: 'Docker configuration cannot be read',
	severity: 'error',
	explanation,
	symptoms,
	async *lookup(use, ask, { verdict, evidence }) {
		const odd = evidence.savedLogin;
		if (odd?.kind !== 'unreadable' || !isFirstOfHost(use, use.reference, ask.facts)) { return; }
		yield {
			at: hostSpan(use),
			// Docker warns and pulls what everybody may have.
			...(verdict === 'exists' ? { severity: 'warning' as const } : {}),
			message: { text: texts[odd.fault], args: { source: odd.source, key: odd.key ?? '' } },
			evidence: [evidence],
		};
	},
});

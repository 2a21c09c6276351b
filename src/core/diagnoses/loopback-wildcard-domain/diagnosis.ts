import { defineDiagnosis } from '../diagnosis.ts';
import { isPushedFromBuilder } from '../support/builderPushes.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { hostName, isLoopbackWildcard } from '../support/loopback.ts';

/** A public name, or one below `.localhost`, that resolves to 127.0.0.1 for everyone who asks. */
export const loopbackWildcardDomain = defineDiagnosis({
	code: 'loopback-wildcard-domain',
	title: 'Public name of the own machine',
	severity: 'info',
	*use(given, { facts }) {
		const use = repositoryUse(given);
		const { class: meaning, reference, spans } = use;
		if (!reference || !spans.domain || (meaning !== 'image' && meaning !== 'build-output' && meaning !== 'artifact')) { return; }
		if (!isLoopbackWildcard(reference.domain) && !hostName(reference.domain).endsWith('.localhost')) { return; }
		if (isPushedFromBuilder(use, facts)) { return; }
		yield {
			at: spans.domain,
			message: { text: '"{host}" is the own machine of everyone who asks: others cannot pull from it.', args: { host: reference.domain } },
		};
	},
});

import { defineDiagnosis } from '../diagnosis.ts';
import { hostName } from '../support/loopback.ts';

/** Registries that serve everybody and know no logins. */
const open = ['mcr.microsoft.com', 'registry.k8s.io'];

/** A script logs in where no login exists. */
export const credentialsNeverNeeded = defineDiagnosis({
	code: 'credentials-never-needed',
	title: 'Login that nobody asks for',
	severity: 'hint',
	*command(command) {
		if (!/(?:^| )login$/.test(command.subcommand)) { return; }
		const host = command.operands.find(({ value }) => open.includes(hostName(value)));
		if (!host) { return; }
		yield { at: host.span, message: { text: '{host} serves everybody; it knows no logins.', args: { host: hostName(host.value) } } };
	},
});

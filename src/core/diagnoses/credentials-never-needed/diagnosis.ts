import { defineDiagnosis } from '../diagnosis.ts';

const open = ['mcr.microsoft.com', 'registry.k8s.io', 'registry.access.redhat.com'];

/** A login to a registry that is open to everybody and takes none. */
export const credentialsNeverNeeded = defineDiagnosis({
	code: 'credentials-never-needed',
	title: 'Login to an open registry',
	severity: 'hint',
	*command(command) {
		if (command.subcommand !== 'login' || !['docker', 'podman', 'buildah', 'skopeo', 'nerdctl'].includes(command.tool)) { return; }
		const host = command.operands.find(({ value }) => open.includes(value));
		if (host) { yield { at: host.span, message: { text: '{host} is open to everybody and needs no login.', args: { host: host.value } } }; }
	},
});

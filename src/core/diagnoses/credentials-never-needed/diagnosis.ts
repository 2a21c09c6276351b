import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { withoutCommand } from '../support/commandLines.ts';

const open = ['mcr.microsoft.com', 'registry.k8s.io', 'registry.access.redhat.com'];

/** A login to a registry that is open to everybody and takes none. */
export const credentialsNeverNeeded = defineDiagnosis({
	code: 'credentials-never-needed',
	title: 'Login to an open registry',
	severity: 'hint',
	*command(command, { facts }) {
		if (command.subcommand !== 'login' || !['docker', 'podman', 'buildah', 'skopeo', 'nerdctl'].includes(command.tool)) { return; }
		const host = command.operands.find(({ value }) => open.includes(value));
		if (!host) { return; }
		const edit = withoutCommand(command, facts.text);
		yield {
			at: host.span,
			message: { text: '{host} is open to everybody and needs no login.', args: { host: host.value } },
			fixes: edit ? [editFix({ text: 'Remove "{text}"', args: { text: `${command.tool} login ${host.value}` } }, [edit])] : [],
		};
	},
});

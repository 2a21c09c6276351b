import type { CommandFlag, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { findFlag } from '../support/findFlag.ts';
import { isPlaceholder } from '../support/isPlaceholder.ts';
import { replaceFlag } from '../support/replaceFlag.ts';

/** A password stands in the command itself: it ends in the shell's history, in process lists and in git. A variable or substitution is fine. */
export const secretOnCommandLine = defineDiagnosis({
	code: 'secret-on-command-line',
	title: 'Password in plain text',
	severity: 'warning',
	*command(command) {
		for (const flag of command.flags) {
			if (!holdsSecret(command, flag)) { continue; }
			yield {
				at: flag.span,
				message: { text: 'This command contains a password in plain text.' },
				fixes: isLogin(command) && !findFlag(command, 'password-stdin')
					? [editFix({ text: 'Replace "{flag}" with "--password-stdin"', args: { flag: flag.name } }, [replaceFlag(flag, '--password-stdin')], false)]
					: [],
			};
		}
	},
});

const loginTools = ['docker', 'podman', 'buildah', 'nerdctl', 'skopeo', 'helm', 'crane', 'oras', 'regctl'];

function isLogin({ tool, subcommand }: ToolCommand): boolean {
	return loginTools.includes(tool) && /(?:^| )login$/.test(subcommand);
}

function holdsSecret(command: ToolCommand, { long, value }: CommandFlag): boolean {
	if (!value || (value.open.length > 0 && !leftOut.test(value.value)) || value.value === '' || /[$`%]|\{\{/.test(value.text)) { return false; }
	if (isLogin(command) && ['password', 'p'].includes(long)) { return isLiteral(value.value); }
	if (['oc', 'kubectl'].includes(command.tool) && long === 'docker-password') { return isLiteral(value.value); }
	const pair = ['creds', 'src-creds', 'dest-creds'].includes(long) ? /^[^:]+:(.+)$/.exec(value.value)?.[1] : undefined;
	return pair !== undefined && isLiteral(pair);
}

/** Blacked out by whoever published the command: it had a password. */
const leftOut = /^<[^<>]*\b(?:left out|redacted|removed|omitted)\b[^<>]*>$/i;

/** Not something that a reader is meant to replace. */
function isLiteral(secret: string): boolean {
	return leftOut.test(secret)
		|| (!isPlaceholder(secret)
			&& !/^<.*>$|^\[.*\]$|^\*+$|^x+$|^\.{3,}$|^-$|^(?:your|my)?[-_ ]?(?:password|passwd|token|secret|pass)\]?$/i.test(secret)
			&& !/^[A-Z][A-Z_]*(?:PASSWORD|TOKEN|SECRET|KEY)$/.test(secret));
}

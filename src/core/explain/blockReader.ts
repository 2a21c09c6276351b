import { isNameOfMessage } from './isLiteral.ts';

/**
 * Tells of one line after the other whether it stands in a block of YAML (`example: |`, YAML 1.2, 8.1) that is a document's own text.
 * Blocks named as messages are (`stderr: |-`) hold what a program said, as Ansible prints it.
 */
export function blockReader(): (line: string) => boolean {
	let within: number | undefined;
	return line => {
		if (within !== undefined) {
			const indent = line.search(/\S/);
			if (indent === -1 || indent > within) { return true; }
			within = undefined;
		}
		const key = line.length < 300 && /[|>][-+]?\d?\s*$/.test(line)
			? /^(?<indent> {0,80})(?:- )?(?<name>[a-z][\w-]{0,60}): [|>][-+]?\d?\s*$/i.exec(line)?.groups
			: undefined;
		if (key && !isNameOfMessage(key['name']!)) { within = key['indent']!.length; }
		return false;
	};
}

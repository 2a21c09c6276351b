import { printable } from '../../core/util/printable.ts';

/** A path at the beginning of a line, where a name such as `::add-mask::x` would be a command to a GitHub workflow. */
export function shownPath(file: string): string {
	return printable(/^\s*::/.test(file) ? `./${file}` : file);
}

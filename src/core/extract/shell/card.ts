import { TextMapBuilder, sliceMap } from '../../util/textMap.ts';
import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { factsOf } from './factsOf.ts';
import { parseCommands } from './parseCommands.ts';
import { powerShellMap } from './powerShellMap.ts';

const names = /\.(?:sh|bash|zsh|ksh|dash|ash|bats|command|envrc|profile)$|^\.(?:bashrc|zshrc|profile|bash_profile|bash_aliases|envrc)$/i;
const shebang = /^#![^\n]*\b(?:sh|bash|zsh|dash|ash|ksh)\b/;

/** Shell scripts by name, language or first line; PowerShell as far as its calls of programs look alike. */
export const shellCard: ExtractCard = {
	kind: 'shell',
	matches(file, languageId, text) {
		const name = baseName(file);
		return languageId === 'shellscript' || languageId === 'powershell' || names.test(name) || /\.ps1$/i.test(name) || (!name.includes('.') && shebang.test(text));
	},
	extract(input) {
		const { file, text, languageId } = input;
		if (languageId === 'powershell' || /\.ps1$/i.test(file)) {
			return factsOf('shell', input, parseCommands(powerShellMap(sliceMap(text, { start: 0, end: text.length })), { file, text, host: 'powershell', continuation: '`' }));
		}
		return factsOf('shell', input, parseCommands(new TextMapBuilder().verbatim(text, 0).build(), { file, text, host: 'shell' }));
	},
};

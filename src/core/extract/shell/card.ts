import { baseName } from '../../util/filePath.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { ExtractCard } from '../card.ts';
import { emptyFacts } from '../emptyFacts.ts';
import { batchMap } from './batchMap.ts';
import { batsMap } from './batsMap.ts';
import { parseCommands } from './parseCommands.ts';
import { powerShellMap } from './powerShellMap.ts';
import { sourcedFiles } from './sourcedFiles.ts';

const batchNames = /\.(?:cmd|bat)$/i;
const names = /\.(?:sh|bash|zsh|ksh|dash|ash|bats|command|envrc|profile|fish)$|^\.(?:bashrc|zshrc|profile|bash_profile|bash_aliases|envrc)$/i;
const shebang = /^#![^\n]*\b(?:sh|bash|zsh|dash|ash|ksh|fish)\b/;

/** Shell scripts by name, language or first line; PowerShell and batch files as far as their calls of programs look alike. */
export const shellCard: ExtractCard = {
	kind: 'shell',
	matches(file, languageId, text) {
		const name = baseName(file);
		return languageId === 'shellscript'
			|| languageId === 'powershell'
			|| languageId === 'bat'
			|| batchNames.test(name)
			|| names.test(name)
			|| /\.ps1$/i.test(name)
			|| (!name.includes('.') && shebang.test(text));
	},
	needs: ({ file, text }) => sourcedFiles(file, text),
	extract({ file, text, files, languageId }) {
		const map = sliceMap(text, { start: 0, end: text.length });
		const powerShell = languageId === 'powershell' || /\.ps1$/i.test(file);
		const batch = languageId === 'bat' || batchNames.test(file);
		const facts = batch
			? parseCommands(batchMap(map), { file, text, host: 'batch', continuation: '^' })
			: powerShell ? parseCommands(powerShellMap(map), { file, text, host: 'powershell', continuation: '`' })
				: parseCommands(/\.bats$/i.test(file) ? batsMap(map) : map, { file, text, host: 'shell', sources: files });
		return { ...emptyFacts(file, 'shell', text), ...facts };
	},
};

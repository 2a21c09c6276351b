import { baseName, folderOf } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { readJenkinsfile } from './readJenkinsfile.ts';

/** Jenkins: agents and steps of a Jenkinsfile. */
export const jenkinsfileCard: ExtractCard = {
	kind: 'jenkinsfile',
	matches: (file, languageId) => languageId === 'jenkinsfile' || /^jenkinsfile(?:[._-][\w.-]*)?$|[._-]jenkinsfile$/i.test(baseName(file)),
	extract: ({ file, text }) => ({ ...emptyFacts(file, 'jenkinsfile', text), ...readJenkinsfile(file, text, [...new Set([folderOf(file), ''])]).facts() }),
};

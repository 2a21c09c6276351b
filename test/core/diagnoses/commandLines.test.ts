import assert from 'node:assert/strict';
import { commandBehind, commandInFront, withoutCommand } from '../../../src/core/diagnoses/support/commandLines.ts';
import { gitlabCard, makefileCard, shellCard } from '../../../src/core/extract/shell/cards.ts';
import type { Edit, ToolCommand } from '../../../src/core/model/index.ts';
import { extractWith } from '../../support/expectUses.ts';

/** What becomes of a text by an edit of its first command; `undefined` where there is none. */
function edited(edit: (command: ToolCommand, text: string) => Edit | undefined, text: string, file = 'a.sh'): string | undefined {
	const card = file === 'Makefile' ? makefileCard : file === '.gitlab-ci.yml' ? gitlabCard : shellCard;
	const [command] = extractWith(card, file, text).commands;
	assert.ok(command, text);
	const found = edit(command, text);
	return found && text.slice(0, found.span.start) + found.newText + text.slice(found.span.end);
}

const behind = (text: string, file?: string): string | undefined => edited((command, whole) => commandBehind(command, whole, 'NEW'), text, file);
const inFront = (text: string, file?: string): string | undefined => edited((command, whole) => commandInFront(command, whole, 'NEW'), text, file);
const without = (text: string, file?: string): string | undefined => edited(withoutCommand, text, file);

describe('Another command', () => {
	it('stands behind one on a line of its own, as that begins and ends', () => {
		assert.equal(behind('docker pull a\nx\n'), 'docker pull a\nNEW\nx\n');
		assert.equal(behind('if x; then\r\n\tdocker pull a # why\r\nfi\r\n'), 'if x; then\r\n\tdocker pull a # why\r\n\tNEW\r\nfi\r\n');
		assert.equal(behind('docker pull a'), 'docker pull a\nNEW');
		assert.equal(behind('x:\n\t@docker pull a\n', 'Makefile'), 'x:\n\t@docker pull a\n\t@NEW\n');
		assert.equal(behind('j:\n  script:\n    - docker pull a\n', '.gitlab-ci.yml'), 'j:\n  script:\n    - docker pull a\n    - NEW\n');
	});

	it('follows by && where the line is shared, and nowhere where the shell goes on', () => {
		assert.equal(behind('x && docker pull a\n'), 'x && docker pull a && NEW\n');
		assert.equal(behind('x && docker pull a | tee log\n'), undefined);
		assert.equal(behind('docker pull a | \\\n  tee log\n'), undefined);
	});

	it('stands in front of one that has its line', () => {
		assert.equal(inFront('x\n  docker pull a\n'), 'x\n  NEW\n  docker pull a\n');
		assert.equal(inFront('docker pull a\r\n'), 'NEW\r\ndocker pull a\r\n');
		assert.equal(inFront('x && docker pull a\n'), undefined);
	});
});

describe('A command is taken out', () => {
	it('with its line and what is piped into it', () => {
		assert.equal(without('a\ndocker login r\nb\n'), 'a\nb\n');
		assert.equal(without('echo "$P" | docker login r --password-stdin >/dev/null 2>&1 # in\nb\n'), 'b\n');
		assert.equal(without('a\ndocker login r'), 'a');
		assert.equal(without('x:\n\tdocker login r\n\tdocker pull a\n', 'Makefile'), 'x:\n\tdocker pull a\n');
		assert.equal(without('j:\n  script:\n    - x\n    - docker login r\n', '.gitlab-ci.yml'), 'j:\n  script:\n    - x\n');
	});

	it('neither where more stands in its line, nor where nothing would be left', () => {
		assert.equal(without('docker login r && b\n'), undefined);
		assert.equal(without('a; docker login r\n'), undefined);
		assert.equal(without('x:\n\tdocker login r\n', 'Makefile'), undefined);
		assert.equal(without('j:\n  script:\n    - docker login r\n', '.gitlab-ci.yml'), undefined);
	});
});

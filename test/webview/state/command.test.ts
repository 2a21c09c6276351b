import assert from 'node:assert/strict';
import { commandLines, shortCommand } from '../../../webview-ui/state/command.ts';

describe('the command of a build step', () => {
	for (const [what, createdBy, short] of [
		['a RUN of BuildKit', 'RUN /bin/sh -c mkdir -p "$GOPATH/src" && chmod 1777 "$GOPATH" # buildkit', 'mkdir -p "$GOPATH/src" && chmod 1777 "$GOPATH"'],
		['a RUN of the old builder', '/bin/sh -c make install', 'make install'],
		['a RUN with build arguments', 'RUN |2 A=1 B=two words /bin/sh -c make # buildkit', 'make'],
		['a RUN with another shell', 'RUN /bin/bash -o pipefail -c curl x | sh # buildkit', 'curl x | sh'],
		['an instruction without layer', '/bin/sh -c #(nop)  ENV GOPATH=/go', 'ENV GOPATH=/go'],
		['an instruction of BuildKit', 'WORKDIR /go', 'WORKDIR /go'],
		['a comment of a base image', '# debian.sh --arch \'amd64\' out/', '# debian.sh --arch \'amd64\' out/'],
		['preparation and cleaning up are left out', 'RUN /bin/sh -c set -eux; \tapt-get update; \tapt-get install -y --no-install-recommends \t\tg++ \t\tgcc \t; \trm -rf /var/lib/apt/lists/* # buildkit', 'apt-get install -y g++ gcc'],
		['a command that is nothing but preparation stays', 'RUN /bin/sh -c apt-get update # buildkit', 'apt-get update'],
		['separators inside quotes do not divide', 'RUN /bin/sh -c echo "a; rm -rf /x; b" # buildkit', 'echo "a; rm -rf /x; b"'],
		['text that is no record stays', 'buildah-layer', 'buildah-layer'],
		['an empty record', '', ''],
	] as const) {
		it(what, () => { assert.equal(shortCommand(createdBy), short); });
	}

	it('is broken after semicolons and double ampersands', () => {
		assert.deepEqual(commandLines('RUN /bin/sh -c set -eux; \tapt-get update; \tapt-get install -y \t\tg++ \t; \trm -rf /x && true # buildkit'),
			['RUN set -eux;', 'apt-get update;', 'apt-get install -y g++ ;', 'rm -rf /x &&', 'true']);
	});

	it('is not broken in quotes, sub-shells and case branches', () => {
		assert.deepEqual(commandLines('RUN /bin/sh -c (a; b) && case $x in y) echo "c;d" ;; esac # buildkit'),
			['RUN (a; b) &&', 'case $x in y) echo "c;d" ;; esac']);
	});

	it('takes time in proportion to its length, however it is made', () => {
		const time = (text: string) => {
			const start = performance.now();
			commandLines(text);
			shortCommand(text);
			return performance.now() - start;
		};
		for (const piece of ['; ', '&& ', '"', '(', '\\', ' \t', 'rm -rf ; ', '|1 a /bin/sh ', '/bin/sh -c ', 'set -e x ']) {
			const large = time(piece.repeat(100_000 / piece.length));
			assert.ok(large < 1000, `${JSON.stringify(piece)} took ${large.toFixed(0)} ms`);
		}
	});
});

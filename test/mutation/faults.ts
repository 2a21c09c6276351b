/** A fault that a person could make, and the tests that must notice it. */
export interface Fault {
	/** What goes wrong, from the user's side. */
	readonly what: string;
	/** The file of the project, a text that stands in it once, and the text put in its place. */
	readonly file: string;
	readonly text: string;
	readonly replacement: string;
	/** Test files or globs, of which at least one test must fail. */
	readonly tests: readonly string[];
}

/** Faults in places where a mistake accuses a right file, breaks one, or lets a secret out. */
export const faults: readonly Fault[] = [
	{
		what: 'the range of a tag begins at its colon',
		file: 'src/core/reference/partSpans.ts', text: 'spans.tag = { start: colon + 1,', replacement: 'spans.tag = { start: colon,',
		tests: ['test/core/reference/**/*.test.ts'],
	},
	{
		what: 'capitals in a repository are let through',
		file: 'src/core/reference/parseReference.ts', text: 'if (goLowerCase(parts.remote) !== parts.remote) {', replacement: 'if (text === parts.remote && goLowerCase(parts.remote) !== parts.remote) {',
		tests: ['test/core/reference/**/*.test.ts'],
	},
	{
		what: 'a position at the beginning of a line is on the line before',
		file: 'src/core/util/lineIndex.ts', text: 'if (starts[middle]! <= offset)', replacement: 'if (starts[middle]! < offset)',
		tests: ['test/core/util/lineIndex.test.ts'],
	},
	{
		what: 'a byte order mark is counted',
		file: 'src/core/util/decodeText.ts', text: 'new TextDecoder(\'utf-8\')', replacement: 'new TextDecoder(\'utf-8\', { ignoreBOM: true })',
		tests: ['test/cli/refs.test.ts'],
	},
	{
		what: '$$ in a Compose file stays doubled',
		file: 'src/core/extract/compose/interpolate.ts', text: 'builder.replaced(\'$\', outer.start, outer.end);', replacement: 'builder.replaced(\'$$\', outer.start, outer.end);',
		tests: ['test/core/compose/**/*.test.ts'],
	},
	{
		what: 'a heredoc that ends behind tabs has no end',
		file: 'src/core/extract/dockerfile/heredocs.ts', text: 'chomp: opening[1] === \'-\'', replacement: 'chomp: opening[1] === \'\'',
		tests: ['test/core/dockerfile/**/*.test.ts'],
	},
	{
		what: 'brackets without end are given to parsers that recurse',
		file: 'src/core/extract/nestsTooDeep.ts', text: 'if (++depth > limit)', replacement: 'if (++depth > limit * 100_000)',
		tests: ['test/core/extract/nestsTooDeep.test.ts'],
	},
	{
		what: 'a quoted quote ends the value of a challenge',
		file: 'src/core/registry/auth/challenge.ts', text: 'if (text[at] === \'\\\\\' && at + 1 < text.length) { at++; }', replacement: '',
		tests: ['test/core/registry/auth/challenge.test.ts'],
	},
	{
		what: 'Basic is taken where Bearer is offered too',
		file: 'src/core/registry/auth/challenge.ts', text: 'if (scheme !== \'bearer\' ||', replacement: 'if (challenges.length > 1 || scheme !== \'bearer\' ||',
		tests: ['test/core/registry/auth/challenge.test.ts'],
	},
	{
		what: 'a registry that is marked insecure is spoken to in clear although it speaks TLS',
		file: 'src/core/registry/mirrors/endpoint.ts', text: 'loopback && hasPort ?', replacement: 'hasPort ?',
		tests: ['test/core/registry/mirrors/routes.test.ts'],
	},
	{
		what: 'an answer hides for a while that a credential helper is broken',
		file: 'src/core/registry/cache/keptVerdicts.ts', text: 'broken.has(verdict.evidence.savedLogin?.kind) || ', replacement: '',
		tests: ['test/core/registry/cache/keptVerdicts.test.ts'],
	},
	{
		what: 'a login goes to any token server that the registry names',
		file: 'src/core/registry/auth/realmGuard.ts', text: 'return quirks.realms?.includes(realm.hostname) ? \'login\' : \'anonymous\';', replacement: 'return \'login\';',
		tests: ['test/core/registry/auth/realmGuard.test.ts', 'test/core/registry/leaks.test.ts'],
	},
	{
		what: 'a public registry sends us to a token server at a private address',
		file: 'src/core/registry/auth/realmGuard.ts', text: 'if (isPrivateName(realm.hostname) && !isPrivateName(registry.hostname)) { return \'refused\'; }', replacement: '',
		tests: ['test/core/registry/auth/realmGuard.test.ts', 'test/core/registry/matrix/certificates.test.ts'],
	},
	{
		what: 'two customers of one hosting suffix count as one site',
		file: 'src/core/registry/auth/sameSite.ts', text: 'const size = shared !== undefined ?', replacement: 'const size = shared === host ?',
		tests: ['test/core/registry/auth/realmGuard.test.ts'],
	},
	{
		what: 'a token for one repository is used for all',
		file: 'src/core/registry/auth/tokenStore.ts', text: 'service ?? \'\', scope, login', replacement: 'service ?? \'\', login',
		tests: ['test/core/registry/budget.test.ts', 'test/core/registry/leaks.test.ts', 'test/core/registry/matrix/challenges.test.ts'],
	},
	{
		what: 'a credential helper may be named by a path',
		file: 'src/core/registry/credentials/askHelper.ts', text: '/^[A-Za-z0-9_.-]+$/', replacement: '/^[A-Za-z0-9_.\\/-]+$/',
		tests: ['test/core/registry/credentials/**/*.test.ts'],
	},
	{
		what: 'a redirect takes the login along to another host',
		file: 'src/core/registry/transport/follow.ts', text: 'headers: target.origin === current.url.origin ? current.headers : withoutCredentials(current.headers),', replacement: 'headers: current.headers,',
		tests: ['test/core/registry/leaks.test.ts', 'test/core/registry/transport/transport.test.ts'],
	},
	{
		what: 'a login goes to a registry whose door is open',
		file: 'src/core/registry/client.ts', text: 'if (!scheme) { memory.openDoor = true; }', replacement: 'if (!scheme) { return { type: \'basic\' }; }',
		tests: ['test/core/registry/auth/hidden.test.ts'],
	},
	{
		what: 'a public host redirects to a private address',
		file: 'src/core/registry/transport/follow.ts', text: 'if (isPrivateName(to.hostname) && !isPrivateName(from.hostname)) {', replacement: 'if (to.hostname === \'\') {',
		tests: ['test/core/registry/transport/transport.test.ts'],
	},
	{
		what: 'a redirect leaves TLS',
		file: 'src/core/registry/transport/follow.ts', text: 'if (from.protocol === \'https:\' && to.protocol === \'http:\') {', replacement: 'if (to.hostname === \'\') {',
		tests: ['test/core/registry/transport/transport.test.ts'],
	},
	{
		what: 'what the cache holds is believed',
		file: 'src/core/registry/cache/diskCache.ts', text: 'if (hasDigest(bytes, digest) !== true) {', replacement: 'if (bytes.length === 0) {',
		tests: ['test/core/registry/cache/cache.test.ts'],
	},
	{
		what: 'answers are written for all users of the machine to read',
		file: 'src/core/registry/cache/packs.ts', text: 'writeFileSync(beside, bytes, { mode: 0o600 });', replacement: 'writeFileSync(beside, bytes);',
		tests: ['test/core/registry/cache/ownerOnly.test.ts'],
	},
	{
		what: 'bytes under a digest that cannot be checked are taken for right',
		file: 'src/core/registry/verdicts/verifyDigest.ts', text: '{ return undefined; }', replacement: '{ return true; }',
		tests: ['test/core/registry/verdicts/verifyDigest.test.ts'],
	},
	{
		what: 'a private image at Docker Hub is said to be missing',
		file: 'src/core/registry/quirks.ts', text: 'countsGets: true,\n\t\trefusedAnonymous: \'missing-or-private\',', replacement: 'countsGets: true,',
		tests: ['test/core/registry/verdicts/refusalVerdict.test.ts'],
	},
	{
		what: 'who is logged in and not allowed is told to log in',
		file: 'src/core/registry/verdicts/refusalVerdict.ts', text: 'if (auth.by === \'login\') {', replacement: 'if (auth.by === \'login\' && auth.expired) {',
		tests: ['test/core/registry/verdicts.test.ts'],
	},
	{
		what: 'registries are asked before the workspace is trusted',
		file: 'src/core/registry/unasked.ts', text: 'const because = gate()\n\t\t?? (', replacement: 'const because = (',
		tests: ['test/core/registry/verdicts.test.ts'],
	},
	{
		what: 'a flag is put in front of the subcommand',
		file: 'src/core/diagnoses/support/addFlag.ts', text: 'return { span: { start: at, end: at }, newText: flags.map(flag => separator', replacement: 'return { span: { start: command.subcommandSpan.start, end: command.subcommandSpan.start }, newText: flags.map(flag => separator',
		tests: ['test/core/pages.test.ts'],
	},
	{
		what: 'a changed tag loses its neighbour',
		file: 'src/core/diagnoses/support/replaceTag.ts', text: 'edit: tag => ({ span: tagSpan, newText: tag })', replacement: 'edit: tag => ({ span: { ...tagSpan, end: tagSpan.end + 1 }, newText: tag })',
		tests: ['test/core/diagnoses/online.test.ts', 'test/core/diagnoses/fixes.test.ts'],
	},
	{
		what: '--fix applies two edits of one place',
		file: 'src/cli/applyFixes.ts', text: 'return a.span.start < b.span.end && b.span.start < a.span.end;', replacement: 'return false;',
		tests: ['test/cli/fix.test.ts'],
	},
	{
		what: 'an excuse holds for all that follows',
		file: 'src/core/engine/applyExcuses.ts', text: 'finding.span.start >= covers.start && finding.span.start <= covers.end', replacement: 'finding.span.start >= covers.start',
		tests: ['test/core/engine/excuses.test.ts'],
	},
	{
		what: 'an excuse is called unused before the registry was asked',
		file: 'src/core/engine/applyExcuses.ts', text: 'beat === \'offline\' && (judged.lookup || judged.commandLookup || judged.buildLookup)', replacement: 'beat === \'offline\' && judged.commandLookup',
		tests: ['test/core/engine/excuses.test.ts'],
	},
	{
		what: 'the password of `docker login -p` is shown',
		file: 'src/core/explain/maskSecrets.ts', text: '\t[/(\\blogin\\b[^\\n]{0,200}?\\s-p[= ]?)(?:"[^"]{1,500}"?|\'[^\']{1,500}\'?|[^\\s"\']+)/gi, \'$1•••\'],\n', replacement: '',
		tests: ['test/core/explain/explain.test.ts', 'test/core/fuzz/explain.test.ts'],
	},
	{
		what: 'a login in an address is written to the log',
		file: 'src/core/registry/mask.ts', text: '\t\t\t.replace(/(\\/\\/)[^/@\\s]+@/g, \'$1***@\')\n', replacement: '',
		tests: ['test/core/registry/transport/transport.test.ts', 'test/core/registry/leaks.test.ts'],
	},
	{
		what: 'columns in SARIF count from 0',
		file: 'src/cli/format/sarif.ts', text: 'startColumn: start.character + 1', replacement: 'startColumn: Math.max(1, start.character)',
		tests: ['test/cli/formats.test.ts'],
	},
	{
		what: 'a file name adds properties to a GitHub annotation',
		file: 'src/cli/format/github.ts', text: '.replaceAll(\',\', \'%2C\')', replacement: '',
		tests: ['test/cli/formats.test.ts'],
	},
	{
		what: 'a baseline hides more findings than it counts',
		file: 'src/cli/baseline.ts', text: 'left.set(key, count - 1)', replacement: 'left.set(key, count)',
		tests: ['test/cli/check.test.ts'],
	},
	{
		what: 'what a registry says turns the text of a panel around',
		file: 'webview-ui/state/safeText.ts', text: '\\p{Cc}\\p{Cf}', replacement: '\\p{Cc}',
		tests: ['test/webview/state/**/*.test.ts'],
	},
	{
		what: 'what a registry says writes to the terminal',
		file: 'src/core/util/printable.ts', text: '[\\p{Cc}\\p{Cf}', replacement: '[\\p{Cf}',
		tests: ['test/cli/process.test.ts'],
	},
	{
		what: 'the order of findings depends on who was asked first',
		file: 'src/core/engine/orderFindings.ts', text: 'a.span.start - b.span.start || compare(a.code, b.code)', replacement: 'a.span.start - b.span.start',
		tests: ['test/core/engine/orderFindings.test.ts'],
	},
	{
		what: 'a base image of a stage that no build makes is told that it lacks a platform',
		file: 'src/core/diagnoses/support/buildBases.ts', text: 'if (asking.length === 0 || use.kind !== \'from\'', replacement: 'if (asking.length > 0 || use.kind !== \'from\'',
		tests: ['test/core/diagnoses/platformsOfBuilds.test.ts'],
	},
	{
		what: 'the name that docker/metadata-action writes in lower case is told to have capitals',
		file: 'src/core/diagnoses/support/capitalsOfRepository.ts', text: '/^docker\\/metadata-action$/i', replacement: '/^docker\\/no-action$/i',
		tests: ['test/core/diagnoses/capitalsOfRepository.test.ts'],
	},
	{
		what: 'values of one branch of a script are put together with those of another',
		file: 'src/core/extract/shell/choices.ts', text: 'if ((both.get(fork) ?? way) !== way) { return undefined; }', replacement: 'if (way < 0) { return undefined; }',
		tests: ['test/core/shell/choices.test.ts'],
	},
	{
		what: 'a secret of the environment becomes part of an image name',
		file: 'src/core/util/isSecretName.ts', text: 'return secret.test(name);', replacement: 'return secret.test(name) && name === \'\';',
		tests: ['test/cli/hostile.test.ts'],
	},
	{
		what: 'settings are read from a pipe',
		file: 'src/cli/readRegular.ts', text: 'if (!status.isFile()) {', replacement: 'if (status.isDirectory()) {',
		tests: ['test/cli/process.test.ts'],
	},
	{
		what: '--fix writes through a link out of the folder',
		file: 'src/cli/writeFiles.ts', text: 'if (!staysInside(path, cwd)) {', replacement: 'if (path === cwd) {',
		tests: ['test/cli/hostile.test.ts'],
	},
	{
		what: 'a baseline is written over any file',
		file: 'src/cli/baseline.ts', text: 'readBaseline(file, cwd, true);', replacement: '',
		tests: ['test/cli/hostile.test.ts'],
	},
	{
		what: 'the cache is read from the folder that is checked',
		file: 'src/cli/makeRegistry.ts', text: '.find(isAbsolute)', replacement: '.find(() => true)',
		tests: ['test/cli/hostile.test.ts'],
	},
	{
		what: 'a line of a file is a command to a build service',
		file: 'src/core/util/printable.ts', text: '.replace(command, escaped)', replacement: '',
		tests: ['test/cli/hostile.test.ts'],
	},
	{
		what: 'JSON has characters that act on a terminal',
		file: 'src/cli/format/jsonText.ts', text: '.replace(acting, ', replacement: '.replace(/(?!)/gu, ',
		tests: ['test/cli/hostile.test.ts'],
	},
	{
		what: 'a program of the current folder is run',
		file: 'src/core/registry/credentials/foundByName.ts', text: 'return isAbsolute(folder) && ', replacement: 'return ',
		tests: ['test/core/registry/credentials/foundByName.test.ts'],
	},
	{
		what: 'a line of an ignore file takes back below it what a folder above ignores',
		file: 'src/core/util/ignoreRules.ts', text: 'levels.toReversed()', replacement: 'levels',
		tests: ['test/core/util/ignoreRules.test.ts', 'test/cli/ignored.test.ts'],
	},
	{
		what: 'an interrupted check writes a baseline or a fix by half an answer',
		file: 'src/cli/commands/check.ts', text: 'streams.signal.throwIfAborted();', replacement: '',
		tests: ['test/cli/process.test.ts'],
	},
	{
		what: 'a proxy that hangs up is asked without end',
		file: 'src/core/registry/transport/dispatchers.ts', text: "=== 'UND_ERR_SOCKET'", replacement: "=== 'NEVER'",
		tests: ['test/core/registry/matrix/certificates.test.ts'],
	},
	{
		what: 'a secret that stands in place of a name is named',
		file: 'src/core/registry/cache/keptVerdicts.ts', text: ' && login.username !== login.password', replacement: '',
		tests: ['test/core/registry/matrix/challenges.test.ts'],
	},
	{
		what: 'what the first version of registries.conf blocks is asked',
		file: 'src/core/registry/mirrors/registriesConf.ts', text: 'blocked: blocked.includes(name)', replacement: 'blocked: false',
		tests: ['test/core/registry/mirrors/routes.test.ts'],
	},
];

import assert from 'node:assert/strict';
import { markdownCard, shellCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const tag = 'command-tag build-output docker.io/';
const pull = 'command-pull image docker.io/library/';

describe('batch files', () => {
	it('variables, continuations, conditions and loops', () => {
		const { commands, builds } = expectUses(shellCard, 'build.cmd', `@echo off\r
rem docker pull no\r
:: docker pull no\r
set TAG=1.2\r
set "REG=me"\r
docker build -f docker\\Dockerfile ^\r
  -t «%REG%/app:%tag%» ^\r
  . || exit /b 1\r
if not exist out mkdir out\r
if "%CI%"=="" (\r
  set TARGET=x\r
  @docker pull «a:1»\r
) else (docker pull «a:2»)\r
for %%i in (b, c) do docker push «me/%%i:1»\r
for /f %%f in (list.txt) do docker push «me/%%f»\r
call docker run -v "%CD%":C:\\src «d:1» cmd /c "echo it's"\r
start "x" /wait docker pull «!TARGET!» > nul\r
if errorlevel 1 docker pull «%1»\r
echo docker pull no & docker pull «e:%TAG:.=-%»\r
docker run "unclosed\r
docker pull «f:1»\r
`.replace('docker run "unclosed', 'docker rmi "unclosed'), [
			`${tag}me/app:1.2`, `${pull}a:1`, `${pull}a:2`, 'command-push build-output docker.io/me/b:1', 'command-push variable -', `${pull}d:1`, 'command-pull variable -', 'command-pull variable -', 'command-pull variable -', `${pull}f:1`,
		]);
		assert.equal(commands[0]?.host, 'batch');
		assert.equal(commands[0]?.continuation, ' ^\r\n  ');
		assert.ok(builds.some(({ dockerfile }) => dockerfile === 'docker/Dockerfile'));
	});

	it('escapes, dollars and backticks mean nothing to cmd.exe', () => {
		expectUses(shellCard, 'x.bat', 'docker run -e A=^& -e B=$x -e C=`y` -e "D=\\"q\\" $z `w`" «a:1» # x\n', [`${pull}a:1`]);
	});

	it('what only a condition sets is not known', () => {
		expectUses(shellCard, 'x.bat', 'if exist x (\nset T=1\n)\ndocker pull «a:%T%»\n', ['command-pull variable -']);
	});

	it('loops over several lines, also such as do not end', () => {
		const { uses } = expectUses(shellCard, 'x.bat', `FOR %%I IN (x y) DO (\r
  if exist %%I (\r
    docker pull «a:%%I»\r
  )\r
  for %%j in (1,2) do (\r
    docker pull «b/%%I:%%j»\r
  )\r
)\r
docker pull «c:1»\r
for %%i in (z) do (\r
  docker pull «d:%%i»`, [`${pull}a:x`, 'command-pull image docker.io/b/x:1', `${pull}c:1`, `${pull}d:z`]);
		assert.deepEqual(uses[1]?.alternatives.map(({ value }) => value), ['b/x:2', 'b/y:1', 'b/y:2']);
	});

	it('by language, and in documentation', () => {
		assert.ok(shellCard.matches('untitled', 'bat', ''));
		expectUses(markdownCard, 'README.md', '```bat\ndocker build ^\n  -t «a/b:1» .\n```\n', [`${tag}a/b:1`]);
	});

	it('one line of 200,000 carets or quotes is read in time', () => {
		for (const piece of ['^', '"', '%', '(', '!a', 'if 1==1 ']) { assert.deepEqual(extractWith(shellCard, 'x.bat', piece.repeat(200_000 / piece.length)).uses, []); }
	});
});

describe('PowerShell', () => {
	it('block comments, splats and paths', () => {
		const { builds } = expectUses(shellCard, 'b.ps1', `<#
docker pull no
#>
$rest = @("--rm")
docker build -f .\\docker\\Dockerfile \`
  -t «a/b:1» .
& docker run @rest «c:1» x
docker pull "«d:$env:TAG»"
<# docker pull no`, [`${tag}a/b:1`, `${pull}c:1`, 'command-pull variable -']);
		assert.ok(builds.some(({ dockerfile }) => dockerfile === 'docker/Dockerfile'));
	});
});

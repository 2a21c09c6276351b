import type { Family } from './bare/bareText.ts';

/** What people see of a message: in a terminal, a log of a build service, of a system. */
export const wrappings = {
	plain: text => text,
	crlf: text => `$ make image\n${text}\nmake: *** [Makefile:12: image] Error 1\n`.replace(/\n/g, '\r\n'),
	coloured: text => each(text, line => `\u001b[0m\u001b[1;31m${line.slice(0, 7)}\u001b[0m\u001b[91m${line.slice(7)}\u001b[0m\u001b[K`),
	buildkit: text => `#1 [internal] load build definition from Dockerfile\n#1 DONE 0.0s\n\n${each(text, line => `#4 0.345 ${line}`)}\n#4 ERROR: process "/bin/sh -c x" did not complete successfully: exit code: 1`,
	frame: text => `#3 [internal] load metadata for x\n#3 ERROR: ${text}\n------\n > [internal] load metadata for x:\n------\nDockerfile:3\n--------------------\n   2 |     \n   3 | >>> FROM x\n   4 |     \n--------------------\nERROR: failed to build: failed to solve: ${text}`,
	compose: text => `${each(text, line => `builder-1   | ${line}`)}\nbuilder-1 exited with code 1`,
	composeColoured: text => each(text, line => `\u001b[36mweb_1       |\u001b[0m ${line}`),
	github: text => `2025-01-01T00:00:00.1234567Z ##[group]Run docker build\n2025-01-01T00:00:00.2234567Z ##[endgroup]\n${each(text, line => `2025-01-01T00:00:01.0000000Z ${line}`)}\n2025-01-01T00:00:02.0000000Z ##[error]Process completed with exit code 1.`,
	githubError: text => `2025-01-01T00:00:01.0000000Z ##[error]${text.split('\n').join('\n2025-01-01T00:00:01.0000000Z ')}`,
	gitlab: text => `section_start:1735689600:step_script\r\u001b[0K\u001b[0K\u001b[36;1mExecuting "step_script" stage of the job script\u001b[0;m\u001b[0;m\n\u001b[32;1m$ make image\u001b[0;m\n${text}\nsection_end:1735689612:step_script\r\u001b[0K\u001b[0K\u001b[36;1mCleaning up project directory and file based variables\u001b[0;m\n\u001b[31;1mERROR: Job failed: exit code 1\n\u001b[0;m`,
	gitlabTimes: text => each(text, line => `2025-01-01T10:11:12.123456Z 01O ${line}`),
	azure: text => `${each(text, line => `2025-01-01T10:11:12.1234567Z ${line}`)}\n2025-01-01T10:11:12.1234567Z ##[error]Docker failed with exit code 1`,
	jenkins: text => `${each(text, line => `[2025-01-01T10:11:12.123Z] ${line}`)}\nscript returned exit code 1`,
	devcontainer: text => `[2025-01-01T10:11:12.123Z] Start: Run: docker buildx build --load -f /tmp/Dockerfile-with-features .\n${text}\n[2025-01-01T10:11:13.000Z] Stop (812 ms): Run: docker buildx build\n[2025-01-01T10:11:13.001Z] Error: Command failed: docker buildx build --load -f /tmp/Dockerfile-with-features .`,
	logrus: text => `time="2025-01-01T12:00:00+02:00" level=fatal msg="${escaped(text)}"`,
	logrusTerminal: text => `\u001b[31mFATA\u001b[0m[0003] ${text}`,
	klog: text => `E0101 12:00:00.123456    1234 log.go:32] "PullImage from image service failed" err="rpc error: code = Unknown desc = ${escaped(text)}" image="x"`,
	klogOld: text => `E0101 12:00:00.123456    1234 remote_image.go:113] PullImage "x" from image service failed: rpc error: code = Unknown desc = ${text}`,
	events: text => `Events:\n  Type     Reason     Age               From               Message\n  ----     ------     ----              ----               -------\n  Normal   Pulling    3s (x2 over 5s)   kubelet            Pulling image "x"\n  Warning  Failed     3s (x2 over 5s)   kubelet            Failed to pull image "x": rpc error: code = Unknown desc = ${text}\n  Warning  Failed     3s (x2 over 5s)   kubelet            Error: ErrImagePull`,
	journal: text => each(text, line => `Jan 01 12:00:00 node-1 podman[99321]: ${line}`),
	jsonFile: text => each(text, line => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2025-01-01T00:00:00.000000000Z' })),
	jsonMessage: text => JSON.stringify({ level: 'error', ts: 1735689600.12, caller: 'worker/run.go:77', msg: text }),
	dockerStream: text => JSON.stringify({ errorDetail: { message: text }, error: text }),
	columns80: text => each(text, line => line.match(/.{1,80}/g)?.join('\n') ?? ''),
	cloudBuild: text => each(text, line => `Step #1 - "build": ${line}`),
	codeBuild: text => each(text, line => `[Container] 2025/01/01 10:11:12.123456 ${line}`),
	tekton: text => each(text, line => `[build-and-push] ${line}`),
	act: text => each(text, line => `[CI/build]   | ${line}`),
	teamCity: text => each(text, line => `[10:11:12]E:\t [Step 2/3] ${line}`),
	buildkite: text => each(text, line => `\u001b_bk;t=1735689600123\u0007${line}`),
	containerLog: text => each(text, line => `2025-01-01T00:00:00.123456789Z stderr F ${line}`),
	terraform: text => `╷\n${each(text, line => `│ ${line}`)}\n╵`,
	german: text => `PS C:\\Benutzer\\Jörg\\projekt> docker build .\n${text}\nFehler: Der Befehl wurde mit Exitcode 1 beendet.\nDas System kann die angegebene Datei nicht finden.`,
} satisfies Record<string, (text: string) => string>;

type Wrapping = keyof typeof wrappings;

const services: readonly Wrapping[] = ['plain', 'crlf', 'compose', 'github', 'gitlabTimes', 'jenkins'];
const anywhere: readonly Wrapping[] = [...services, 'coloured', 'gitlab', 'azure', 'jsonFile', 'columns80', 'german', 'cloudBuild', 'codeBuild', 'tekton', 'act', 'teamCity', 'buildkite', 'containerLog', 'terraform'];

/** Where the messages of each family of tools are seen. */
export const wrappingsOf: Readonly<Record<Family, readonly Wrapping[]>> = {
	whole: services,
	any: anywhere,
	docker: [...anywhere, 'composeColoured', 'githubError', 'devcontainer', 'jsonMessage', 'dockerStream'],
	buildkit: [...anywhere, 'buildkit', 'frame', 'githubError', 'devcontainer'],
	containers: [...anywhere, 'logrus', 'logrusTerminal', 'journal'],
	kube: ['plain', 'crlf', 'coloured', 'klog', 'klogOld', 'events', 'jsonMessage', 'columns80', 'github', 'journal'],
};

function each(text: string, wrap: (line: string) => string): string {
	return text.split('\n').map(wrap).join('\n');
}

/** As Go quotes. */
function escaped(text: string): string {
	return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

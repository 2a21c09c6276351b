import type { ToolSyntax } from './toolSyntax.ts';

const trivy = 'cache-dir: c|config: d|debug exit-code: f|format: ignore-policy: ignore-unfixed ignorefile: input: insecure list-all-pkgs no-progress o|output: password: platform: pkg-types: q|quiet registry-token: removed-pkgs '
	+ 'scanners: security-checks: server: severity: s: skip-db-update skip-dirs: skip-files: t|template: timeout: token: username: vuln-type: db-repository:artifact-list java-db-repository:artifact-list checks-bundle-repository:artifact image-src: compliance: report: rekor-url:';

/** Programs that look into an image: the operand is pulled or taken from the local engine. */
export const scanners: readonly ToolSyntax[] = [
	{ names: ['trivy'], flags: trivy, commands: { 'image': { flags: trivy, operands: 'inspect' }, 'i': { flags: trivy, operands: 'inspect' } } },
	{
		names: ['dive'],
		flags: 'ci-config: config: highestUserWastedPercent: lowestEfficiency: highestWastedBytes: i|ignore-errors j|json: source: ci',
		commands: {
			'': {
				flags: 'ci-config: config: highestUserWastedPercent: lowestEfficiency: highestWastedBytes: i|ignore-errors j|json: source: ci',
				operands: 'inspect',
			},
			'build': { flags: 't|tag:tag f|file: build-arg:' },
		},
	},
];

import { baseName } from '../../util/filePath.ts';

/** Endings that say that the file is about a Dockerfile, not one. */
const others = new Set([
	'md', 'mdx', 'markdown', 'rst', 'adoc', 'txt', 'html', 'json', 'yml', 'yaml', 'toml', 'xml', 'js', 'mjs', 'cjs', 'ts', 'tsx', 'py', 'go', 'rb', 'rs',
	'java', 'sh', 'bash', 'ps1', 'bat', 'cmd', 'dockerignore', 'containerignore', 'lock', 'orig', 'rej', 'patch', 'diff', 'log', 'png', 'svg', 'swp', 'bak',
	'zip', 'gz', 'tar', 'vim', 'lua', 'el', 'c', 'h', 'cc', 'cpp', 'hpp', 'cs', 'php', 'snap', 'sha256', 'sum', 'mk', 'j2', 'jinja', 'jinja2', 'tmpl', 'tpl', 'erb', 'ejs', 'm4', 'mustache', 'hbs',
]);

/**
 * `Dockerfile`, `Containerfile`, `Dockerfile.dev`, `dev.Dockerfile`, `dev-Dockerfile`, `Dockerfile-dev`, `Dockerfile2`, `DockerfileDev`,
 * `dev.containerfile`, in any case; not `Dockerfile.md`.
 */
export function isDockerfileName(file: string): boolean {
	const written = baseName(file);
	const name = written.toLowerCase();
	if (/^(?:docker|container)file[0-9]*$|.[._-](?:docker|container)file$/.test(name)) { return true; }
	const variant = /^(?:docker|container)file[0-9]*[._-](.+)$/.exec(name)?.[1] ?? /^(?:Docker|Container)file([A-Z].*)$/.exec(written)?.[1]?.toLowerCase();
	return variant !== undefined && !others.has(variant.slice(variant.lastIndexOf('.') + 1)) && !variant.endsWith('~');
}

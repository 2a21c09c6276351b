import type { Fix } from '../../model/index.ts';
import { loginFix } from './candidateFixes.ts';

/** The command that gets a new login: Amazon's own for ECR, else the ordinary one. */
export function reloginFix(host: string): Fix {
	const region = /\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com$/.exec(host)?.groups?.['region'];
	if (region === undefined) { return loginFix(host); }
	const text = `aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}`;
	return { title: { text: 'Log in to {host}', args: { host } }, edits: [], action: { type: 'terminal', text }, safe: false };
}

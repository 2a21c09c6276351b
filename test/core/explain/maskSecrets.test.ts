import assert from 'node:assert/strict';
import { explain } from '../../../src/core/explain/explain.ts';
import { maskSecrets } from '../../../src/core/explain/maskSecrets.ts';

const secret = 'C4n4ryS3cretXYZ';
const login = Buffer.from(`robot:${secret}`).toString('base64');
const token = `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjNG40cnkifQ.${secret}`;
const failed = ': unauthorized: access to the requested resource is not authorized';
const said = 'Error response from daemon: manifest for quay.io/acme/app:1 not found: manifest unknown: manifest unknown';

const lines: Readonly<Record<string, readonly string[]>> = {
	'command lines': [
		`docker login -u ci -p ${secret} quay.io`, `docker login -u=ci -p=${secret} quay.io`, `docker login -uci -p${secret} quay.io`, `docker login quay.io -p '${secret}' -u ci`,
		`docker login --username ci --password ${secret} quay.io`, `docker login --password="${secret}" quay.io`, `echo ${secret} | docker login -u ci --password-stdin quay.io`,
		`skopeo copy --src-creds ci:${secret} docker://quay.io/a docker://x`, `skopeo copy --dest-creds=ci:${secret} docker://quay.io/a docker://x`, `skopeo inspect --creds "ci:${secret}" docker://quay.io/a`,
		`skopeo copy --src-registry-token ${secret} docker://quay.io/a docker://x`, `oc create secret docker-registry x --docker-password=${secret}`, `oc login --token=sha256~${secret}${secret}`,
		`curl -u ci:${secret} https://quay.io/v2/`, `curl --user ci:${secret} https://quay.io/v2/`, `helm registry login -u ci --password ${secret} quay.io`, `crane auth login quay.io -u ci -p ${secret}`,
		`docker build --build-arg NPM_TOKEN=${secret} .`, `docker build --build-arg=GH_PAT=${secret} .`, `docker login -u ci --password '${secret} and ${secret}' quay.io`, `printf %s ${secret} | docker login -u ci --password-stdin quay.io`,
		`docker login -u ci --password-stdin <<< ${secret}`, `cat <<< ${secret} | podman login --password-stdin`, `docker build --secret id=x,src=<(echo ${secret}) .`, `sshpass -p ${secret} ssh x`, `mysqldump -u root -p${secret} db`, `Bearer abcdefghijklmnop${secret}`, `.dockerconfigjson: ${login}`, `crictl pull --auth ${login} quay.io/a`, `podman pull --creds ci:'${secret}' quay.io/a`, `oc registry login --auth-basic=ci:${secret}`, `skopeo copy --src-password ${secret} docker://a docker://b`, `docker login -u ci \\\n  -p ${secret} quay.io`,
	],
	'addresses': [
		`Get "https://ci:${secret}@quay.io/v2/acme/app/manifests/1"`, `Get "https://${secret}@quay.io/v2/acme/app/manifests/1"`, `Get "https://ci:p@${secret}@quay.io/v2/acme/app/manifests/1"`,
		`docker://ci:${secret}@quay.io/acme/app:1`, `docker pull ci:${secret}@quay.io/acme/app`, `https://quay.io/v2/auth?token=${secret}&x=1`, `https://quay.io/v2/auth?account=ci&access_token=${secret}`,
		`https://s3.example/x?X-Amz-Signature=${secret}&X-Amz-Credential=${secret}`, `https://blob.example/x?sv=1&sig=${secret}`,
	],
	'headers': [
		`Authorization: Bearer ${secret}`, `authorization: Basic ${login}`, `"Authorization":["Bearer ${secret}"]`, `Authorization:[Bearer ${secret}]`, `-H "Authorization: Bearer ${secret}"`, `Authorization: ${secret}`,
		`Authorization: Bearer "${secret}"`, `Authorization [Bearer ${secret}]`, `X-JFrog-Art-Api: ${secret}`, `Proxy-Authorization: Basic ${login}`, `X-Registry-Auth: ${login}`, `Cookie: session=${secret}`, `Set-Cookie: sid=${secret}; Path=/`,
	],
	'configuration': [
		`{"auths":{"quay.io":{"auth":"${login}"}}}`, `{\\"auths\\":{\\"quay.io\\":{\\"auth\\":\\"${login}\\"}}}`, `"identitytoken": "${secret}"`, `"registrytoken":"${secret}"`, `{"username":"ci","password":"${secret}"}`,
		`{"Username":"ci","Secret":"${secret}"}`, `PASSWORD=${secret}`, `QUAY_PASSWORD='${secret}'`, `REGISTRY_TOKEN=${secret}`, `pwd=${secret}`, `api_key=${secret}`, `apikey: ${secret}`, `client_secret=${secret}`,
		`REGISTRY_PASS=${secret}`, `QUAY_PW='${secret}'`, `NEXUS_CRED=ci:${secret}`, `AccountKey=${secret}==`, `user=u,pass=${secret}`, `auth: ${login}`, `"private_key": "-----BEGIN PRIVATE KEY-----\\n${secret}"`, `Password for ci: ${secret}`,
		`aws_secret_access_key = ${secret}`, `SecretAccessKey:${secret}`, `AWS_SESSION_TOKEN=${secret}`, `passphrase=${secret}`, `Passwort: ${secret}`, `password "${secret}"`, `password is ${secret}`, `acme+robot:${secret}`,
	],
	'tokens': [
		token, `eyJhdXRocyI6eyJxdWF5LmlvIjp7${secret}==`, `ya29.a1B2c3D4e5a1B2c3D4e5${secret}`, `ghp_A1b2C3d4E5f6G7h8I9j0${secret}`, `github_pat_11ABCDEFG0abcdefghijkl_${secret}`, `glpat-abcdefghij${secret}`, `glcbt-64_${secret}`, `dckr_pat_abcdefghij${secret}`, `dckr_oat_abcdefghij${secret}`,
		`hf_abcdefghijklmno${secret}`, `npm_abcdefghijklmnopqrst${secret}`, `sk-abcdefghij${secret}`, `sha256~abcdefgh${secret}`, `xoxb-12345-${secret}`, `-----BEGIN PRIVATE KEY-----${secret}`,
	],
};

describe('explain: secrets', () => {
	for (const [where, texts] of Object.entries(lines)) {
		it(`in ${where} are neither shown nor kept`, () => {
			for (const text of texts) {
				for (const output of [`${said} ${text}`, `${text}${failed}`, `time="2026-01-01" level=error msg="${`${said} ${text}`.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`]) {
					const { matches } = explain(output);
					assert.ok(matches.length > 0, output);
					const kept = JSON.stringify(matches);
					assert.ok(!kept.includes(secret) && !kept.includes(login.slice(0, 12)), `${text}: ${kept}`);
				}
			}
		});
	}

	it('with an escaped quote inside are hidden behind it too', () => {
		const { matches } = explain(`${said} {"Password":"a\\"${secret}"}`);
		assert.equal(matches[0]?.code, 'tag-not-found');
		assert.ok(!JSON.stringify(matches).includes(secret), matches[0].text);
	});

	it('in an address leave the reference and the host that it names', () => {
		const [match] = explain(`Error response from daemon: Head "https://ci:${secret}@quay.io/v2/acme/app/manifests/1": no basic auth credentials`).matches;
		assert.equal(match?.reference, 'quay.io/acme/app:1');
		assert.equal(match.host, 'quay.io');
		assert.deepEqual(match.remedies.map(({ text }) => text), ['docker login quay.io']);
	});

	it('are not seen where there are none', () => {
		for (const text of [
			'failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aacme%2Fapp%3Apull&service=ghcr.io: 403 Forbidden',
			'unable to retrieve auth token: invalid username/password: unauthorized: incorrect',
			'Requesting bearer token: received unexpected HTTP status: 403 Forbidden',
			'error getting credentials - err: exec: "docker-credential-desktop": executable file not found in $PATH, out: ``',
			'docker://alpine@sha256:1111111111111111111111111111111111111111111111111111111111111111',
			'docker run -p 8080:80 nginx:1.27', 'manifest for ghcr.io/acme/password-store:1.2.3 not found', 'may require authorization: server message: invalid_token: authorization failed', 'Your authorization token has expired. Reauthenticate and try again.',
		]) { assert.equal(maskSecrets(text), text); }
	});
});

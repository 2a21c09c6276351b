import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and a certificate, PEM. */
export interface Certificate { readonly key: string; readonly cert: string }

/** Certificates made for one run: an authority, and what it (or nobody) signed for these names. */
export interface Authority {
	readonly ca: string;
	/** No `days`: over since 2020. */
	issue(names: readonly string[], options?: { readonly days?: number; readonly own?: boolean }): Certificate;
	close(): void;
}

/** Uses openssl; `undefined` where there is none. */
export function authority(): Authority | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-ca-'));
	const run = (...args: readonly string[]): void => { execFileSync('openssl', [...args], { cwd: folder, stdio: 'ignore' }); };
	const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
	const close = (): void => { rmSync(folder, { recursive: true, force: true }); };
	let made = 0;
	try {
		run('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Matrix Authority', '-days', '30');
	} catch {
		close();
		return undefined;
	}
	writeFileSync(join(folder, 'ca.cnf'), '[ca]\ndefault_ca=d\n[d]\nnew_certs_dir=.\ndatabase=index.txt\nserial=serial\ndefault_md=sha256\npolicy=p\ncertificate=ca.pem\nprivate_key=ca.key\nunique_subject=no\n[p]\ncommonName=supplied\n');
	writeFileSync(join(folder, 'index.txt'), '');
	writeFileSync(join(folder, 'serial'), '1000\n');
	return {
		ca: read('ca.pem'), close,
		issue(names, { days = 30, own = false } = {}) {
			const name = `c${made++}`;
			writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${names.map(one => /^[\d.]+$/.test(one) ? `IP:${one}` : `DNS:${one}`).join(',')}\n`);
			run('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${names[0] ?? ''}`);
			const signer = own ? ['-signkey', `${name}.key`] : ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
			if (days > 0) { run('x509', '-req', '-in', `${name}.csr`, ...signer, '-out', `${name}.pem`, '-days', String(days), '-extfile', `${name}.ext`); }
			else { run('ca', '-batch', '-config', 'ca.cnf', '-notext', '-in', `${name}.csr`, '-out', `${name}.pem`, '-startdate', '20200101000000Z', '-enddate', '20200201000000Z', '-extfile', `${name}.ext`); }
			return { key: read(`${name}.key`), cert: read(`${name}.pem`) };
		},
	};
}

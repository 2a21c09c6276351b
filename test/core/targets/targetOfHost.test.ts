import assert from 'node:assert/strict';
import { targetOfHost } from '../../../src/core/targets/targetOfHost.ts';

describe('The target that a registry host is', () => {
	const table: readonly (readonly [host: string, id: string | undefined])[] = [
		['docker-registry.rahti.csc.fi', 'openshift-3.11'],
		['image-registry.apps.2.rahti.csc.fi', 'openshift-4'],
		['default-route-openshift-image-registry.apps.acme.dev:443', 'openshift-4'],
		['123456789012.dkr.ecr.eu-north-1.amazonaws.com', 'ecr'],
		['Registry.GitLab.com', 'gitlab'],
		['registry.acme.dev', undefined],
		['dkr.ecr.amazonaws.com', undefined],
		['notquay.io', undefined],
	];
	for (const [host, id] of table) {
		it(`${host} is ${id ?? 'none that is known'}`, () => assert.equal(targetOfHost(host)?.id, id));
	}
});

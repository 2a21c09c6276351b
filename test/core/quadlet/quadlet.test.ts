import assert from 'node:assert/strict';
import { quadletCard } from '../../../src/core/extract/quadlet/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

function check(title: string, name: string, text: string, expected: readonly string[]): void {
	it(title, () => { expectUses(quadletCard, name, text, expected); });
}

describe('Quadlet units', () => {
	check('the image of a container', 'a.container', '[Unit]\nImage=no:1\n[Container]\n# Image=no:2\nImage = «docker.io/library/a:1»\n', ['quadlet-image image docker.io/library/a:1']);
	check('of a key given twice the last counts', 'a.container', '[Container]\nImage=no:1\nImage=«a:2»\r\n', ['quadlet-image image docker.io/library/a:2']);
	check('a value over two lines', 'a.container', '[Container]\nExec=x \\\n  Image=no:1\nImage=«a:1»\n', ['quadlet-image image docker.io/library/a:1']);
	check('an image over two lines', 'a.container', '[Container]\nImage=«q.io/\\\na:1»\n', ['quadlet-image image q.io/a:1']);
	check('double quotes around a value are dropped, single ones are part of it', 'a.container', '[Container]\nImage="«q.io/a:1»"\n[Volume]\nImage=«\'a:1\'»\n', ['quadlet-image image q.io/a:1', 'quadlet-image invalid -']);
	check('a mount in quotes', 'a.container', '[Container]\nMount="type=image,source=«a:1»,destination=/b"\nMount=\'type=image,source=«a:2»,destination=/b\'\n', ['quadlet-image image docker.io/library/a:1', 'quadlet-image image docker.io/library/a:2']);
	check('other units are local', 'a.container', '[Container]\nImage=«b.build»\n', ['quadlet-image local -']);
	check('specifiers stay open', 'a@.container', '[Container]\nImage=«a:%i»\n', ['quadlet-image variable -']);
	check('the name of the unit is known', 'b/jellyfin.container', '[Container]\nImage=«q.io/%p/%N:1»\n', ['quadlet-image image q.io/jellyfin/jellyfin:1']);
	check('the name of a template without its instance', 'web@.container', '[Container]\nImage=«q.io/%p:1»\nMount=type=image,source=«q.io/%N:1»\n', ['quadlet-image image q.io/web:1', 'quadlet-image variable -']);
	check('the name of the unit in a drop-in, and of an image unit', 'a.image.d/1.conf', '[Image]\nImage=«q.io/%p:1»\n', ['quadlet-image image q.io/a-image:1']);
	check('a name that the unit gives its service', 'a.image', '[Image]\nServiceName=b\nImage=«q.io/%p:1»\n', ['quadlet-image image q.io/b:1']);
	check('what the machine decides', 'a.container', '[Container]\nImage=«q.io/%H/%»\n', ['quadlet-image variable -']);
	check('a doubled percent sign is one', 'a.container', '[Container]\nImage=«a/b%%i»\n', ['quadlet-image invalid -']);
	check('mounts of images', 'a.container', '[Container]\nImage=«a:1»\nMount=type=image,source=«b:1»,destination=/b\nMount=type=bind,source=no,destination=/c\n', ['quadlet-image image docker.io/library/a:1', 'quadlet-image image docker.io/library/b:1']);
	check('images and volumes', 'a.image', '[Image]\nImage=docker://«quay.io/a/b:1»\n[Volume]\nImage=«oci:dir»\n', ['quadlet-image image quay.io/a/b:1', 'quadlet-image local -']);
	check('what a build makes', 'a.build', '[Build]\nImageTag=«localhost/a:1»\nFile=Containerfile\n', ['quadlet-image build-output localhost/a:1']);
	check('an artifact', 'a.artifact', '[Artifact]\nArtifact=«quay.io/a/b:1»\n', ['quadlet-image artifact quay.io/a/b:1']);

	it('the platform is what keys, or the arguments for podman, ask for', () => {
		const platforms = (unit: string): unknown => extractWith(quadletCard, 'q/a.container', unit).uses[0]?.platforms;
		assert.deepEqual(platforms('[Container]\nImage=quay.io/a/b:1\nPodmanArgs=--pull=newer --arch arm64\n'), ['linux/arm64']);
		assert.deepEqual(platforms('[Container]\nImage=quay.io/a/b:1\nPodmanArgs=--platform=linux/arm/v7\n'), ['linux/arm/v7']);
		assert.deepEqual(platforms('[Image]\nImage=quay.io/a/b:1\nArch=arm\nVariant=v7\n'), ['linux/arm/v7']);
		assert.deepEqual(platforms('[Container]\nImage=quay.io/a/b:1\nPodmanArgs=--arch-of=x\n'), []);
	});

	it('a build leads to its Containerfile', () => {
		const [link] = extractWith(quadletCard, 'q/a.build', '[Build]\nImageTag=a\nSetWorkingDirectory=../src\nFile=C\nTarget=t\nBuildArg=A=1\n').builds;
		assert.equal(link?.dockerfile, 'src/C');
		assert.equal(link.target, 't');
		assert.deepEqual(link.args.map(({ name, value }) => [name, value]), [['A', '1']]);
	});

	it('claims by ending and section', () => {
		assert.equal(quadletCard.matches('a.container', undefined, '[Container]\n'), true);
		assert.equal(quadletCard.matches('a.container.d/10.conf', undefined, '[Container]\n'), true);
		assert.equal(quadletCard.matches('a.image', undefined, 'binary'), false);
		assert.equal(quadletCard.matches('a.service', undefined, '[Container]\n'), false);
	});
});

import type { InspectView, PlatformView, StepView } from '../../src/protocol/inspectView.ts';
import { inspectModel } from '../../src/vscode/inspectModel.ts';
import { digest, sampleImage } from './sampleImage.ts';

/** The sample image as the extension sends it on a Linux PC. */
export function sampleView(): InspectView {
	return inspectModel(sampleImage(), { machine: { os: 'linux', architecture: 'amd64' }, targets: [], webPage: true });
}

/** The id of the sample's first platform. */
export const amd64 = digest('cf0c4b8a21e6');

/** An index of many platforms with many layers each, all read. */
export function largeView(platforms: number, layers: number): InspectView {
	const view = sampleView();
	const steps = (platform: number) => Array.from({ length: layers }, (_, at): StepView => ({
		createdBy: `RUN /bin/sh -c apt-get install -y package-${platform}-${at} && make -C /src/${at} install # buildkit`,
		base: at < 3,
		layer: { number: at + 1, size: (at + 1) * 1_000_000, digest: digest(`${platform}a${at}b`), mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', annotations: [], listable: true },
	}));
	return {
		...view,
		platforms: Array.from({ length: platforms }, (_, at): PlatformView => ({
			id: `p${at}`, name: `linux/cpu${at}`, thisMachine: at === 0, format: 'oci', digest: digest(`${at}c`), mediaType: 'application/vnd.oci.image.manifest.v1+json',
			manifestSize: 2000, attestations: [], annotations: [], image: { size: layers * 1_000_000, layerCount: layers, steps: steps(at) },
		})),
	};
}

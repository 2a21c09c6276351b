import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { baseName } from '../../util/filePath.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `localhost/name`: what podman calls images that it built. Docker asks a registry on this machine, with TLS, at port 443. */
export const refPodmanLocalhostPrefix = defineDiagnosis({
	code: 'ref-podman-localhost-prefix',
	title: 'Podman\'s prefix for local images',
	severity: 'warning',
	explanation,
	symptoms,
	*use(use, { facts, workspace }) {
		const { class: meaning, kind, reference, spans } = repositoryUse(use);
		if (meaning !== 'image' || reference?.domain !== 'localhost' || !spans.domain || !spans.path || kind.startsWith('command-')) { return; }
		if ((facts.kind !== 'dockerfile' && facts.kind !== 'compose' && facts.kind !== 'devcontainer') || /Containerfile/i.test(baseName(facts.file))) {
			return;
		}
		if (workspace.some(one => one.commands.some(({ tool }) => tool === 'podman' || tool === 'buildah' || tool === 'podman-compose'))) { return; }
		yield {
			at: spans.domain,
			message: { text: '"localhost/" is how podman names local images; Docker asks a registry there.' },
			fixes: [
				editFix(
					{ text: 'Remove "{text}"', args: { text: 'localhost/' } },
					[{ span: { start: spans.domain.start, end: spans.path.start }, newText: '' }],
					false,
				),
				editFix(
					{ text: 'Change the registry to "{host}"', args: { host: 'localhost:5000' } },
					[{ span: { start: spans.domain.end, end: spans.domain.end }, newText: ':5000' }],
					false,
				),
			],
		};
	},
});

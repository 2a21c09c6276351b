import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { referenceOfWebAddress } from '../../reference/referenceOfWebAddress.ts';
import { editPart } from '../support/partInVariable.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { hostSpan } from '../support/spanOfUse.ts';

const endpoints = ['registry-1.docker.io', 'registry.hub.docker.com', 'auth.docker.io', 'registry.docker.io', 'hub.docker.com'];

/** An inner host of Docker Hub as the registry: Docker's rules for names and the saved login do not apply there. */
export const refHubEndpointAsDomain = defineDiagnosis({
	code: 'ref-hub-endpoint-as-domain',
	title: 'Inner host of Docker Hub',
	severity: 'warning',
	*use(given, { workspace }) {
		const use = repositoryUse(given);
		const { reference } = use;
		if (use.class !== 'image' && use.class !== 'build-output'
				|| !reference
				|| !endpoints.includes(reference.domain)
				|| referenceOfWebAddress(reference.repository) !== undefined) {
			return;
		}
		const newText = reference.path.includes('/') ? 'docker.io' : 'docker.io/library';
		const edit = editPart(use, 'domain', newText, workspace);
		yield {
			at: hostSpan(use),
			message: { text: '{host} is an inner host of Docker Hub; its images are named docker.io/…', args: { host: reference.domain } },
			fixes: edit ? [editFix({ text: 'Change the registry to "{host}"', args: { host: 'docker.io' } }, [edit])] : [],
		};
	},
});

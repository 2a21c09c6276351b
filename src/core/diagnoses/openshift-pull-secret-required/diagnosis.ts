import type { Edit, FileFacts, Fix, ImageUse, PodSpecEntry } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { flagValue } from '../support/findFlag.ts';
import { movedImage } from '../support/movedImage.ts';
import { verifiedCandidates } from '../support/verifiedCandidates.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A Kubernetes or OpenShift manifest uses an image that wants a login, and names no pull secret. The service account may have one, so this informs only. */
export const openshiftPullSecretRequired = defineDiagnosis({
	code: 'openshift-pull-secret-required',
	title: 'Pull secret may be missing',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	answers: ['login-needed', 'not-allowed', 'missing-or-private'],
	async *lookup(use, ask, verdict) {
		if (use.kind !== 'kubernetes-image') { return; }
		const spec = podSpecOf(use, ask.facts);
		if (spec ? spec.pullSecrets.length > 0 || isKeyOnly(spec) : ask.facts.text.includes('imagePullSecrets')) { return; }
		// A name that is right elsewhere needs no secret.
		if (verdict.verdict === 'missing-or-private' && (await movedImage(use.reference, ask) || (await verifiedCandidates(use.reference, ask)).length > 0)) {
			return;
		}
		const host = use.reference.domain;
		const name = createdSecret(host, ask.workspace) ?? 'NAME';
		const create = `oc create secret docker-registry ${name} --docker-server=${host} --docker-username=USER --docker-password=PASSWORD`;
		yield {
			at: use.span,
			message: { text: '{host} wants a login for this image, and this file names no pull secret.', args: { host } },
			evidence: [verdict.evidence],
			fixes: [...namesSecret(spec, name), copy(create), copy(`oc secrets link default ${name} --for=pull`)],
		};
	},
});

/** The pod spec that the image stands in: the one with the image between its containers, else the only one of the file. */
function podSpecOf({ span }: ImageUse, { entries }: FileFacts): PodSpecEntry | undefined {
	const specs = entries.filter(({ path }) => path === 'podSpec');
	const own = specs.find(({ valueSpan }) => valueSpan && valueSpan.start <= span.start && span.end <= valueSpan.end)
		?? (specs.length === 1 ? specs[0] : undefined);
	return own?.value as PodSpecEntry | undefined;
}

/** The key is there without a name that could be read: a template, an empty list. */
function isKeyOnly({ pullSecrets, insertion, flowInsertion }: PodSpecEntry): boolean {
	return pullSecrets.length === 0 && !insertion && !flowInsertion;
}

/** A script of the workspace makes a secret for this registry. */
function createdSecret(host: string, workspace: readonly FileFacts[]): string | undefined {
	const commands = workspace.flatMap(facts =>
		facts.commands.filter(({ tool, subcommand }) => ['oc', 'kubectl'].includes(tool) && subcommand === 'create secret docker-registry'));
	const name = commands.find(command => flagValue(command, 'docker-server') === host)?.operands.at(-1);
	return name && name.open.length === 0 && /^[a-z0-9][a-z0-9.-]*$/.test(name.value) ? name.value : undefined;
}

function namesSecret(spec: PodSpecEntry | undefined, name: string): readonly Fix[] {
	const edit = spec && (lines(spec, name) ?? inBraces(spec, name));
	return edit ? [editFix({ text: 'Add "{flags}"', args: { flags: 'imagePullSecrets' } }, [edit], false)] : [];
}

function lines({ insertion }: PodSpecEntry, name: string): Edit | undefined {
	if (!insertion) { return undefined; }
	const { offset, indent, eol } = insertion;
	return { span: { start: offset, end: offset }, newText: `${indent}imagePullSecrets:${eol}${indent}  - name: ${name}${eol}` };
}

function inBraces({ flowInsertion }: PodSpecEntry, name: string): Edit | undefined {
	if (!flowInsertion) { return undefined; }
	const { offset, quote, separator } = flowInsertion;
	const [key, inner] = ['imagePullSecrets', 'name'].map(word => quote + word + quote);
	return { span: { start: offset, end: offset }, newText: `${key!}: [{ ${inner!}: ${quote}${name}${quote} }]${separator}` };
}

function copy(command: string): Fix {
	return {
		title: { text: 'Copy "{command}"', args: { command: command.split(' ').slice(0, 4).join(' ') } },
		edits: [],
		action: { type: 'copy', text: command },
		safe: false,
	};
}

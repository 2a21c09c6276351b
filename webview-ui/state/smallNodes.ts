import type { AttestationView, KeyValue, StatementView } from '../../src/protocol/inspectView.ts';
import { safeText } from './safeText.ts';
import type { TreeNode } from './treeNode.ts';
import type { Words } from './words.ts';

/** The row *Annotations* with one row each below it; nothing when there are none. */
export function annotationsNode(parent: string, annotations: readonly KeyValue[], words: Words): readonly TreeNode[] {
	if (annotations.length === 0) { return []; }
	const name = words.t('Annotations');
	const id = `${parent}/annotations`;
	return [{
		id,
		subject: { kind: 'annotations', annotations },
		icon: 'note',
		name,
		description: words.number(annotations.length),
		spoken: `${name}, ${words.number(annotations.length)}`,
		search: name.toLowerCase(),
		children: annotations.map(({ key, value }, at) => valueNode(`${id}/${at}`, key, value)),
	}];
}

/** A key with its value, both foreign. */
export function valueNode(id: string, label: string, value: string, icon = 'note'): TreeNode {
	const name = safeText(label);
	const description = safeText(value);
	return {
		id, icon, name, description,
		subject: { kind: 'value', label, value },
		spoken: `${name}, ${description}`,
		search: `${name} ${description}`.toLowerCase(),
		children: [],
	};
}

/** `provenance (SLSA)`: what an attestation states; its short media type until that is read. */
export function attestationName(predicateType: string, words: Words): string {
	if (/slsa|provenance/i.test(predicateType)) { return `${words.t('provenance')} (SLSA)`; }
	if (/spdx/i.test(predicateType)) { return 'SBOM (SPDX)'; }
	if (/cyclonedx/i.test(predicateType)) { return 'SBOM (CycloneDX)'; }
	return safeText(predicateType.replace(/^https?:\/\//, ''));
}

/** The rows of an attestation manifest: one for each statement, or for itself until those are known. */
export function attestationNodes(id: string, attestation: AttestationView, words: Words): readonly TreeNode[] {
	const { statements = [] } = attestation;
	return statements.length === 0
		? [attestationNode(id, attestation, words)]
		: statements.map((statement, at) => statementNode(`${id}/${at}`, attestation, statement, words));
}

function statementNode(id: string, attestation: AttestationView, statement: StatementView, words: Words): TreeNode {
	const plain = statement.predicateType === undefined ? words.t('Attestation') : attestationName(statement.predicateType, words);
	const name = plain.charAt(0).toLocaleUpperCase(words.locale) + plain.slice(1);
	const description = statementText(statement, words);
	return {
		id, name,
		subject: { kind: 'statement', attestation, statement },
		icon: statement.error === undefined ? 'verified' : 'warning',
		...(description !== undefined && { description }),
		size: words.size(statement.size),
		sizeMuted: true,
		type: 'in-toto',
		digest: statement.digest,
		spoken: [name, description, words.sizeSpoken(statement.size)].filter(Boolean).join(', '),
		search: `${name} ${description ?? ''} in-toto ${statement.digest}`.toLowerCase(),
		children: [],
	};
}

/** What a statement says, in one line. */
function statementText({ summary, error }: StatementView, words: Words): string | undefined {
	if (error !== undefined) { return safeText(error); }
	switch (summary?.kind) {
		case 'provenance': return words.n(summary.materials, '{n} material', '{n} materials');
		case 'sbom': return words.n(summary.packages, '{n} package', '{n} packages');
		case 'other':
		case undefined: return undefined;
	}
}

/** The row of one attestation manifest. */
function attestationNode(id: string, attestation: AttestationView, words: Words): TreeNode {
	const states = attestation.predicateTypes.map(type => attestationName(type, words)).join(', ');
	const name = states || words.t('Attestation');
	return {
		id,
		subject: { kind: 'attestation', attestation },
		icon: 'verified',
		name,
		size: attestation.size === undefined ? '…' : words.size(attestation.size),
		sizeMuted: true,
		type: 'in-toto',
		digest: attestation.digest,
		spoken: attestation.size === undefined ? name : `${name}, ${words.sizeSpoken(attestation.size)}`,
		search: `${name} in-toto ${attestation.digest}`.toLowerCase(),
		children: [],
	};
}


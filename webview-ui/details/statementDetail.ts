import type { StatementSummary, StatementView } from '../../src/protocol/inspectView.ts';
import { safeText } from '../state/safeText.ts';
import type { Words } from '../state/words.ts';
import type { Detail, DetailFact } from './detail.ts';
import { copyDigest, digestFact, mediaFact, rawJson, sizeFact } from './usualFacts.ts';

/** What the details pane says of a provenance, an SBOM or another statement. */
export function statementDetail(title: string, statement: StatementView, words: Words): Detail {
	const { t } = words;
	const { summary, error } = statement;
	return {
		title,
		...(error !== undefined && { subtitle: safeText(error) }),
		facts: [
			...(summary ? summaryFacts(summary, words) : []),
			sizeFact(statement.size, words),
			...(statement.predicateType === undefined ? [] : [{ label: t('Predicate'), value: safeText(statement.predicateType), mono: true }]),
			mediaFact(statement.mediaType, words),
			digestFact(statement.digest, words),
		],
		actions: [
			...(summary ? [] : [{ type: 'readStatement', label: error === undefined ? t('Read') : t('Retry'), digest: statement.digest } as const]),
			copyDigest(statement.digest, words),
			rawJson(statement.digest, words),
		],
	};
}

function summaryFacts(summary: StatementSummary, words: Words): readonly DetailFact[] {
	const { t } = words;
	const text = (label: string, value: string | undefined): readonly DetailFact[] =>
		value === undefined ? [] : [{ label, value: safeText(value), mono: true }];
	const date = (label: string, value: string | undefined): readonly DetailFact[] =>
		value === undefined ? [] : [{ label, value: words.dateTime(safeText(value)) }];
	switch (summary.kind) {
		case 'provenance': return [
			...text(t('Builder'), summary.builder), ...text(t('Build type'), summary.buildType),
			...text(t('Source'), summary.source), ...text(t('Revision'), summary.revision),
			{ label: t('Materials'), value: words.number(summary.materials) },
			...date(t('Started'), summary.started), ...date(t('Finished'), summary.finished),
		];
		case 'sbom': return [
			{ label: t('Packages'), value: words.number(summary.packages) },
			...(summary.files > 0 ? [{ label: t('Files'), value: words.number(summary.files) }] : []),
			...text(t('Tools'), summary.tools.length > 0 ? summary.tools.slice(0, 5).join(', ') : undefined),
			...date(t('Created'), summary.created),
		];
		case 'other': return [];
	}
}

import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** Registries are reached through a proxy only. Seen in output; an editor cannot tell it from a network that is down. */
export const proxyRequired = defineDiagnosis({
	code: 'proxy-required',
	title: 'Proxy is needed',
	severity: 'info',
	explanation,
	symptoms,
});

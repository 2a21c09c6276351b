import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The layers can be read only with a private key. Seen only in tools' output: no file shows it. */
export const layersEncrypted = defineDiagnosis({
	code: 'layers-encrypted',
	title: 'Layers are encrypted',
	severity: 'error',
	explanation,
	symptoms,
});

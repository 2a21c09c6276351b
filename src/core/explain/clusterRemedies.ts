import type { Remedy } from '../diagnoses/diagnosis.ts';
import { remedies } from '../diagnoses/openshift-pull-secret-required/symptoms.ts';

/** What helps a cluster that was refused: it pulls with its own secrets, whoever is logged in here. None for other output. */
export function clusterRemedies(code: string, text: string): readonly Remedy[] {
	return refusals.includes(code) && ofCluster.test(text) ? remedies : [];
}

const refusals = ['repository-missing-or-private', 'image-private-no-credentials'];

/** Events of the kubelet, and imports of OpenShift. */
const ofCluster = /\bFailed to pull image "|\bImport failed \(|\bErrImagePull\b|\bkubelet\b/;

import type { FileFacts, ImageUse, QuayConfigFacts, TargetEvidence, YamlEntry } from '../../model/index.ts';
import { baseName } from '../../util/filePath.ts';
import { lineAfter, lineStartAt } from '../../util/lineBounds.ts';
import type { ExtractInput } from '../card.ts';
import { makeUse } from '../makeUse.ts';
import { readQuayConfig } from '../quayConfig/readQuayConfig.ts';
import { fileScalar, scalarValue } from '../yaml/fileScalar.ts';
import { asMap, findPair, itemsOf, pairsOf, resolved, valueOf } from '../yaml/lookup.ts';
import { HostReader } from '../shell/hosts/hostReader.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';
import { buildConfigDockerfile } from './buildConfigDockerfile.ts';
import { kustomizeUses } from './kustomizeUses.ts';
import { objectImages } from './objectUses.ts';
import { fillParameters, parametersOf, stepParameters } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { inlinePatchUses, patchUses } from './patchUses.ts';
import { podSpecEntry } from './podSpec.ts';
import { readStepScripts } from './stepScripts.ts';
import { releaseUses } from './releaseUses.ts';
import { targetEvidence } from './targetEvidence.ts';

/**
 * The images of Kubernetes and OpenShift objects. `entries` hold one `podSpec` for each pod spec (its value is a `PodSpecEntry`,
 * its key span the `containers` key); a Quay configuration inside a Secret or ConfigMap is read too.
 */
export function extractKubernetes({ file, text }: ExtractInput): FileFacts {
	const uses = new Map<number, ImageUse>();
	const entries: YamlEntry[] = [];
	const evidence: TargetEvidence[] = [];
	let quay: QuayConfigFacts | undefined;
	const scripts = new HostReader(file, text, 'kubernetes');
	const addObject = (object: YamlMap, outer: Parameters): void => {
		const kind = scalarValue(valueOf(object, 'kind')) ?? '';
		const name = scalarValue(valueOf(asMap(valueOf(object, 'metadata')), 'name'));
		const seen = targetEvidence(object);
		if (seen && !evidence.some(known => known.reason === seen.reason)) { evidence.push(seen); }
		quay ??= quayConfigIn(text, object);
		const { places, podSpecs } = objectImages(object);
		const runsSteps = /^(?:tekton\.dev|argoproj\.io)\//.test(scalarValue(valueOf(object, 'apiVersion')) ?? '');
		const parameters = runsSteps ? stepParameters(file, text, object) : outer;
		readStepScripts(scripts, object, parameters, runsSteps);
		for (const place of places) {
			const scalar = fileScalar(text, place.node);
			if (!scalar) { continue; }
			const filled = fillParameters(scalar, parameters);
			const label = [kind, name, place.label].filter(part => part !== undefined && part !== '').join(' ');
			const known = uses.get(scalar.span.start);
			if (known) { continue; }
			const isTool = filled.value.text.startsWith('ko://');
			const use = makeUse(text, {
				kind: 'kubernetes-image', role: place.role, ...filled,
				open: filled.open || isTool || place.open === true,
				...(isTool && { openClass: 'local' as const }),
				owner: { label, span: findPair(object, 'kind')?.key.span ?? scalar.span },
				environmentDependent: filled.variables.length > 0,
				...(place.platforms && { platforms: place.platforms }),
			});
			uses.set(scalar.span.start, place.neverPulled ? { ...use, neverPulled: true } : use);
		}
		if (kind === 'BuildConfig') {
			for (const use of buildConfigDockerfile(file, text, object, parameters)) { uses.set(use.span.start, use); }
		}
		for (const use of releaseUses(text, object)) {
			if (!uses.has(use.span.start)) { uses.set(use.span.start, use); }
		}
		for (const { map, path } of podSpecs) {
			const pair = findPair(map, 'containers')!;
			entries.push({
				path: 'podSpec', value: podSpecEntry(text, map, path, { kind, name }), keySpan: pair.key.span,
				...(pair.value && { valueSpan: pair.value.span }),
				lineSpan: { start: lineStartAt(text, pair.key.span.start), end: lineAfter(text, pair.key.span.end) },
			});
		}
	};
	for (const { root } of readYaml(text)) {
		const object = asMap(root);
		if (!object) {
			for (const use of patchUses(text, root)) { uses.set(use.span.start, use); }
			continue;
		}
		const kind = scalarValue(valueOf(object, 'kind'));
		if (kind === 'Kustomization' || /^kustomization\.ya?ml$/i.test(baseName(file))) {
			for (const use of [...kustomizeUses(text, object), ...inlinePatchUses(text, object)]) { uses.set(use.span.start, use); }
			continue;
		}
		const parameters: Parameters = kind === 'Template' ? parametersOf(file, text, object) : new Map();
		const items = kind === 'Template' ? itemsOf(valueOf(object, 'objects')) : kind?.endsWith('List') ? itemsOf(valueOf(object, 'items')) : [];
		if (items.length === 0) { addObject(object, parameters); continue; }
		const own = targetEvidence(object);
		if (own) { evidence.push(own); }
		for (const item of items) {
			const inner = asMap(item);
			if (inner) { addObject(inner, parameters); }
		}
	}
	const run = scripts.collection.facts();
	const sorted = [...uses.values(), ...run.uses].sort((a, b) => a.span.start - b.span.start);
	return { file, kind: 'kubernetes', text, uses: sorted, commands: run.commands, steps: [], builds: run.builds, evidence, entries, ...(quay && { quay }) };
}

function quayConfigIn(text: string, object: YamlMap): QuayConfigFacts | undefined {
	for (const key of ['stringData', 'data']) {
		for (const { value } of pairsOf(asMap(valueOf(object, key)))) {
			const scalar = resolved(value);
			if (scalar?.kind !== 'scalar' || !scalar.value.includes('ALLOWED_OCI_ARTIFACT_TYPES')) { continue; }
			const found = readQuayConfig(scalarMap(text, scalar), text);
			if (found) { return found; }
		}
	}
	return undefined;
}

import type { BuildLink, FileFacts, ImageUse } from '../../model/index.ts';
import { neededStages, usesOfStage } from './builtStages.ts';

/** The images that a build needs on one of its platforms: those of its stages and what these copy from, where FROM names no platform itself. */
export function buildBases(file: FileFacts, { target }: BuildLink, platform: string): readonly ImageUse[] {
	return neededStages(file, target, platform).flatMap(index => {
		const stage = file.dockerfile?.stages[index];
		const from = file.uses[stage?.use ?? -1];
		return !from || namesPlatform(from, file, stage?.span.start)
			? []
			: usesOfStage(file, index).filter(use => use.class === 'image' && use.reference && isPulled(use));
	});
}

function isPulled({ kind }: ImageUse): boolean {
	return kind === 'from' || kind === 'copy-from' || kind === 'run-mount-from';
}

/**
 * True where FROM need not be told that it lacks this platform: a build that lists several is told at its own list
 * (`platform-multiarch-partial`), and no build for the platform uses the stage.
 */
export function isLeftToBuild(use: ImageUse, platform: string, facts: FileFacts, workspace: readonly FileFacts[]): boolean {
	const asking = workspace.flatMap(({ file, text, builds }) => builds
		.filter(build => build.dockerfile === facts.file && build.platforms.includes(platform))
		.map(build =>
			({ isBase: buildBases(facts, build, platform).some(({ span }) => span.start === use.span.start), listed: listedAt(build, platform, file, text) })));
	if (asking.length === 0 || use.kind !== 'from' || asking.some(({ isBase, listed }) => isBase && !listed)) { return false; }
	return asking.some(({ isBase }) => isBase)
		|| !facts.dockerfile?.stages.some(({ use: index, span }) =>
			facts.uses[index ?? -1]?.span.start === use.span.start && namesPlatform(use, facts, span.start));
}

/** Where a build of several platforms lists this one in its own file; `undefined` elsewhere. */
export function listedAt({ platforms, platformPlaces }: BuildLink, platform: string, file: string, text: string) {
	const place = platforms.length > 1 ? platformPlaces?.[platforms.indexOf(platform)] : undefined;
	return place?.file === file && text.slice(place.span.start, place.span.end) === platform ? place.span : undefined;
}

function namesPlatform(use: ImageUse, file: FileFacts, start: number | undefined): boolean {
	return /--platform/.test(file.text.slice(start, use.span.start));
}

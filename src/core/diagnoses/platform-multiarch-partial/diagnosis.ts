import type { BuildLink } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { buildBases, listedAt } from '../support/buildBases.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { runnablePlatforms } from '../support/platformName.ts';
import { removeFlag } from '../support/removeFlag.ts';
import { withoutEntry } from '../support/withoutEntry.ts';
import { servesPlatform } from '../../util/platformName.ts';

/** A build for several platforms, one of which a base image does not have; told where the build lists it. */
export const platformMultiarchPartial = defineDiagnosis({
	code: 'platform-multiarch-partial',
	title: 'Base image lacks a platform of the build',
	severity: 'warning',
	async *buildLookup(build, ask) {
		const { file, text, builds, commands } = ask.facts;
		const dockerfile = ask.workspace.find(facts => facts.file === build.dockerfile);
		const files = new Set(ask.workspace.map(facts => facts.file));
		if (!dockerfile || build.platforms.length < 2) { return; }
		const editable = build.command === undefined || commands[build.command]?.editable === true;
		for (const platform of build.platforms) {
			const at = listedAt(build, platform, file, text);
			if (!at) { continue; }
			for (const use of buildBases(dockerfile, build, platform)) {
				const answer = use.reference && await existingManifest(use.reference, ask);
				if (answer?.manifest.kind !== 'index') { continue; }
				const available = runnablePlatforms(answer.manifest.manifests);
				if (available.length === 0 || servesPlatform(platform, available)) { continue; }
				if (builds.find(other =>
					isSame(other, build) && listedAt(other, platform, file, text)?.start === at.start && files.has(other.dockerfile)) !== build) {
					continue;
				}
				const command = build.command === undefined ? undefined : commands[build.command];
				// A flag that names this platform alone goes whole.
				const own = command?.flags.find(({ long, value }) =>
					long === 'platform' && value?.value === platform && value.span.start <= at.start && at.end <= value.span.end);
				const edit = editable ? own ? removeFlag(command!, text, own) : withoutEntry(text, at) : undefined;
				yield {
					at,
					message: { text: 'The base image "{reference}" is not available for {platform}.', args: { reference: use.value ?? use.text, platform } },
					evidence: [answer.evidence],
					related: [{ file: dockerfile.file, span: use.span, message: { text: 'The base image stands here' } }],
					fixes: edit ? [editFix({ text: 'Remove {platform} from the platforms', args: { platform } }, [edit], false)] : [],
				};
			}
		}
	},
});

/** Several services may share one list, and a command has a link for each Dockerfile that it may mean. */
function isSame(one: BuildLink, other: BuildLink): boolean {
	return one.command === other.command && (one.command !== undefined || one.dockerfile === other.dockerfile);
}

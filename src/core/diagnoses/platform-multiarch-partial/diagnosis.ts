import type { FileFacts, ImageUse } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { builtStages } from '../support/builtStages.ts';
import { findFlag } from '../support/findFlag.ts';
import { replaceFlagValue } from '../support/replaceFlag.ts';
import { runnablePlatforms } from '../support/platformName.ts';
import { servesPlatform } from '../../util/platformName.ts';

/** A build for several platforms, one of which a base image does not have. */
export const platformMultiarchPartial = defineDiagnosis({
	code: 'platform-multiarch-partial',
	title: 'Base image lacks a platform of the build',
	severity: 'warning',
	async *commandLookup(command, ask) {
		const flag = findFlag(command, 'platform');
		const list = flag?.value?.value.split(',').map(name => name.trim()).filter(name => name !== '') ?? [];
		const index = ask.facts.commands.indexOf(command);
		const link = ask.facts.builds.find(one => one.command === index);
		const file = link && ask.workspace.find(facts => facts.file === link.dockerfile);
		if (!flag?.value || flag.value.open.length > 0 || list.length < 2 || !file) { return; }
		for (const use of bases(file, link.target)) {
			const answer = use.reference && await existingManifest(use.reference, ask);
			if (answer?.manifest.kind !== 'index') { continue; }
			const available = runnablePlatforms(answer.manifest.manifests);
			for (const platform of list.filter(name => available.length > 0 && !servesPlatform(name, available))) {
				const at = ask.facts.text.indexOf(platform, flag.value.span.start);
				if (at === -1 || at > flag.value.span.end) { continue; }
				const edit = replaceFlagValue(flag, ask.facts.text, list.filter(name => name !== platform).join(','));
				yield {
					at: { start: at, end: at + platform.length },
					message: { text: 'The base image "{reference}" is not available for {platform}.', args: { reference: use.value ?? use.text, platform } },
					evidence: [answer.evidence],
					related: [{ file: file.file, span: use.span, message: { text: 'The base image stands here' } }],
					fixes: edit && command.editable ? [editFix({ text: 'Remove {platform} from the platforms', args: { platform } }, [edit], false)] : [],
				};
			}
		}
	},
});

/** The images that the built stage is made from, without those whose FROM names a platform itself. */
function bases(file: FileFacts, target: string | undefined): readonly ImageUse[] {
	return builtStages(file, target).flatMap(stage => {
		const use = file.uses[file.dockerfile?.stages[stage]?.use ?? -1];
		const named = use && /--platform/.test(file.text.slice(file.dockerfile?.stages[stage]?.span.start, use.span.start));
		return use?.class === 'image' && use.reference && !named ? [use] : [];
	});
}

import type { ImageUse } from '../../model/index.ts';
import { lineStartAt } from '../../util/lineBounds.ts';
import type { Ask } from '../diagnosis.ts';

/** The platforms that a use must have: those that the file asks for there, else those of the settings or this machine. */
export function wantedPlatforms(
	use: ImageUse,
	{ facts, platforms }: Pick<Ask, 'facts' | 'platforms'>,
): { readonly names: readonly string[]; readonly byFile: boolean } {
	const named = use.platforms
		.map(name => processor.test(name) ? `linux/${name}` : name)
		.filter(name => /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/i.test(name));
	// `--platform=$BUILDPLATFORM` is whatever machine builds: nothing that the file asks for.
	const flag = /--platform=["']?(?<value>\S+)[^\n]*$/.exec(facts.text.slice(lineStartAt(facts.text, use.span.start), use.span.start))?.groups?.['value'];
	if (use.platforms.length === 0) { return { names: platforms, byFile: false }; }
	return flag !== undefined && /\$\{?(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)/.test(flag) ? { names: [], byFile: false } : { names: named, byFile: true };
}

/** A processor alone means Linux (containerd's `platforms.Parse`). */
const processor = /^(?:amd64|x86[_-]64|arm64|aarch64|arm|armhf|armel|386|i386|ppc64le|s390x|riscv64|loong64|mips64le)$/i;

import type { Message, Verdict } from '../../model/index.ts';
import type { LookedUpUse, Report } from '../diagnosis.ts';
import { hostSpan } from './spanOfUse.ts';

/** What a registry's verdict says of its host, at the host's name. `{host}` is filled in; further slots are given. */
export function hostReport(use: LookedUpUse, { evidence }: Verdict, text: string, args: Message['args'] = {}): Report {
	return { at: hostSpan(use), message: { text, args: { host: use.reference.domain, ...args } }, evidence: [evidence] };
}

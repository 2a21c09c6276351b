import type { HelperResult, RunHelper } from './runHelper.ts';

const kept = 30_000;

/** Runs a helper once for many repositories of a host: the same question within half a minute gives the same answer. */
export function rememberHelper(run: RunHelper, clock: () => number): RunHelper {
	const answers = new Map<string, { readonly answer: Promise<HelperResult>; readonly until: number }>();
	return (program, input) => {
		const key = `${program}\n${input}`;
		const found = answers.get(key);
		if (found && found.until > clock()) { return found.answer; }
		const answer = run(program, input).catch((): HelperResult => ({ type: 'failed', text: 'could not be run' }));
		answers.set(key, { answer, until: clock() + kept });
		return answer;
	};
}

import Module from 'node:module';
import { stopwatch } from './stopwatch.ts';

interface Loaded { exports: { activate?(context: unknown): unknown } }

/** Takes the time of loading the extension's main bundle and of its `activate`, from now on; in milliseconds. */
export function watchActivation(): { stop(): { readonly load: number; readonly activate: number } } {
	const times = { load: 0, activate: 0 };
	const extensions = Reflect.get(Module, '_extensions') as Record<string, (module: Loaded, file: string) => void>;
	const original = extensions['.js']!;
	extensions['.js'] = (module, file) => {
		const watch = stopwatch();
		original(module, file);
		const { activate } = module.exports;
		if (!/dist[\\/]extension\.js$/.test(file) || !activate) { return; }
		times.load = watch();
		module.exports = {
			...module.exports,
			activate(context: unknown) {
				const begun = stopwatch();
				const result = activate(context);
				times.activate = begun();
				return result;
			},
		};
	};
	return { stop() { extensions['.js'] = original; return times; } };
}

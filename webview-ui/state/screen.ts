import type { CompareView } from '../../src/protocol/compareView.ts';
import type { ExplainView } from '../../src/protocol/explainView.ts';
import type { FailureView } from '../../src/protocol/failureView.ts';
import type { InspectView, NamedReference } from '../../src/protocol/inspectView.ts';
import type { LayerFilesView } from '../../src/protocol/layerFilesView.ts';
import type { ToWebview } from '../../src/protocol/toWebview.ts';

/** What is to be seen. */
export type Screen =
	| { readonly type: 'blank' }
	| { readonly type: 'loading'; readonly reference: NamedReference; readonly hosts: readonly string[] }
	| { readonly type: 'failed'; readonly reference: NamedReference; readonly failure: FailureView }
	| {
		readonly type: 'inspect';
		readonly view: InspectView; /** Asked again; the old answer stays until then. */
		readonly refreshing: boolean;
		readonly files?: FilesScreen
	}
	| { readonly type: 'compare'; readonly view: CompareView }
	| { readonly type: 'explain'; readonly view: ExplainView };

/** The files of one layer, in place of the tree. */
export type FilesScreen =
	| { readonly type: 'reading'; readonly digest: string; readonly read: number; readonly total: number }
	| { readonly type: 'list'; readonly digest: string; readonly view: LayerFilesView }
	| { readonly type: 'failed'; readonly digest: string; readonly failure: FailureView };

/** The screen after a message; the same object when nothing changed. Messages that come too late are dropped. */
export function nextScreen(screen: Screen, message: ToWebview): Screen {
	switch (message.type) {
		case 'init':
		case 'announce': return screen;
		case 'loading':
			if (screen.type === 'inspect' && screen.view.reference.canonical === message.reference.canonical) {
				return { ...screen, refreshing: true };
			}
			return { type: 'loading', reference: message.reference, hosts: message.hosts };
		case 'failed': return { type: 'failed', reference: message.reference, failure: message.failure };
		case 'inspect': return screen.type === 'inspect' && screen.files && screen.view.digest === message.view.digest
			? { ...screen, view: message.view, refreshing: false }
			: { type: 'inspect', view: message.view, refreshing: false };
		case 'platforms': {
			if (screen.type !== 'inspect') { return screen; }
			const changed = new Map(message.platforms.map(platform => [platform.id, platform]));
			const platforms = screen.view.platforms.map(platform => changed.get(platform.id) ?? platform);
			const created = screen.view.created ?? platforms.find(({ thisMachine }) => thisMachine)?.image?.configuration?.created;
			return { ...screen, view: { ...screen.view, platforms, ...(created !== undefined && { created }) } };
		}
		case 'referrers': return screen.type === 'inspect' ? { ...screen, view: { ...screen.view, referrers: message.referrers } } : screen;
		case 'filesProgress': return withFiles(screen, { type: 'reading', digest: message.digest, read: message.read, total: message.total });
		case 'files': return withFiles(screen, { type: 'list', digest: message.view.digest, view: message.view });
		case 'filesFailed': return withFiles(screen, { type: 'failed', digest: message.digest, failure: message.failure });
		case 'compare': return { type: 'compare', view: message.view };
		case 'explain': return { type: 'explain', view: message.view };
	}
}

/** The person asked for the files of a layer, and sees at once that they are being read. */
export function openFiles(screen: Screen, digest: string, total: number): Screen {
	return screen.type === 'inspect' ? { ...screen, files: { type: 'reading', digest, read: 0, total } } : screen;
}

/** Back from the files to the tree. */
export function closeFiles(screen: Screen): Screen {
	if (screen.type !== 'inspect') { return screen; }
	const { files: _, ...rest } = screen;
	return rest;
}

/** Only the layer that is open counts: after *Cancel* late news are not wanted. */
function withFiles(screen: Screen, files: FilesScreen): Screen {
	return screen.type === 'inspect' && screen.files?.digest === files.digest ? { ...screen, files } : screen;
}

import type { ImageTree, Reference } from '../../core/model/index.ts';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import { t } from '../l10n.ts';
import type { PageHost } from './pageHost.ts';

/** *List files…* of a layer. */
export async function listLayerFiles(host: PageHost, _reference: Reference, _tree: ImageTree, message: Extract<FromWebview, { readonly type: 'listFiles' | 'cancelFiles' }>): Promise<void> {
	if (message.type === 'cancelFiles') { return; }
	host.post({ type: 'filesFailed', digest: message.digest, failure: { message: t('The files of this layer cannot be listed yet.'), evidence: [], actions: [] } });
}

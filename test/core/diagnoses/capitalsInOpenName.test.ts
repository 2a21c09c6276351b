import assert from 'node:assert/strict';
import { capitalsInOpenName } from '../../../src/core/diagnoses/support/capitalsInOpenName.ts';

const table: readonly (readonly [text: string, capitals: string | undefined])[] = [
	['ghcr.io/${{ github.repository_owner }}/MyApp:1', 'MyApp'],
	['ghcr.io/Acme/app:${{ github.sha }}', 'Acme'],
	['$REGISTRY/MyApp:$TAG', 'MyApp'],
	['$REGISTRY/MyApp$SUFFIX', 'MyApp'],
	['%REGISTRY%/MyApp:1', 'MyApp'],
	['{{ .Values.registry }}/Acme/app:1', 'Acme'],
	['ghcr.io/Acme/Web:$TAG', 'Acme/Web'],
	['ghcr.io/Acme/web/Base:$TAG', 'Acme/web/Base'],
	['ghcr.io/$OWNER-Team/app', '\u0000'],
	['ghcr.io/${{ github.repository }}:latest', undefined],
	['ghcr.io/acme/app:${{ github.ref_name }}-RC1', undefined],
	['ghcr.io/acme/$IMAGE-RC1', undefined],
	['ghcr.io/acme/$IMAGE:RC1', undefined],
	['Acme/$IMAGE', undefined],
	['$REGISTRY:5000/app:RC1', undefined],
	['ghcr.io/${OWNER,,}/app:1', undefined],
	['ghcr.io/$(echo Acme/App | tr A-Z a-z)/app:1', undefined],
	['ghcr.io/`echo Acme/App`/app:1', undefined],
	['${IMAGE:-ghcr.io/Acme/App}', undefined],
	['docker://$REGISTRY/App', undefined],
	['"$REGISTRY/App"', undefined],
	['$IMAGE', undefined],
	['', undefined],
];

describe('Capitals in a name with open variables', () => {
	for (const [text, capitals] of table) {
		it(`${text || 'nothing'}: ${capitals === '\u0000' ? 'the segment' : capitals ?? 'nothing certain'}`, () => {
			const span = capitalsInOpenName(text);
			assert.equal(span && text.slice(span.start, span.end), capitals === '\u0000' ? '$OWNER-Team' : capitals);
		});
	}
	it('is found in linear time', () => {
		const started = performance.now();
		capitalsInOpenName(`${'$('.repeat(50_000)}/A`);
		capitalsInOpenName(`${'${{'.repeat(30_000)}/A`);
		assert.ok(performance.now() - started < 1000);
	});
});

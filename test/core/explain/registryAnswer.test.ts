import assert from 'node:assert/strict';
import { registryAnswer } from '../../../src/core/explain/registryAnswer.ts';

describe('explain: what a registry answers in JSON', () => {
	for (const [answer, said] of [
		['{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":{"Tag":"9"}}]}', 'MANIFEST_UNKNOWN: manifest unknown'],
		['{"errors":[{"code":"UNAUTHORIZED","detail":{},"message":"access to the requested resource is not authorized"}]}', 'UNAUTHORIZED: access to the requested resource is not authorized'],
		['{"errors":[{"code":"MANIFEST_INVALID","detail":{"message":"manifest schema version not supported"},"message":"manifest invalid"}]}', 'MANIFEST_INVALID: manifest invalid (manifest schema version not supported)'],
		['{"errors":[{"code":"DENIED","message":"no","detail":"quota"}]}', 'DENIED: no (quota)'],
		['{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":[{"Type":"repository","Action":"pull"},{"Type":"repository","Action":"push"}]}]}', 'UNAUTHORIZED: authentication required (action: push)'],
		['{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":[{"Type":"repository","Action":"pull"},null]}]}', 'UNAUTHORIZED: authentication required (action: pull)'],
		['{"errors":[{"code":"DENIED","message":""},{"code":"UNKNOWN"}]}', 'DENIED; UNKNOWN'],
		['HTTP 404: { "errors": [{"code":"NAME_UNKNOWN","message":"nope"}]}', 'HTTP 404: NAME_UNKNOWN: nope'],
		['{"errors":[{"code":"NAME_UNKNOWN","message":"the \\"x\\" is', 'NAME_UNKNOWN: the "x" is'],
		['{"errors":[{"code":"NAME_UNKNOWN"', 'NAME_UNKNOWN'],
		['{"errors":[{"message":"Not authorized","extensions":{"code":"unauthenticated"}}]}', undefined],
		['{"errors":[null,3,{"code":7}]}', undefined],
		['{"errors":[]}', undefined],
		['{"errors":"many"}', undefined],
		['manifest unknown', undefined],
	] as const) {
		it(`${answer.slice(0, 90)}: ${said ?? 'nothing'}`, () => { assert.equal(registryAnswer(answer), said); });
	}
});

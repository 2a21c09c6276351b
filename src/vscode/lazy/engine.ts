// What is loaded when the first file was read, not when the extension starts: the diagnoses.
export { check } from '../../core/engine/check.ts';
export { explain } from '../../core/explain/explain.ts';
export { pinDigests, pinnableUses, unpinDigests } from '../../core/engine/pinDigests.ts';
export { investigate } from '../../core/engine/investigate.ts';
export { writtenTag } from '../../core/diagnoses/support/replaceTag.ts';
export { editsOf } from '../../core/explain/editsOf.ts';
export { createIgnored, ignoreRules } from '../../core/util/ignoreRules.ts';
export { targets } from '../../core/targets/index.ts';

// Mocha's dots (or, with PULLCHECK_TEST_SPEC, its sentences) on the terminal, and the sums as JSON for scripts/suites.mjs.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

const Shown = process.env.PULLCHECK_TEST_SPEC ? reporters.Spec : reporters.Dot;

module.exports = class extends Shown {
	constructor(runner, options) {
		super(runner, options);
		runner.once('end', () => {
			const file = process.env.PULLCHECK_TEST_REPORT;
			if (file) {
				const { passes, failures } = runner.stats;
				writeFileSync(file, JSON.stringify({ stats: { passes, failures } }));
			}
		});
	}
};

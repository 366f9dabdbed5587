import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * Prints what mocha's `spec` reporter prints and adds one line of JSON, `{"passed","failed","skipped"}`, to the file
 * that TEST_COUNTS names, so that runs in several processes can be summed up.
 */
export default class CountingReporter extends Mocha.reporters.Spec {
	constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
		super(runner, options);
		runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
			const { passes, failures, pending } = this.stats;
			const file = process.env.TEST_COUNTS;
			const counts = { passed: passes, failed: failures, skipped: pending };
			if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
		});
	}
}

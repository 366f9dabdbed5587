// What the suites use of node:assert/strict, for a host that has no Node. Values are compared as JSON has them, which is
// how they cross from one thread to another.

/** An assertion that failed, with what the reporter shows of it. */
class AssertionError extends Error {
	override readonly name = 'AssertionError';
	readonly actual: unknown;
	readonly expected: unknown;
	constructor(message: string, actual: unknown, expected: unknown) {
		super(message);
		this.actual = actual;
		this.expected = expected;
	}
}

const shown = (value: unknown) => JSON.stringify(value, undefined, '\t') ?? String(value);

function check(holds: boolean, relation: string, actual: unknown, expected: unknown, message?: string): void {
	if (!holds) throw new AssertionError(message ?? `${shown(actual)} ${relation} ${shown(expected)}`, actual, expected);
}

function ok(value: unknown, message = 'It does not hold.'): asserts value {
	check(Boolean(value), 'is not', value, true, message);
}

export default {
	ok,
	equal: (actual: unknown, expected: unknown, message?: string) =>
		check(Object.is(actual, expected), 'is not', actual, expected, message),
	notEqual: (actual: unknown, expected: unknown, message?: string) =>
		check(!Object.is(actual, expected), 'is', actual, expected, message),
	deepEqual: (actual: unknown, expected: unknown, message?: string) =>
		check(shown(actual) === shown(expected), 'is not', actual, expected, message),
	match: (text: string, pattern: RegExp) => check(pattern.test(text), 'does not match', text, String(pattern)),
	doesNotMatch: (text: string, pattern: RegExp) => check(!pattern.test(text), 'matches', text, String(pattern)),
	async rejects(asked: Promise<unknown> | (() => Promise<unknown>), expected: RegExp | Partial<Error>): Promise<void> {
		const promise = typeof asked === 'function' ? asked() : asked;
		const error = await promise.then(
			() => undefined,
			(reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
		);
		ok(error, 'It was not rejected.');
		const { name, message } = error;
		if (expected instanceof RegExp) check(expected.test(message), 'does not match', message, String(expected));
		else
			check(shown({ name, message, ...expected }) === shown({ name, message }), 'is not', { name, message }, expected);
	},
};

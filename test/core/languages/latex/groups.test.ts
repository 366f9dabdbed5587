import assert from 'node:assert/strict';
import { createGroups } from '../../../../src/core/languages/latex/groups.ts';
import { createState } from '../../../../src/core/languages/latex/state.ts';
import { environmentEnds } from '../../../../src/core/languages/latex/verbatim.ts';

function groupsOf(text: string) {
	const groups = createGroups(text, createState([]));
	groups.advance(text.length);
	return groups;
}

describe('groups of LaTeX', () => {
	it('are opened by braces, environments and their commands', () => {
		for (const [text, depth] of [
			['{{}', 1],
			['\\{{', 1],
			['\\\\{', 1],
			['% {\n{', 1],
			['\\% {', 1],
			['\\begin{a}{', 2],
			['\\begin{a}{{\\end{a}', 0],
			['\\\\begin{a}', 0],
			['\\begin{document}', 0],
			['\\begingroup\\bgroup', 2],
			['\\begingroup{\\endgroup', 0],
			['\\mygroup\\begingroups group', 0],
			['}}\\end{a}\\endgroup{', 1],
		] as const) {
			assert.equal(groupsOf(text).depth(), depth, text);
		}
	});

	it('are arguments behind a command or another argument', () => {
		assert.equal(groupsOf('\\x{').isArgument(), true);
		assert.equal(groupsOf('\\x[a]{').isArgument(), true);
		assert.equal(groupsOf(' {').isArgument(), false);
		assert.equal(groupsOf('\\x{\\begingroup').isArgument(), false);
	});

	it('are none in what is skipped, nor beyond the beginning of a document', () => {
		const text = '{a{{{b{';
		const groups = createGroups(text, createState([]));
		groups.skip(2, 5);
		groups.advance(text.length - 1);
		assert.equal(groups.depth(), 1);
		groups.restart(text.length - 1);
		assert.equal(groups.depth(), 0);
		groups.advance(text.length);
		assert.equal(groups.depth(), 1);
	});

	it('take no more steps for each piece of a text, however long it is', () => {
		for (const piece of [
			'{\\end{xy}',
			'\\begin{a}{\\end{b}',
			'{\\begin{xy}{\\end{xy}',
			'{\\endgroup',
			'{\\begingroup}',
		]) {
			const [few, many] = [1000, 4000].map((count) => groupsOf(`\\begin{xy}${piece.repeat(count)}`).steps());
			assert.ok(many! <= 4 * few! + 100, `${piece}: ${few}, ${many}`);
		}
	});
});

describe('definitions in groups', () => {
	const body = (state: ReturnType<typeof createState>) => state.get('x')?.macro.body;
	const make = (text: string) => ({ name: 'x', parameters: [], body: text });

	it('end with them, but for those that are global', () => {
		const state = createState([]);
		state.define(make('1'));
		state.begin();
		state.define(make('2'));
		state.begin();
		state.define(make('3'));
		assert.equal(body(state), '3');
		state.end();
		assert.equal(body(state), '2');
		state.begin();
		state.define(make('4'));
		state.define(make('5'), { isGlobal: true });
		state.define(make('6'));
		state.end();
		assert.equal(body(state), '5');
		assert.equal(state.hasLocal(), true);
		state.end();
		assert.equal(body(state), '5');
		assert.equal(state.hasLocal(), false);
	});
});

describe('the ends of environments', () => {
	it('are the next of their name, in whatever order they are asked for', () => {
		const text = 'a\\end{x}\\end{y}\\end{\\end{x}}\\end{x';
		const ends = environmentEnds(text);
		assert.equal(ends('y', 0), 8);
		assert.equal(ends('x', 0), 1);
		assert.equal(ends('x', 2), text.indexOf('\\end{x}', 2));
		assert.equal(ends('y', 9), -1);
		assert.equal(ends('z', 9), -1);
		assert.equal(ends('x', text.lastIndexOf('\\end')), -1);
	});
});

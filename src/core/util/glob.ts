/** What one place of a sequence may hold; `any` stands for any number of places. */
type Step<T> = 'any' | ((item: T) => boolean);

/** Patterns that one with braces may stand for; what goes beyond is left out. */
const mostAlternatives = 1000;

/**
 * Says of paths whether a glob matches them: `*` and `?` within a name, `**` across folders, `[a-z]` and `[!a-z]`,
 * `{a,b}`. Capitals count, dots at the head of a name don't. Takes time in the product of both lengths.
 */
export function globMatcher(glob: string): (path: string) => boolean {
	const patterns = alternatives(glob).map((pattern) =>
		pattern.split('/').map((name): Step<string> => {
			if (name === '**') return 'any';
			const steps = charactersOf(name);
			return (item) => matches(steps, [...item]);
		}),
	);
	return (path) => {
		const names = path.split('/');
		return patterns.some((steps) => matches(steps, names));
	};
}

/** Goes back to the last `any` only: those before it need not take more than they did. */
function matches<T>(steps: readonly Step<T>[], items: readonly T[]): boolean {
	let [step, last, resume] = [0, -1, 0];
	for (let item = 0; item < items.length; ) {
		const wanted = steps[step];
		if (wanted === 'any') {
			last = step++;
			resume = item;
		} else if (wanted?.(items[item]!)) {
			step++;
			item++;
		} else if (last >= 0) {
			step = last + 1;
			item = ++resume;
		} else return false;
	}
	return steps.slice(step).every((rest) => rest === 'any');
}

/** A set of characters, from its bracket on; the first character of the set may be its closing bracket. */
const set = /\[(!|\^)?(\]?[^\]]*)\]/y;

function charactersOf(name: string): readonly Step<string>[] {
	const steps: Step<string>[] = [];
	for (let at = 0; at < name.length; ) {
		set.lastIndex = at;
		const [whole, negated, members = ''] = set.exec(name) ?? [];
		const char = String.fromCodePoint(name.codePointAt(at)!);
		if (whole) steps.push((item) => holds(members, item) !== Boolean(negated));
		else if (char === '*') steps.push('any');
		else steps.push(char === '?' ? () => true : (item) => item === char);
		at += whole?.length ?? char.length;
	}
	return steps;
}

/** Is a character one of `a-z_`? */
function holds(members: string, char: string): boolean {
	const chars = [...members];
	for (let at = 0; at < chars.length; at++) {
		const isRange = chars[at + 1] === '-' && at + 2 < chars.length;
		const [first, last] = [chars[at]!, isRange ? chars[at + 2]! : chars[at]!];
		if (first <= char && char <= last) return true;
		if (isRange) at += 2;
	}
	return false;
}

/** The patterns without braces that one with braces stands for. */
function alternatives(glob: string): readonly string[] {
	const braces = firstBraces(glob);
	if (!braces) return [glob];
	const { start, end, parts } = braces;
	const [head, tails] = [glob.slice(0, start), alternatives(glob.slice(end))];
	const middles = parts.flatMap(alternatives);
	return middles.flatMap((middle) => tails.map((tail) => head + middle + tail)).slice(0, mostAlternatives);
}

/** The first braces that are closed, and the parts between their own commas. */
function firstBraces(glob: string) {
	const start = glob.search(/(?<!\[)\{/);
	if (start < 0) return undefined;
	const parts: string[] = [];
	let [depth, from] = [0, start + 1];
	for (let at = start; at < glob.length; at++) {
		const char = glob[at];
		if (char === '{') depth++;
		if (char === '}') depth--;
		if (depth === 0 || (depth === 1 && char === ',')) {
			parts.push(glob.slice(from, at));
			from = at + 1;
		}
		if (depth === 0) return { start, end: at + 1, parts };
	}
	return undefined;
}

const open = '{';
const close = '}';

/** Finds ends of brace groups in one text after the other. */
export interface Groups {
	/** Turns to a text. */
	enter(text: string): void;
	/** The end of the group that opens at an offset; -1 where it is none before `limit`. */
	end(offset: number, limit: number): number;
}

/**
 * Jumps from brace to brace, which is many times quicker than going over every character. Questions about groups that
 * lie one behind the other are answered in linear time together.
 */
export function createGroups(): Groups {
	let text = '';
	/** The first braces behind the group that was asked for last. */
	let nextOpen = -1;
	let nextClose = -1;
	/** From where on these two are the first ones. */
	let known = 0;

	function find(brace: string, from: number): number {
		const found = text.indexOf(brace, from);
		return found < 0 ? text.length : found;
	}

	return {
		enter(next) {
			text = next;
			nextOpen = -1;
			nextClose = -1;
			known = 0;
		},
		end(offset, limit) {
			const inside = offset + 1;
			if (offset < known || nextOpen < inside) nextOpen = find(open, inside);
			if (offset < known || nextClose < inside) nextClose = find(close, inside);
			for (let depth = 1; nextClose < limit; ) {
				if (nextOpen < nextClose) {
					depth++;
					nextOpen = find(open, nextOpen + 1);
				} else if (--depth === 0) {
					known = nextClose;
					return nextClose;
				} else nextClose = find(close, nextClose + 1);
			}
			known = Number.POSITIVE_INFINITY;
			return -1;
		},
	};
}

/**
 * Of last pages above 99 only what differs from the first: `1127–1131` as `1127–31`.
 *
 * @param least How many digits stay at least: two, or, as Chicago has it, one where the first page is in a hundred's
 * first ten, and all where it begins a hundred.
 */
export function shortened(pages: string, least: 'two' | 'chicago'): string {
	return pages.replace(/(\d{3,9})–(\d{3,9})/g, (whole, from: string, to: string) => {
		const isNew = least === 'chicago' && from.endsWith('00');
		if (from.length !== to.length || isNew) return whole;
		const kept = least === 'chicago' && from.at(-2) === '0' ? 1 : 2;
		let same = 0;
		while (same < to.length - kept && from[same] === to[same]) same++;
		return `${from}–${to.slice(same)}`;
	});
}

import type { SourceReport } from '../core/corpus/types.ts';

/** "1 paper", "1,234 papers". */
export function counted(count: number, noun: string): string {
	return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** What became of a source, in one line: "12 papers, 2 problems". */
export function summary({ papers, problems, duplicates }: SourceReport): string {
	const wrong = problems.length + duplicates.length;
	return [counted(papers, 'paper'), wrong > 0 && counted(wrong, 'problem')].filter(Boolean).join(', ');
}

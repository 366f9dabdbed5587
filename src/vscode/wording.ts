import type { SourceReport } from '../core/corpus/types.ts';

/** "1 paper", "1,234 papers"; `plural` where that is not the noun and an "s". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}

/** What became of a source, in one line: "12 papers, 2 problems". */
export function summary({ papers, problems, duplicates }: SourceReport): string {
	const wrong = problems.length + duplicates.length;
	return [counted(papers, 'paper'), wrong > 0 && counted(wrong, 'problem')].filter(Boolean).join(', ');
}

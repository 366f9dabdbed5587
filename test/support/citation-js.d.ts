// What of citation-js the benchmark calls; the package has no types of its own.
declare module '@citation-js/core' {
	export const plugins: {
		readonly input: {
			chain(data: string, options: { forceType: string; generateGraph: boolean }): readonly unknown[];
			data(data: string, type: string): readonly unknown[];
		};
	};
}

declare module '@citation-js/plugin-bibtex';

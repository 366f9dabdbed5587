import type { Corpus, NamedInText } from '../corpus/types.ts';
import type { StatementView } from '../rules/types.ts';
import { createStatementReader, type StatementReader } from '../text/statements.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Disposable } from '../util/event.ts';
import type { DocumentScope } from './scope.ts';

/** Documents as statements, each with the works that it names. */
export interface Statements extends Disposable {
	of(scope: DocumentScope, token: CancellationToken): Promise<readonly StatementView[]>;
}

interface Held {
	readonly read: StatementReader;
	/** What was asked of which sources. */
	asked: string;
	/** By the text of a statement. */
	named: ReadonlyMap<string, NamedInText>;
}

const nothing: NamedInText = { works: [], people: [] };

/** Documents that are kept, the ones last asked about, as many as a thesis has: a sentence is read and looked up once. */
const MAX_HELD = 100;

export function createStatements(corpus: Corpus): Statements {
	const held = new Map<string, Held>();
	const subscription = corpus.onDidChange(() => {
		for (const one of held.values()) one.named = new Map();
	});

	function hold(uri: string, asked: string): Held {
		const known = held.get(uri) ?? { read: createStatementReader(), asked, named: new Map() };
		if (known.asked !== asked) Object.assign(known, { asked, named: new Map() });
		held.delete(uri);
		held.set(uri, known);
		if (held.size > MAX_HELD) held.delete(held.keys().next().value!);
		return known;
	}

	return {
		async of({ document, semantics, language, scope, beyond }, token) {
			const own = hold(document.uri, JSON.stringify([scope, beyond]));
			const statements = own.read(document.getText(), semantics, language);
			const before = own.named;
			const texts = [...new Set(statements.map(({ text }) => text))];
			const unknown = texts.filter((text) => !before.has(text));
			const found = unknown.length > 0 ? await corpus.named({ texts: unknown, scope, beyond }, token) : [];
			const asked = new Map(unknown.map((text, index) => [text, found[index] ?? nothing]));
			const named = new Map(texts.map((text) => [text, before.get(text) ?? asked.get(text) ?? nothing]));
			// Where sources changed meanwhile, the answer may be older than they are.
			if (own.named === before && !token.isCancellationRequested) own.named = named;
			// Part by part: a spread of thousands, at every letter, takes several times as long.
			return statements.map(({ text, citations, runs, window, section }) => {
				const { works, people } = named.get(text)!;
				return { text, citations, runs, window, section, works, people };
			});
		},
		dispose() {
			subscription.dispose();
			held.clear();
		},
	};
}

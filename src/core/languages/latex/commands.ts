import { type CiteCommand, citeCommand, citeCommands, mayCite } from '../cite-commands.ts';
import { createNameFilter } from '../name-filter.ts';
import type { DefinitionStyle } from './definitions.ts';

/** What a command other than a cite command means to the scanner. */
export type CommandKind =
	/** `\cmd{a,b}`: names of bibliographies. */
	| { readonly kind: 'bibliography' }
	/** `\cmd[…]{file}`: one bibliography by its full name. */
	| { readonly kind: 'resource' }
	/** `\cmd{file}`, also `\input file`. */
	| { readonly kind: 'include'; readonly optional: boolean }
	/** `\cmd{a,b}`: packages, which a project may hold itself. */
	| { readonly kind: 'package' }
	/** `\cmd{options}{a,b}`: options for packages that are loaded elsewhere. */
	| { readonly kind: 'package-options' }
	/** `\cmd{folder}{file}` */
	| { readonly kind: 'import' }
	| { readonly kind: 'section'; readonly level: number }
	/** `\cmd[…]{key}`: a key that the document defines. */
	| { readonly kind: 'local-key'; readonly groups: number }
	/** Defines the command that follows, in the style of LaTeX, TeX, xparse, … */
	| { readonly kind: 'define'; readonly style: DefinitionStyle }
	/** Makes an environment whose content is not read, with `\comment` for its body, or one that is nothing special. */
	| { readonly kind: 'new-environment'; readonly body: string }
	/** `\verb|…|`, with optional `[…]` and a number of braced arguments in front. */
	| { readonly kind: 'verb'; readonly groups: number; readonly braces: boolean }
	/** Braced arguments that are not text, e.g. a URL with its `%`. */
	| { readonly kind: 'raw' }
	| {
			readonly kind:
				| 'begin'
				| 'end'
				| 'title'
				| 'abstract'
				| 'class'
				| 'conditional'
				| 'else'
				| 'fi'
				| 'switch'
				| 'endinput'
				| 'math-open'
				| 'math-close'
				| 'new-cites'
				| 'short-verb'
				| 'end-short-verb'
				| 'r-code';
	  }
	| { readonly kind: 'cite'; readonly command: CiteCommand };

const rows: readonly (readonly [names: string, kind: CommandKind])[] = [
	['begin', { kind: 'begin' }],
	['end', { kind: 'end' }],
	['bibliography nobibliography putbib defaultbibliography', { kind: 'bibliography' }],
	['addbibresource addglobalbib addsectionbib', { kind: 'resource' }],
	[
		'input include subfile subfileinclude loadglsentries includestandalone SweaveInput',
		{ kind: 'include', optional: false },
	],
	['InputIfFileExists', { kind: 'include', optional: true }],
	['usepackage RequirePackage', { kind: 'package' }],
	['PassOptionsToPackage', { kind: 'package-options' }],
	['import subimport inputfrom subinputfrom includefrom subincludefrom', { kind: 'import' }],
	['part addpart', { kind: 'section', level: 0 }],
	['chapter addchap', { kind: 'section', level: 1 }],
	['section addsec frametitle', { kind: 'section', level: 2 }],
	['subsection', { kind: 'section', level: 3 }],
	['subsubsection', { kind: 'section', level: 4 }],
	['paragraph', { kind: 'section', level: 5 }],
	['subparagraph', { kind: 'section', level: 6 }],
	['title', { kind: 'title' }],
	['abstract', { kind: 'abstract' }],
	['documentclass documentstyle', { kind: 'class' }],
	['bibitem', { kind: 'local-key', groups: 0 }],
	['harvarditem', { kind: 'local-key', groups: 2 }],
	['newcommand DeclareRobustCommand newrobustcmd newcommandx', { kind: 'define', style: 'new' }],
	['providecommand providerobustcmd providecommandx', { kind: 'define', style: 'provide' }],
	['renewcommand renewrobustcmd renewcommandx DeclareRobustCommandx', { kind: 'define', style: 'renew' }],
	['def gdef edef xdef', { kind: 'define', style: 'def' }],
	['csdef csgdef @namedef', { kind: 'define', style: 'named' }],
	['let futurelet LetLtxMacro GlobalLetLtxMacro NewCommandCopy DeclareCommandCopy', { kind: 'define', style: 'let' }],
	['RenewCommandCopy', { kind: 'define', style: 'let' }],
	['cslet csletcs', { kind: 'define', style: 'named-let' }],
	['NewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand', { kind: 'define', style: 'xparse' }],
	['RenewDocumentCommand NewExpandableDocumentCommand', { kind: 'define', style: 'xparse' }],
	['RenewExpandableDocumentCommand DeclareExpandableDocumentCommand', { kind: 'define', style: 'xparse' }],
	['DeclareCiteCommand', { kind: 'define', style: 'cite' }],
	['DeclareMultiCiteCommand', { kind: 'define', style: 'cites' }],
	['newenvironment renewenvironment', { kind: 'define', style: 'environment' }],
	['NewDocumentEnvironment DeclareDocumentEnvironment', { kind: 'define', style: 'xparse-environment' }],
	['newbibmacro renewbibmacro providebibmacro', { kind: 'define', style: 'bibmacro' }],
	['newcites', { kind: 'new-cites' }],
	[
		'lstnewenvironment DefineVerbatimEnvironment CustomVerbatimEnvironment newverbatim excludecomment excludeversion newminted',
		{ kind: 'new-environment', body: '\\comment' },
	],
	['includecomment includeversion', { kind: 'new-environment', body: '' }],
	['CustomVerbatimCommand newmint newmintinline', { kind: 'define', style: 'verb' }],
	['verb Verb spverb fverb', { kind: 'verb', groups: 0, braces: false }],
	['SaveVerb', { kind: 'verb', groups: 1, braces: false }],
	['lstinline path', { kind: 'verb', groups: 0, braces: true }],
	['mintinline', { kind: 'verb', groups: 1, braces: true }],
	['url nolinkurl href', { kind: 'raw' }],
	['MakeShortVerb DefineShortVerb lstMakeShortInline MakeSpecialShortVerb', { kind: 'short-verb' }],
	['DeleteShortVerb UndefineShortVerb lstDeleteShortInline', { kind: 'end-short-verb' }],
	['Sexpr', { kind: 'r-code' }],
	['else', { kind: 'else' }],
	['fi', { kind: 'fi' }],
	['newif newbool providebool newboolean provideboolean', { kind: 'switch' }],
	['endinput', { kind: 'endinput' }],
];

const commands: ReadonlyMap<string, CommandKind> = new Map(
	rows.flatMap(([names, kind]) => names.split(' ').map((name) => [name, kind] as const)),
);

/** `\bibliographyS{…}` of multibib and its like, but not `\bibliographystyle`. */
const namedBibliography = /^bibliography[A-Z][a-zA-Z]{0,15}$/;

/** Everything that was ever asked, as documents repeat themselves; bounded against texts made of new names. */
const cache = new Map<string, CommandKind | null>();
const MAX_CACHED = 5000;

/** What a command means, by its name without backslash; undefined for all that the scanner passes by. */
export function commandKind(name: string): CommandKind | undefined {
	const known = cache.get(name);
	if (known !== undefined) return known ?? undefined;
	const command = citeCommand(name);
	const kind =
		commands.get(name) ??
		(command ? ({ kind: 'cite', command } as const) : undefined) ??
		(isConditional(name) ? ({ kind: 'conditional' } as const) : undefined) ??
		(namedBibliography.test(name) ? ({ kind: 'bibliography' } as const) : undefined);
	if (cache.size < MAX_CACHED) cache.set(name, kind ?? null);
	return kind;
}

const names = createNameFilter([...commands.keys(), ...citeCommands.keys()]);

/** False where `commandKind` has nothing to say of the name at a place, for nearly all such names, and without cutting it out. */
export function mayMean(text: string, start: number, end: number): boolean {
	return (
		names.mayHave(text, start, end) ||
		mayCite(text, start, end) ||
		(text.charCodeAt(start) === 105 && text.charCodeAt(start + 1) === 102) ||
		(end - start > 12 && text.startsWith('bibliography', start))
	);
}

/** Environments whose content TeX does not read as text. */
export const verbatimEnvironments: ReadonlySet<string> = new Set(
	`verbatim Verbatim BVerbatim LVerbatim SaveVerbatim VerbatimOut spverbatim lstlisting minted comment filecontents luacode
	pycode pyblock pyverbatim sagesilent sageblock asy asydef tcblisting tcboutputlisting ltxexample LTXexample lstcode
	dot2tex gnuplot scontents docspecialcomment markdown`.split(/\s+/),
);

/** Environments that hold no sentences: formulas, tables of figures, drawings. */
export const opaqueEnvironments: ReadonlySet<string> = new Set(
	`equation align alignat flalign gather multline eqnarray displaymath math subequations dmath tikzpicture pgfpicture picture
	tabular tabularx tabulary longtable array algorithmic algorithm2e thebibliography`.split(/\s+/),
);

/** `\if…` commands that take braced arguments and need no `\fi`. */
const notConditionals: ReadonlySet<string> = new Set(
	`iff ifthenelse ifdef ifundef ifdefempty ifdefstring ifdefequal ifdefvoid ifstrequal ifstrempty ifblank ifnumcomp ifnumequal
	ifnumgreater ifnumless ifbool iftoggle ifdefmacro ifcsdef ifcsundef ifundef ifdefined@ ifentrytype ifkeyword ifcategory
	iffieldundef ifnameundef iflistundef ifciteseen iffootnote ifinlist IfFileExists`.split(/\s+/),
);

/** True for `\if…` that a `\fi` ends. */
export const isConditional = (name: string): boolean => name.startsWith('if') && !notConditionals.has(name);

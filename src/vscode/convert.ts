import * as vscode from 'vscode';
import * as lsp from 'vscode-languageserver-types';
import type { FileEdit, Problem, Severity } from '../core/model/problem.ts';
import { ruleById } from '../core/rules/index.ts';

// Values of the core (which are LSP's) and the editor's own, one function for each kind.

/** Under which name our problems stand in the Problems view. */
export const source = 'Related Work';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/** LSP counts its kinds from one, the editor from zero. */
const fromOne = (kind: number) => kind - 1;

export function fromRange({ start, end }: vscode.Range): lsp.Range {
	return { start: fromPosition(start), end: fromPosition(end) };
}

export function fromPosition({ line, character }: vscode.Position): lsp.Position {
	return { line, character };
}

export function toRange({ start, end }: lsp.Range): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toLocation({ uri, range }: lsp.Location): vscode.Location {
	return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}

export function toSymbol({ name, detail, kind, range, selectionRange }: lsp.DocumentSymbol): vscode.DocumentSymbol {
	return new vscode.DocumentSymbol(name, detail ?? '', fromOne(kind), toRange(range), toRange(selectionRange));
}

export function toWorkspaceSymbol({ name, kind, containerName, location }: lsp.WorkspaceSymbol) {
	const range = 'range' in location ? toRange(location.range) : new vscode.Range(0, 0, 0, 0);
	const place = new vscode.Location(vscode.Uri.parse(location.uri), range);
	return new vscode.SymbolInformation(name, fromOne(kind), containerName ?? '', place);
}

export function toLink({ range, target, tooltip }: lsp.DocumentLink): vscode.DocumentLink {
	const link = new vscode.DocumentLink(toRange(range), target === undefined ? undefined : vscode.Uri.parse(target));
	if (tooltip !== undefined) link.tooltip = tooltip;
	return link;
}

export function toInlayHint({ position, label, kind, paddingLeft, tooltip }: lsp.InlayHint): vscode.InlayHint {
	const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
	const hint = new vscode.InlayHint(toRange({ start: position, end: position }).start, text, kind);
	hint.paddingLeft = paddingLeft ?? false;
	if (typeof tooltip === 'string') hint.tooltip = tooltip;
	return hint;
}

export function toMarkdown(content: lsp.Hover['contents'] | string): vscode.MarkdownString[] {
	if (typeof content === 'string') return [new vscode.MarkdownString(content)];
	if (Array.isArray(content)) return content.flatMap(toMarkdown);
	if (lsp.MarkupContent.is(content)) {
		const plain = content.kind === lsp.MarkupKind.PlainText;
		return [plain ? new vscode.MarkdownString().appendText(content.value) : new vscode.MarkdownString(content.value)];
	}
	return [new vscode.MarkdownString().appendCodeblock(content.value, content.language)];
}

export function toHover({ contents, range }: lsp.Hover): vscode.Hover {
	return new vscode.Hover(toMarkdown(contents), range && toRange(range));
}

/** @param pages Folder of the pages on rules: the rule's id leads there. A file, as it opens without a network. */
export function toDiagnostic(problem: Problem, pages: vscode.Uri): vscode.Diagnostic {
	const diagnostic = new vscode.Diagnostic(toRange(problem.range), problem.message, severities[problem.severity]);
	diagnostic.source = source;
	const page = ruleById(problem.rule) && vscode.Uri.joinPath(pages, `${problem.rule}.md`);
	diagnostic.code = page ? { value: problem.rule, target: page } : problem.rule;
	if (problem.related) {
		diagnostic.relatedInformation = problem.related.map(
			({ file, range, message }) => new vscode.DiagnosticRelatedInformation(toLocation({ uri: file, range }), message),
		);
	}
	return diagnostic;
}

/** The id of the rule that a diagnostic of ours comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
	return `${typeof code === 'object' ? code.value : code}`;
}

export function toWorkspaceEdit(edits: readonly FileEdit[]): vscode.WorkspaceEdit {
	const result = new vscode.WorkspaceEdit();
	for (const { file, range, newText } of edits) result.replace(vscode.Uri.parse(file), toRange(range), newText);
	return result;
}

const toTextEdit = ({ range, newText }: lsp.TextEdit) => new vscode.TextEdit(toRange(range), newText);

export function toCompletionItem(item: lsp.CompletionItem): vscode.CompletionItem {
	const { detail, description } = item.labelDetails ?? {};
	const label = { label: item.label, ...(detail && { detail }), ...(description && { description }) };
	const result = new vscode.CompletionItem(label);
	if (item.kind) result.kind = fromOne(item.kind);
	if (item.detail) result.detail = item.detail;
	if (item.documentation) result.documentation = toMarkdown(item.documentation)[0]!;
	if (item.sortText) result.sortText = item.sortText;
	if (item.filterText !== undefined) result.filterText = item.filterText;
	if (item.preselect) result.preselect = true;
	if (item.commitCharacters) result.commitCharacters = item.commitCharacters;
	if (item.additionalTextEdits) result.additionalTextEdits = item.additionalTextEdits.map(toTextEdit);
	const text = item.textEdit?.newText ?? item.insertText ?? item.label;
	result.insertText = item.insertTextFormat === lsp.InsertTextFormat.Snippet ? new vscode.SnippetString(text) : text;
	if (item.textEdit && 'replace' in item.textEdit) {
		result.range = { inserting: toRange(item.textEdit.insert), replacing: toRange(item.textEdit.replace) };
	} else if (item.textEdit) result.range = toRange(item.textEdit.range);
	return result;
}

import * as vscode from 'vscode';
import { latex } from '../core/languages/latex.ts';

// LaTeX Workshop completes and explains citations, too. Which of the two does it in LaTeX is the user's to say.

const id = 'James-Yu.latex-workshop';

/** Where the memory for all workspaces has that the question was asked. */
const memoryKey = 'latexWorkshop.asked';

/** Is LaTeX Workshop at work in this document? */
export function isBesideLatexWorkshop({ languageId }: vscode.TextDocument): boolean {
	return latex.languageIds.includes(languageId) && vscode.extensions.getExtension(id) !== undefined;
}

/** Asks once and never again, in the first LaTeX document that both are at work in, who shall complete and explain. */
export function offerLatexWorkshop(memory: vscode.Memento): vscode.Disposable {
	const ask = async () => {
		const document = vscode.window.activeTextEditor?.document;
		if (!document || !isBesideLatexWorkshop(document) || memory.get(memoryKey)) return;
		watching.dispose();
		// Before the answer: who closes the window has answered, too.
		await memory.update(memoryKey, true);
		const ours = vscode.workspace.getConfiguration('relatedWork');
		if (isSet(ours.inspect('latexWorkshop'))) return;
		const [us, them, both] = ['Related Work', 'LaTeX Workshop', vscode.l10n.t('Both')];
		const question = vscode.l10n.t(
			'LaTeX Workshop completes citations and shows them on hover, too. Who should do it? You are asked only once; the setting is “relatedWork.latexWorkshop”.',
		);
		const chosen = await vscode.window.showInformationMessage(question, us, them, both);
		if (chosen === them) await ours.update('latexWorkshop', 'latexWorkshop', vscode.ConfigurationTarget.Global);
		if (chosen !== us) return;
		const theirs = vscode.workspace.getConfiguration('latex-workshop');
		await theirs.update('hover.citation.enabled', false, vscode.ConfigurationTarget.Global);
	};
	const watching = vscode.window.onDidChangeActiveTextEditor(() => void ask());
	void ask();
	return watching;
}

/** Did somebody choose a value? */
function isSet(values: ReturnType<vscode.WorkspaceConfiguration['inspect']>): boolean {
	const layers = [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue];
	return layers.some((value) => value !== undefined);
}

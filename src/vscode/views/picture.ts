import * as vscode from 'vscode';
import type { Picture } from '../../core/features/picture.ts';
import type { Paper } from '../../core/model/paper.ts';
import type { TopicMap } from '../../core/topics/types.ts';
import { never } from '../../core/util/cancellation.ts';
import { type Disposable, disposeAll } from '../../core/util/event.ts';
import {
	type FromPicture,
	type PaperAction,
	type PaperName,
	readFromPicture,
	type ToPicture,
} from '../../webviews/messages.ts';
import { shellPage } from '../../webviews/shell.ts';
import type { Command } from '../commands/command.ts';
import { toRange } from '../convert.ts';
import { isOurs } from '../providers/document-problems.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Followed } from './followed.ts';
import { createLive } from './live.ts';
import type { PaperRow } from './paper-rows.ts';
import { showPaperCommand } from './show-paper.ts';
import { addressIn, nonce, panelColumn, webviewOptions } from './webview.ts';

/** Milliseconds without a change: the map of a large corpus takes seconds. */
const pause = 500;

export const pictureView = 'relatedWork.picture';

/** What is shown but for the map, which is large and seldom another. */
interface Shown {
	readonly uri?: string;
	readonly picture?: Picture;
	readonly places: readonly number[];
	readonly stamp?: string;
}

/** A page that shows the picture. */
interface Page {
	readonly webview: vscode.Webview;
	isVisible(): boolean;
	/** The map that it was sent. */
	stamp?: string | undefined;
}

const commandOf: Readonly<Record<PaperAction, string>> = {
	open: 'relatedWork.views.goToEntry',
	show: showPaperCommand,
	cite: 'relatedWork.views.cite',
};

/** What the followed document cites, as pictures, and the map of the corpus; among the views and in an editor. */
export function createPicture(
	{ service, log, extensionUri }: Surroundings,
	followed: Followed,
): Disposable & { readonly command: Command } {
	const pages = new Set<Page>();
	let panel: vscode.WebviewPanel | undefined;
	let map: { readonly stamp: string; readonly map: TopicMap } | undefined;

	const live = createLive<Shown>({
		name: 'Picture',
		log,
		pause,
		isVisible: () => [...pages].some((page) => page.isVisible()),
		async *make(token) {
			const uri = followed.document?.uri.toString();
			const picture = uri === undefined ? undefined : await service.picture(uri, token);
			if (token.isCancellationRequested) return;
			const shown = { ...(uri && { uri }), ...(picture && { picture }) };
			// The map may take a while, and the rest is worth seeing.
			if (!map) yield { ...shown, places: [] };
			const keys = picture?.papers.map(({ key }) => key) ?? [];
			const answer = await service.topics(uri, keys, map?.stamp, token);
			if (!answer) return;
			if (answer.map) map = { stamp: answer.stamp, map: answer.map };
			yield { ...shown, places: answer.places, stamp: answer.stamp };
		},
	});

	async function tell(page: Page): Promise<void> {
		const shown = await live.value();
		if (!shown || !pages.has(page)) return;
		const { picture, places, stamp } = shown;
		const post = (message: ToPicture) => page.webview.postMessage(message);
		if (map && page.stamp !== map.stamp) {
			page.stamp = map.stamp;
			const { sources: _, ...shownMap } = map.map;
			void post({ type: 'map', stamp: map.stamp, map: shownMap });
		}
		void post({ type: 'picture', ...(picture && { picture }), places, ...(stamp && { stamp }) });
	}
	const tellAll = () => {
		for (const page of pages) if (page.isVisible()) void tell(page);
	};

	async function act(message: FromPicture, page: Page): Promise<void> {
		if (message.type === 'ready') {
			// The page is loaded anew whenever it comes into sight again, and knows nothing.
			page.stamp = undefined;
			return tell(page);
		}
		if (message.type === 'section') {
			const section = live.current?.picture?.sections[message.index];
			if (!section) return;
			const selection = toRange(section.range);
			await vscode.window.showTextDocument(vscode.Uri.parse(section.file), { selection, ...besidePanel() });
			return;
		}
		const paper = await paperOf(message.paper);
		if (!paper) return;
		const fit = { key: paper.id, paper, score: 0, inScope: true };
		await vscode.commands.executeCommand(commandOf[message.type], { kind: 'paper', fit } satisfies PaperRow);
	}

	/** The paper that a page means; undefined where it is none of those that were sent. */
	async function paperOf({ of, index, key }: PaperName): Promise<Paper | undefined> {
		if (of === 'map') {
			const paper = map?.map.papers[index];
			const source = paper && map?.map.sources[paper.source];
			return paper?.key === key && source !== undefined ? service.paperIn(source, key, never) : undefined;
		}
		const { uri, picture } = live.current ?? {};
		if (!uri || picture?.papers[index]?.key !== key) return undefined;
		const [paper] = await service.papersOf(uri, [key], never);
		return paper;
	}

	/** Where text is shown so that a picture in an editor stays in sight. */
	const besidePanel = () => {
		const column = vscode.window.visibleTextEditors[0]?.viewColumn;
		return column === undefined ? {} : { viewColumn: column };
	};

	function show(page: Page, place: 'view' | 'panel'): vscode.Disposable {
		const { webview } = page;
		webview.options = webviewOptions(extensionUri);
		const received = webview.onDidReceiveMessage((message) => {
			const read = readFromPicture(message);
			if (read) void act(read, page).catch((error) => log.error(`Picture: ${error}`));
		});
		pages.add(page);
		webview.html = shellPage({
			title: vscode.l10n.t('Picture'),
			script: addressIn(webview, extensionUri, 'picture.js'),
			style: addressIn(webview, extensionUri, 'picture.css'),
			source: webview.cspSource,
			nonce: nonce(),
			place,
			translations: vscode.l10n.bundle,
		});
		return { dispose: disposeAll([received, { dispose: () => pages.delete(page) }]).dispose };
	}

	const provider: vscode.WebviewViewProvider = {
		resolveWebviewView(view) {
			const shown = show({ webview: view.webview, isVisible: () => view.visible }, 'view');
			view.onDidChangeVisibility(() => view.visible && live.seen());
			view.onDidDispose(() => shown.dispose());
		},
	};
	const command: Command = {
		id: 'relatedWork.picture.open',
		async execute() {
			if (panel) return panel.reveal();
			const made = vscode.window.createWebviewPanel(
				'relatedWork.picturePanel',
				vscode.l10n.t('Picture'),
				panelColumn(),
			);
			panel = made;
			made.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
			const shown = show({ webview: made.webview, isVisible: () => made.visible }, 'panel');
			made.onDidChangeViewState(() => made.visible && live.seen());
			made.onDidDispose(() => {
				shown.dispose();
				panel = undefined;
			});
		},
	};
	const subscriptions = [
		live,
		vscode.window.registerWebviewViewProvider(pictureView, provider),
		live.onDidChange(tellAll),
		followed.onDidChange(live.touch),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0 && isOurs(document, service)) live.touch();
		}),
		service.onDidChange(live.touch),
		{ dispose: () => panel?.dispose() },
	];
	return { command, dispose: () => disposeAll(subscriptions).dispose() };
}

import * as vscode from 'vscode';
import type { PaperFilter } from '../../core/features/browsing.ts';
import type { CitationService } from '../../core/features/types.ts';
import { shown } from '../../core/text/shown.ts';
import { never } from '../../core/util/cancellation.ts';
import { baseName } from '../../core/util/paths.ts';
import { withoutIcons } from '../plain-text.ts';
import { papersInWords } from '../wording.ts';

/** What the list of papers is narrowed to. */
export type Filters = Omit<PaperFilter, 'limit'>;

export const noFilters: Filters = { query: '' };

/** The filters in a line; empty without any. */
export function filtersInWords({ query, years, venue, source, cited }: Filters): string {
	return [
		query.trim() && vscode.l10n.t('“{0}”', query.trim()),
		years && (years.from === years.to ? `${years.from}` : `${years.from}–${years.to === latest ? '' : years.to}`),
		venue,
		source && baseName(source),
		cited !== undefined && (cited ? vscode.l10n.t('cited') : vscode.l10n.t('not cited')),
	]
		.filter(Boolean)
		.join(', ');
}

/** A year behind which no paper is. */
const latest = 9999;

interface Choice extends vscode.QuickPickItem {
	/** The filters with this choice; undefined where it was left after all. */
	readonly next: () => Promise<Filters | undefined> | Filters | undefined;
}

/** Lets the user choose one more filter, or take one away. */
export async function chooseFilter(filters: Filters, service: CitationService): Promise<Filters | undefined> {
	const { years, venue, source, cited, ...rest } = filters;
	const without = (change: Partial<Filters>): Filters => ({
		...rest,
		...(years && { years }),
		...(venue !== undefined && { venue }),
		...(source !== undefined && { source }),
		...(cited !== undefined && { cited }),
		...change,
	});
	const isOn = (on: boolean) => (on ? { description: vscode.l10n.t('on; choose again to take it away') } : {});
	const { cited: _cited, ...anyCited } = without({});
	const { years: _years, ...anyYear } = without({});
	const { venue: _venue, ...anyVenue } = without({});
	const { source: _source, ...anySource } = without({});
	const choices: readonly Choice[] = [
		{
			label: `$(check) ${vscode.l10n.t('Cited in this project')}`,
			...isOn(cited === true),
			next: () => (cited === true ? anyCited : without({ cited: true })),
		},
		{
			label: `$(circle-outline) ${vscode.l10n.t('Not cited yet')}`,
			...isOn(cited === false),
			next: () => (cited === false ? anyCited : without({ cited: false })),
		},
		{
			label: `$(calendar) ${vscode.l10n.t('Year…')}`,
			...isOn(years !== undefined),
			next: async () => (years ? anyYear : applied(await chooseYears(), (chosen) => without({ years: chosen }))),
		},
		{
			label: `$(library) ${vscode.l10n.t('Venue…')}`,
			...isOn(venue !== undefined),
			next: async () =>
				venue === undefined ? applied(await chooseVenue(service), (chosen) => without({ venue: chosen })) : anyVenue,
		},
		{
			label: `$(file) ${vscode.l10n.t('Source…')}`,
			...isOn(source !== undefined),
			next: async () =>
				source === undefined
					? applied(await chooseSource(service), (chosen) => without({ source: chosen }))
					: anySource,
		},
	];
	const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Filter papers') });
	return chosen?.next();
}

function applied<T>(value: T | undefined, make: (value: T) => Filters): Filters | undefined {
	return value === undefined ? undefined : make(value);
}

async function chooseYears(): Promise<Filters['years']> {
	const input = await vscode.window.showInputBox({
		title: vscode.l10n.t('Year of issue'),
		placeHolder: '2017, 2019–2023, 2020–',
		validateInput: (text) =>
			text.trim() === '' || parseYears(text)
				? undefined
				: vscode.l10n.t('A year or a range of years: 2017, 2019–2023, 2020–'),
	});
	return input ? parseYears(input) : undefined;
}

/** `2017`, `2019-2023`, `2020-`, `-1999`; undefined for anything else. */
export function parseYears(text: string): Filters['years'] {
	const [, from = '', dash = '', to = ''] = /^\s*(\d{4})?\s*([-–—])?\s*(\d{4})?\s*$/.exec(text) ?? [];
	if (from === '' && to === '') return undefined;
	if (dash === '') return to === '' ? { from: Number(from), to: Number(from) } : undefined;
	const range = { from: Number(from || 1), to: Number(to || latest) };
	return range.from <= range.to ? range : undefined;
}

async function chooseVenue(service: CitationService): Promise<string | undefined> {
	const rows = service.venues(never).then((venues) =>
		venues.map(({ name, papers }) => ({
			label: withoutIcons(shown(name)),
			description: papersInWords(papers),
			name,
		})),
	);
	return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Where the paper appeared') }))?.name;
}

async function chooseSource(service: CitationService): Promise<string | undefined> {
	const rows = service.status().then(({ sources }) =>
		sources.map(({ file, papers }) => ({
			label: baseName(file),
			description: papersInWords(papers),
			detail: vscode.workspace.asRelativePath(vscode.Uri.parse(file)),
			file,
		})),
	);
	return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Where the paper was read') }))?.file;
}

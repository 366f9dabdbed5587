import { speak } from '../core/translations.ts';

/** Has the page speak the language that the editor gave it; before anything is shown. */
export function speakAsTold(): void {
	speak(JSON.parse(document.body.dataset.translations ?? '{}'));
}

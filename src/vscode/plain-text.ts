/** Text of others for a list or a button, where `$(name)` would become a picture. */
export function withoutIcons(text: string): string {
	return text.replace(/\$(?=\([\w-]{1,60}(?:~[\w-]{1,20})?\))/g, '\\$');
}

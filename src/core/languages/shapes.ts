/** Brackets of optional arguments by their letter in the shape of a command. */
export const brackets: Readonly<Record<string, string>> = { o: '[', a: '<', p: '(' };

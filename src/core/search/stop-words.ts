// Words of English prose that say nothing of a paper's subject, and those that every citing sentence has.
const list = `a about above after again against all almost also although always am among an and another any are as at be
because been before being below between both but by can cannot could did do does doing done down due during each e.g eg
either et al etc even ever every few finally first for from further furthermore given had has have having he hence her
here hers him his how however i i.e ie if in indeed instead into is it its itself just last later least less like
many may me might more moreover most much must my namely nevertheless no nor not now of off often on once one only onto
or other others our ours out over own per perhaps quite rather re s same several she should similar similarly since so
some still such than that the their theirs them themselves then there therefore these they this those though three
through thus to together too toward towards two under until up upon us use used uses using usually various very via was
way we well were what when where whereas whether which while who whom whose why will with within without would yet you
your recent recently propose proposed proposes introduce introduced introduces present presented presents show showed
shown shows study studied studies paper papers work works author authors literature review previous previously see
ref cite citation figure fig table section chapter`;
const words: ReadonlySet<string> = new Set(list.split(/\s+/));

/** True for folded words that say nothing of a subject; single letters among them. */
export function isStopWord(word: string): boolean {
	return (word.length === 1 && !(word >= '0' && word <= '9') && word < '\u0080') || words.has(word);
}

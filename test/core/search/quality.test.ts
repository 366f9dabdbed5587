import assert from 'node:assert/strict';
import { complete } from '../../../src/core/search/complete.ts';
import { paperOfItem } from '../../../src/core/search/library.ts';
import { meantBy } from '../../../src/core/search/repair.ts';
import { scoreContext } from '../../../src/core/search/suggest.ts';
import { keysOf, libraryOf } from '../../support/papers.ts';
import { wellKnown } from '../../support/well-known.ts';

const library = libraryOf(wellKnown);
const typed = (query: string) =>
	keysOf(
		library,
		complete(library, query, 10, () => 0),
	);
const repaired = (key: string) => meantBy(library, key).map(({ item }) => paperOfItem(library, item).id);

function suggested(sentence: string): string[] {
	const place = sentence.indexOf('[]');
	const text = sentence.replace('[]', '').replace(/ +\./, '.');
	const lead = place < 0 ? undefined : sentence.slice(0, place).trim();
	const context = { text, ...(lead !== undefined && { lead }) };
	const { items, scores, meant } = scoreContext(library, context, [], () => []);
	const score = (item: number) => scores[item]! + (meant?.items.includes(item) ? 10_000 : 0);
	return [...new Set([...items, ...(meant?.items ?? [])])]
		.sort((a, b) => score(b) - score(a) || a - b)
		.map((item) => paperOfItem(library, item).id);
}

/** Questions with their right answers, one to a line: `question | key`. */
function lines(text: string): (readonly [string, string])[] {
	return text
		.trim()
		.split('\n')
		.map((line) => {
			const [question, key] = line.split('|');
			return [question!.trim(), key!.trim()];
		});
}

/** Fails when fewer right answers come first, or among five, than lately: one or two changed places are no matter. */
function watch(
	questions: readonly (readonly [string, string])[],
	answer: (question: string) => readonly string[],
	least: { readonly first: number; readonly five: number },
): void {
	const ranks = questions.map(([question, key]) => ({ question, key, rank: answer(question).indexOf(key) }));
	const first = ranks.filter(({ rank }) => rank === 0).length;
	const five = ranks.filter(({ rank }) => rank >= 0 && rank < 5).length;
	const missed = ranks
		.filter(({ rank }) => rank !== 0)
		.map(({ question, key, rank }) => `${question} → ${key}: ${rank}`);
	assert.ok(
		first >= least.first && five >= least.five,
		`${first} first and ${five} among five of ${ranks.length}; not first:\n${missed.join('\n')}`,
	);
}

const queries = lines(`
vas17 | vaswani2017attention
vasw | vaswani2017attention
bert | devlin2019bert
attn need | vaswani2017attention
attention need | vaswani2017attention
need attention | vaswani2017attention
aiayn | vaswani2017attention
vaswani a | vaswani2017attention
vaswani, a. | vaswani2017attention
a vaswani 2017 | vaswani2017attention
smith jones 2019 | smith2019jones
jones smith | smith2019jones
smith 2020 | smith2020
müller 2019 | muller2019when
muller | muller2019when
velickovic | velickovic2018graph
Veličković 2018 | velickovic2018graph
schmidhuber | hochreiter1997long
lstm | hochreiter1997long
long short term | hochreiter1997long
lda | blei2003latent
blei03 | blei2003latent
ng jordan | blei2003latent
gan goodfellow | goodfellow2014generative
generative adversarial | goodfellow2014generative
resnet he 2016 | he2016deep
residual image | he2016deep
he deep residual | he2016deep
alexnet krizhevsky | krizhevsky2012imagenet
imagenet classif | krizhevsky2012imagenet
adam | kingma2015adam
kingma welling | kingma2014auto
variational bayes | kingma2014auto
ddpm | ho2020denoising
latent diffusion | rombach2022high
glove | pennington2014glove
word2vec mikolov | mikolov2013efficient
mikolov13 phrases | mikolov2013distributed
fasttext subword bojanowski | bojanowski2017enriching
bleu | papineni2002bleu
rouge | lin2004rouge
rare words subword | sennrich2016neural
sentence piece | kudo2018sentencepiece
sentencepiece | kudo2018sentencepiece
text to text | raffel2020exploring
rag lewis | lewis2020retrieval
bm25 | robertson2009probabilistic
pagerank brin | page1999pagerank
random forest | breiman2001random
xgboost | chen2016xgboost
support vector | cortes1995support
batchnorm | ioffe2015batch
dropout | srivastava2014dropout
go tree search | silver2016mastering
ppo | schulman2017proximal
chain of thought | wei2022chain
lora | hu2022lora
why should i trust | ribeiro2016why
vit dosovitskiy | dosovitskiy2021image
r-cnn | ren2015faster
unet | ronneberger2015unet
u-net | ronneberger2015unet
megatron | shoeybi2019megatron
llm few shot brown | brown2020language
atention is al you ned | vaswani2017attention
trasnformers bidirectional | devlin2019bert
resdiual learning | he2016deep
kinmga adam | kingma2015adam
hinton distilling knowlege | hinton2015distilling
calibraton modern | guo2017calibration
gradient proximal polcy | schulman2017proximal
`);

const remembered = lines(`
shortcut connections | he2016deep
random surfer | page1999pagerank
brevity penalty | papineni2002bleu
reward labelers | ouyang2022training
skip-gram negative | mikolov2013distributed
atari pixels | mnih2015human
byte pair | sennrich2016neural
phones server | mcmahan2017communication
temperature scaling | guo2017calibration
shapley values | lundberg2017unified
`);

const sentences = lines(`
The Transformer architecture [] relates all positions of a sequence to each other. | vaswani2017attention
We fine-tune BERT [] on every task. | devlin2019bert
Very large language models learn from a few examples in their prompt []. | brown2020language
Residual connections [] make very deep networks trainable. | he2016deep
All models are optimized with Adam [] and dropout of 0.1. | kingma2015adam
All models are optimized with Adam and dropout []. | srivastava2014dropout
Images are synthesized by denoising step by step []. | ho2020denoising
Recurrent networks with gates [] keep long dependencies. | hochreiter1997long
Soft alignment of source words [] improved neural translation. | bahdanau2015neural
Words are represented by vectors that capture co-occurrence counts []. | pennington2014glove
Contextualized representations [] depend on the sentence. | peters2018deep
We report BLEU [] and ROUGE. | papineni2002bleu
We report BLEU and ROUGE []. | lin2004rouge
Text is segmented with byte pair encoding []. | sennrich2016neural
A generator conditioned on retrieved passages [] knows more facts. | lewis2020retrieval
Dense retrieval with two encoders [] outperforms lexical matching in question answering. | karpukhin2020dense
Lexical matching with length normalization [] is hard to beat. | robertson2009probabilistic
Topic models [] describe documents as mixtures. | blei2003latent
Boosted trees [] remain strong on tables. | chen2016xgboost
Smoothing the labels [] improves calibration. | muller2019when
Modern networks are overconfident, and temperature scaling [] helps. | guo2017calibration
Agents learn to play Atari games from pixels []. | mnih2015human
Silver et al. [] combined tree search with deep networks. | silver2016mastering
The policy is updated with clipped objectives []. | schulman2017proximal
Human feedback [] aligns language models with instructions. | ouyang2022training
Intermediate reasoning steps in the prompt [] help with arithmetic. | wei2022chain
Low-rank adaptation [] trains few parameters. | hu2022lora
The loss follows a power law of data and compute []. | kaplan2020scaling
Embeddings carry gender stereotypes []. | bolukbasi2016man
Graph convolutions [] classify nodes with few labels. | kipf2017semi
Patches of pictures are fed to a transformer []. | dosovitskiy2021image
Biomedical images are segmented with few annotated pictures []. | ronneberger2015unet
Models are averaged over decentralized devices []. | mcmahan2017communication
Noisy gradients give differential privacy []. | abadi2016deep
Explanations of single predictions [] build trust. | ribeiro2016why
Kingma and Welling (2014) introduced a lower bound. | kingma2014auto
`);

const keys = lines(`
vaswani17 | vaswani2017attention
vaswani17attention | vaswani2017attention
vaswani2017 | vaswani2017attention
VaswaniAttention2017 | vaswani2017attention
2017_vaswani_attention | vaswani2017attention
DBLP:conf/nips/VaswaniSPU17 | vaswani2017attention
devlin2018bert | devlin2019bert
devlin-etal-2019-bert | devlin2019bert
blei2003ladent | blei2003latent
hochreiter1997lstm | hochreiter1997long
DBLP:journals/neco/HochreiterS97 | hochreiter1997long
mueller2019when | muller2019when
papineni02bleu | papineni2002bleu
ronneberger2015u | ronneberger2015unet
silver_go_2016 | silver2016mastering
xgboost_chen_2016 | chen2016xgboost
`);

describe('the quality of search', () => {
	it('by what people type', () => watch(queries, typed, { first: 69, five: 69 }));
	it('by two words of the abstract', () => watch(remembered, typed, { first: 9, five: 10 }));
	it('by sentences', () => watch(sentences, suggested, { first: 28, five: 35 }));
	it('by keys that do not exist', () => watch(keys, repaired, { first: 15, five: 15 }));
	it('puts a key, and what begins with it, before everything else', () => {
		for (const { id } of wellKnown) {
			assert.equal(typed(id)[0], id);
			assert.ok(typed(id.slice(0, -1)).slice(0, 3).includes(id), id);
		}
	});
});

import assert from 'node:assert/strict';
import { htmlToText } from '../../../src/core/text/html.ts';

describe('HTML to text', () => {
	it('takes the tags of publishers off', () => {
		assert.equal(htmlToText('The <i>E. coli</i> CO<sub>2</sub>').trim(), 'The E. coli CO2');
		assert.equal(
			htmlToText('<jats:p>First.</jats:p><jats:p>Second.</jats:p>').replace(/\s+/g, ' ').trim(),
			'First. Second.',
		);
	});

	it('decodes entities', () => {
		assert.equal(htmlToText('A &amp; B &lt; C &#233; &#xe9;'), 'A & B < C é é');
	});

	it('leaves comparisons and unknown entities alone', () => {
		assert.equal(htmlToText('a < b and c > d, R&D; &#0;'), 'a < b and c > d, R&D; &#0;');
	});
});

import assert from 'node:assert/strict';
import { readableMath } from '../../../src/core/render/math.ts';

describe('Formulas as text', () => {
	const rows: [before: string, after: string][] = [
		['an $O(n^2)$ bound', 'an O(n²) bound'],
		['$O(n \\log n)$', 'O(n log n)'],
		['$\\alpha_i \\leq \\beta^{n+1}$', 'αᵢ ≤ βⁿ⁺¹'],
		['$\\ell_2$ and $\\ell_{\\infty}$', 'ℓ₂ and ℓ_∞'],
		['$x \\in \\mathbb{R}^d$', 'x ∈ ℝ^d'],
		['$\\frac{1}{2}$ and $\\frac{a+b}{\\sqrt{n}}$', '1/2 and (a+b)/(√n)'],
		['$\\mathcal{O}(\\sqrt{T})$', 'O(√T)'],
		['$\\hat{y}$', 'ŷ'],
		['$\\text{softmax}(QK^T/\\sqrt{d_k})$', 'softmax(QKᵀ/√dₖ)'],
		['$\\left( x \\right)$', '( x )'],
		['$$e = mc^2$$', 'e = mc²'],
		['costs $5 to $10', 'costs $5 to $10'],
		['a lone $ sign', 'a lone $ sign'],
		['\\$5 and $x$', '\\$5 and x'],
		['$x^{$', '$x^{$'],
	];
	for (const [before, after] of rows) {
		it(`makes ${after} of ${before}`, () => assert.equal(readableMath(before), after));
	}

	it('ends, however groups nest', () => {
		assert.doesNotThrow(() => readableMath(`$${'{'.repeat(140)}x${'^_\\frac'.repeat(20)}$`));
	});
});

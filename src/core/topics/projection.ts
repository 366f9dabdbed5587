import { type SparseMatrix, toLengthOne } from './matrix.ts';
import { normal, type Random } from './random.ts';

/** Points of a space, one after the other. */
export interface Points {
	readonly count: number;
	readonly dimensions: number;
	readonly values: Float32Array;
}

export function pointAt({ values, dimensions }: Points, index: number): Float32Array {
	return values.subarray(index * dimensions, (index + 1) * dimensions);
}

/** The cosine of two points of length one. */
export function likeness(a: Points, i: number, b: Points, j: number): number {
	const { values, dimensions: d } = a;
	const others = b.values;
	let sum = 0;
	for (let k = 0, one = i * d, other = j * d; k < d; k++, one++, other++) sum += values[one]! * others[other]!;
	return sum;
}

/** So often the space is turned towards what tells most. */
const turns = 4;

/**
 * The rows of a matrix in the few dimensions that keep most of them (latent semantic indexing: Deerwester et al. 1990,
 * doi:10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9), found by randomized subspace iteration (Halko,
 * Martinsson & Tropp 2011, doi:10.1137/090771806, algorithm 4.4). Their mean, which all have in common, is taken off,
 * and each has length one; those of rows without terms are zero. Yields after small steps.
 */
export function* project(matrix: SparseMatrix, dimensions: number, random: Random): Generator<void, Points> {
	const { rows, columns } = matrix;
	const basis = new Float32Array(columns * dimensions);
	for (let i = 0; i < basis.length; i++) basis[i] = normal(random);
	const values = new Float32Array(rows * dimensions);
	for (let turn = 0; turn < turns; turn++) {
		yield* times(matrix, basis, dimensions, values);
		yield* transposedTimes(matrix, values, dimensions, basis);
		yield* orthonormalize(basis, columns, dimensions);
	}
	yield* times(matrix, basis, dimensions, values);
	center(matrix, values, dimensions);
	const points = { count: rows, dimensions, values };
	for (let row = 0; row < rows; row++) toLengthOne(pointAt(points, row));
	return points;
}

const slice = 200;

/** into = matrix · basis */
function* times({ rows, starts, columnOf, values }: SparseMatrix, basis: Float32Array, d: number, into: Float32Array) {
	into.fill(0);
	for (let row = 0; row < rows; row++) {
		for (let at = starts[row]!; at < starts[row + 1]!; at++) {
			const value = values[at]!;
			const from = columnOf[at]! * d;
			for (let k = 0; k < d; k++) into[row * d + k]! += value * basis[from + k]!;
		}
		if (row % slice === 0) yield;
	}
}

/** into = matrixᵀ · from */
function* transposedTimes(
	{ rows, starts, columnOf, values }: SparseMatrix,
	from: Float32Array,
	d: number,
	into: Float32Array,
) {
	into.fill(0);
	for (let row = 0; row < rows; row++) {
		for (let at = starts[row]!; at < starts[row + 1]!; at++) {
			const value = values[at]!;
			const to = columnOf[at]! * d;
			for (let k = 0; k < d; k++) into[to + k]! += value * from[row * d + k]!;
		}
		if (row % slice === 0) yield;
	}
}

/** Makes the columns of a matrix orthogonal and of length one, in place (modified Gram–Schmidt). */
function* orthonormalize(basis: Float32Array, rows: number, d: number) {
	for (let k = 0; k < d; k++) {
		for (let j = 0; j <= k; j++) {
			let product = 0;
			for (let i = 0; i < rows; i++) product += basis[i * d + j]! * basis[i * d + k]!;
			if (j < k) for (let i = 0; i < rows; i++) basis[i * d + k]! -= product * basis[i * d + j]!;
			else {
				const factor = product > 1e-20 ? 1 / Math.sqrt(product) : 0;
				for (let i = 0; i < rows; i++) basis[i * d + k]! *= factor;
			}
			yield;
		}
	}
}

function center({ rows, starts }: SparseMatrix, values: Float32Array, d: number): void {
	const mean = new Float64Array(d);
	for (let i = 0; i < values.length; i++) mean[i % d]! += values[i]! / rows;
	for (let row = 0; row < rows; row++) {
		if (starts[row] === starts[row + 1]) continue;
		for (let k = 0; k < d; k++) values[row * d + k]! -= mean[k]!;
	}
}

/**
 * The two directions in which points lie widest apart, as their coordinates: where a map of them begins. Yields after
 * small steps.
 */
export function* widest({ count, dimensions: d, values }: Points, random: Random): Generator<void, Float32Array> {
	const found = new Float32Array(count * 2);
	const axes: Float64Array[] = [];
	for (let axis = 0; axis < Math.min(2, d); axis++) {
		let vector = Float64Array.from({ length: d }, () => normal(random));
		// Power iteration on the covariance, without what the first axis has.
		for (let turn = 0; turn < 30; turn++) {
			for (const other of axes) {
				const product = vector.reduce((sum, value, k) => sum + value * other[k]!, 0);
				vector = vector.map((value, k) => value - product * other[k]!);
			}
			const next = new Float64Array(d);
			for (let i = 0; i < count; i++) {
				let product = 0;
				for (let k = 0; k < d; k++) product += values[i * d + k]! * vector[k]!;
				for (let k = 0; k < d; k++) next[k]! += product * values[i * d + k]!;
			}
			const length = Math.hypot(...next) || 1;
			vector = next.map((value) => value / length);
			yield;
		}
		axes.push(vector);
		for (let i = 0; i < count; i++) {
			for (let k = 0; k < d; k++) found[2 * i + axis]! += values[i * d + k]! * vector[k]!;
		}
	}
	return found;
}

import assert from 'node:assert/strict';
import { parseDate, parseYear } from '../../../src/core/text/dates.ts';

const parts = (...dates: number[][]) => ({ 'date-parts': dates });

describe('dates', () => {
	it('reads days, months, years and ranges', () => {
		assert.deepEqual(parseDate('2014-02-15'), parts([2014, 2, 15]));
		assert.deepEqual(parseDate('2014-02'), parts([2014, 2]));
		assert.deepEqual(parseDate('2010-01/2010-05'), parts([2010, 1], [2010, 5]));
		assert.deepEqual(parseDate('2014-02-15T10:00:00Z'), parts([2014, 2, 15]));
	});

	it('keeps the end of an open range, and the year of what is uncertain', () => {
		assert.deepEqual(parseDate('2010/'), parts([2010]));
		assert.deepEqual(parseDate('../2010'), parts([2010]));
		assert.deepEqual(parseDate('2019~'), parts([2019]));
		assert.deepEqual(parseDate('2014-21'), parts([2014]));
	});

	it('reads digits that are unknown or left out, and nothing into what is no date', () => {
		assert.deepEqual(parseDate('19XX'), parts([1900]));
		assert.deepEqual(parseDate('199X-XX'), parts([1990]));
		assert.deepEqual(parseDate('2020-5-1'), parts([2020, 5, 1]));
		assert.deepEqual(parseDate('1723~/1724?'), parts([1723], [1724]));
		assert.deepEqual(parseDate('/2020'), parts([2020]));
		assert.deepEqual(parseDate('-0044'), parts([-44]));
		assert.deepEqual(parseDate('2020/05'), { ...parts([2020]), literal: '2020/05' });
	});

	it('reads whole dates and ranges in the field for the year', () => {
		assert.deepEqual(parseYear('2020-05-01'), parts([2020, 5, 1]));
		assert.deepEqual(parseYear('2020/2021'), parts([2020], [2021]));
		assert.deepEqual(parseYear('2020-05', 'may'), { ...parts([2020, 5]), literal: '2020-05' });
	});

	it('keeps words', () => {
		assert.deepEqual(parseDate('in press'), { literal: 'in press' });
		assert.deepEqual(parseYear('c. 1990'), { ...parts([1990]), literal: 'c. 1990' });
		assert.equal(parseDate(' '), undefined);
	});

	it('reads months by name or number, with a day', () => {
		assert.deepEqual(parseYear('2015', 'March'), parts([2015, 3]));
		assert.deepEqual(parseYear('2015', 'Sept.'), parts([2015, 9]));
		assert.deepEqual(parseYear('2015', '7'), parts([2015, 7]));
		assert.deepEqual(parseYear('2015', 'July 4'), parts([2015, 7, 4]));
		assert.deepEqual(parseYear('2015', 'May-June'), parts([2015, 5]));
		assert.deepEqual(parseYear('2015', 'Spring'), parts([2015]));
	});
});

// The map as the same library draws it where nothing is done for speed: each paper a circle of a drawing.
import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom } from 'd3-zoom';
import type { ToPicture } from '../../src/webviews/messages.ts';

window.addEventListener('message', ({ data }: MessageEvent<ToPicture>) => {
	if (data.type !== 'map') return;
	const svg = select(document.body)
		.append('svg')
		.attr('class', 'map')
		.attr('style', 'display: block; fill: #48a')
		.attr('width', 640)
		.attr('height', 640);
	const all = svg.append('g');
	const tip = select(document.body).append('div');
	all
		.selectAll('circle')
		.data(data.map.papers)
		.join('circle')
		.attr('cx', ({ x }) => 640 * x)
		.attr('cy', ({ y }) => 640 * y)
		.attr('r', 2)
		.attr('opacity', 0.45)
		.on('pointerenter', function (_, { title }) {
			select(this).attr('stroke', '#000');
			tip.text(title);
		})
		.on('pointerleave', function () {
			select(this).attr('stroke', null);
		});
	svg.call(
		zoom<SVGSVGElement, unknown>()
			.scaleExtent([1, 24])
			.on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => all.attr('transform', `${transform}`)),
	);
});

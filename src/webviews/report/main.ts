import { connect } from '../api.ts';
import type { FromReport } from '../messages.ts';

const send = connect<FromReport>();

document.addEventListener('click', ({ target }) => {
	const pressed = target instanceof Element ? target.closest('button') : undefined;
	if (pressed?.dataset.problem !== undefined) send({ type: 'problem', index: Number(pressed.dataset.problem) });
	else if (pressed?.dataset.action === 'save') send({ type: 'save' });
});

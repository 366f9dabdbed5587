import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { askedWhileTyping } from '../support/rpc-channel.ts';

describe('corpus over JSON-RPC', () => {
	it('lets a cancellation overtake the questions that wait', async () => {
		const { port1, port2 } = new MessageChannel();
		const near = createMessageConnection(new PortMessageReader(port1), new PortMessageWriter(port1));
		const far = createMessageConnection(new PortMessageReader(port2), new PortMessageWriter(port2));
		const asked = await askedWhileTyping(near, far);
		assert.deepEqual(asked, ['v (cancelled)', 'va (cancelled)', 'vas (cancelled)', 'vasw']);
		port1.close();
	});
});

/**
 * What an operation resolves to that answers bit by bit: `for await (const item of stream)`. It can be read once.
 * Leaving the loop, in whatever way, lets go of the connection; who does not loop aborts the controller. While nobody waits
 * for an item, no timer runs and no listener stays on the call's signal.
 */
export class ApiStream<Item> implements AsyncIterable<Item> {
	/** Aborting it ends the stream from outside of its loop, as `break` does from inside. */
	readonly controller: AbortController = new AbortController();
	/** The name of the event that was read last, where the server gives events names. */
	event: string | undefined;
	#items: AsyncIterator<Item> | undefined;

	/** `cancel` is called when the stream is ended from outside. */
	constructor(
		read: (stream: ApiStream<Item>) => AsyncIterator<Item>,
		cancel: () => void,
	) {
		this.#items = read(this);
		this.controller.signal.addEventListener("abort", cancel);
	}

	[Symbol.asyncIterator](): AsyncIterator<Item> {
		const items = this.#items;
		if (!items) throw new TypeError("a stream can be read only once");
		this.#items = undefined;
		return items;
	}
}

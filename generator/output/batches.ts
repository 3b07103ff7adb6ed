import { setImmediate } from "node:timers/promises";

/** How many files are worked on before anything else is heard: a signal, above all. */
const size = 64;

/**
 * Does the work for every item, and says before each batch how many are done; the first fault stops what has not begun. The work itself does not wait for the disk in
 * turns: with thousands of small files that costs several times what the disk does.
 */
export async function inBatches<Item>(
	items: readonly Item[],
	work: (item: Item) => void,
	onBatch?: (done: number, total: number) => void,
): Promise<void> {
	for (let start = 0; start < items.length; start += size) {
		onBatch?.(start, items.length);
		items.slice(start, start + size).forEach(work);
		await setImmediate();
	}
}

/** How many files are open at once: enough to keep a disk busy, and below every limit. */
const size = 32;

/** Does the work for every item, some at a time; the first fault stops what has not begun. */
export async function inBatches<Item>(
	items: readonly Item[],
	work: (item: Item) => Promise<void>,
): Promise<void> {
	for (let start = 0; start < items.length; start += size)
		await Promise.all(items.slice(start, start + size).map(work));
}

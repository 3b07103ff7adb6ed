/** A small part of an input that still has the fault, found by cutting out ever smaller pieces for a while. */
export function smallest(
	input: Uint8Array,
	hasFault: (bytes: Uint8Array) => boolean,
	seconds = 20,
): Uint8Array {
	const until = Date.now() + seconds * 1000;
	let made: Uint8Array = input;
	for (let size = made.length >> 1; size > 0; ) {
		let cut = false;
		for (let at = 0; at < made.length && Date.now() < until; ) {
			const less = Buffer.concat([
				made.subarray(0, at),
				made.subarray(at + size),
			]);
			if (hasFault(less)) {
				made = less;
				cut = true;
			} else at += size;
		}
		if (Date.now() >= until) break;
		if (!cut || size > 1) size = size >> 1;
	}
	return made;
}

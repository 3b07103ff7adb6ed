/** Work that stops now and then, so that whoever does it may do something else, or leave it at that. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}

/** `list.map`, so many at a time that a step takes a moment. */
export function* mapInSteps<T, U>(
	list: readonly T[],
	make: (one: T) => U,
): Steps<readonly U[]> {
	const made: U[] = [];
	for (const [at, one] of list.entries()) {
		if (at % 250 === 249) yield;
		made.push(make(one));
	}
	return made;
}

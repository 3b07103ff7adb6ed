/** A function that works out its answer for each thing once; things that nobody else holds are forgotten. */
export function once<K extends object, V>(make: (of: K) => V): (of: K) => V {
	const known = new WeakMap<K, { readonly made: V }>();
	return (of) => {
		const found = known.get(of) ?? { made: make(of) };
		known.set(of, found);
		return found.made;
	};
}

/** The same for a function of two things. */
export function onceForBoth<A extends object, B extends object, V>(
	make: (a: A, b: B) => V,
): (a: A, b: B) => V {
	const made = once((a: A) => once((b: B) => make(a, b)));
	return (a, b) => made(a)(b);
}

/** A function that works out its answer the first time that somebody asks. */
export function lazily<V extends object>(make: () => V): () => V {
	let made: V | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

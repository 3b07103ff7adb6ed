/** Takes down how long each part of a run takes. */
export interface Stages {
	/** Does a part of the work; parts of one name add up. */
	readonly time: <T>(name: string, work: () => T) => T;
	/** One line for each part, in the order in which they began. */
	readonly print: () => string;
}

/** Opens the books of one run. */
export function createStages(): Stages {
	const spent = new Map<string, number>();
	const add = (name: string, since: number) =>
		spent.set(name, (spent.get(name) ?? 0) + performance.now() - since);
	return {
		time(name, work) {
			const start = performance.now();
			if (!spent.has(name)) spent.set(name, 0);
			const result = work();
			if (result instanceof Promise)
				result.then(
					() => add(name, start),
					() => add(name, start),
				);
			else add(name, start);
			return result;
		},
		print() {
			const width = Math.max(...[...spent.keys()].map(({ length }) => length));
			return [...spent]
				.map(([name, time]) => {
					const seconds = (time / 1000).toFixed(2).padStart(7);
					return `  ${name.padEnd(width)}${seconds} s\n`;
				})
				.join("");
		},
	};
}

/** A clock whose time passes when everybody waits for it: then the earliest timer goes off. */
export function fakeClock() {
	const waits: number[] = [];
	const timers = new Set<{ at: number; callback: () => void }>();
	let now = 0;
	function pass(): void {
		const [next] = [...timers].sort((one, other) => one.at - other.at);
		if (!next) return;
		timers.delete(next);
		waits.push(next.at - now);
		now = next.at;
		next.callback();
	}
	return {
		/** How long each timer took that went off. */
		waits,
		performance: { now: () => now },
		setTimeout(callback: () => void, milliseconds: number): unknown {
			const timer = { at: now + milliseconds, callback };
			timers.add(timer);
			setImmediate(() => setImmediate(pass));
			return timer;
		},
		clearTimeout: (timer: unknown) => {
			for (const each of timers) if (each === timer) timers.delete(each);
		},
	};
}

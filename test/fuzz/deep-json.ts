/** Containers within each other that samples are read down to. */
const deepest = 100;

/** Whether a value lies deeper than samples are read. */
export function isDeep(value: unknown): boolean {
	let level: readonly unknown[] = [value];
	for (let depth = 0; depth <= deepest; depth++) {
		level = level.flatMap((one) =>
			typeof one === "object" && one !== null ? Object.values(one) : [],
		);
		if (level.length === 0) return false;
	}
	return true;
}

/**
 * What each side costs in some rounds. In a round every side has its turn, each time from another one on, so that what
 * slows the machine down for a while slows all of them down.
 */
export async function inRounds(
	rounds: number,
	sides: ReadonlyMap<string, () => Promise<number>>,
): Promise<readonly ReadonlyMap<string, number>[]> {
	const costs: ReadonlyMap<string, number>[] = [];
	for (let round = 0; round < rounds; round++) {
		const spent = new Map<string, number>();
		for (const [name, cost] of turned([...sides], round))
			spent.set(name, await cost());
		costs.push(spent);
	}
	return costs;
}

/** The same list from another place on: nobody is always behind the same one, whose garbage may be left to collect. */
export function turned<T>(list: readonly T[], by: number): readonly T[] {
	const at = by % list.length;
	const from = [...list.slice(at), ...list.slice(0, at)];
	return by % 2 === 0 ? from : from.reverse();
}

/** What each side but `base` costs beside it in the same round: the median of the rounds, and how far they spread. */
export function besides(
	costs: readonly ReadonlyMap<string, number>[],
	base: string,
	{ beside, digits }: Comparison,
): ReadonlyMap<string, string> {
	const names = [...(costs[0]?.keys() ?? [])].filter((name) => name !== base);
	return new Map(
		names.map((name) => {
			const sorted = costs
				.map((round) => beside(round.get(name) ?? 0, round.get(base) ?? 0))
				.sort((one, other) => one - other)
				.map((each) => each.toFixed(digits));
			const middle = sorted[sorted.length >> 1];
			return [name, `${middle} (${sorted[0]}–${sorted.at(-1)})`];
		}),
	);
}

/** How two costs are compared and how exactly that is printed. */
export interface Comparison {
	beside(cost: number, base: number): number;
	readonly digits: number;
}

/** `1.25`: how many times as much. */
export const ratio: Comparison = {
	beside: (cost, base) => cost / base,
	digits: 2,
};

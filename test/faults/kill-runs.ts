import type { Amounts, Attempt } from "./attempt.ts";
import { tryKills } from "./kills.ts";

/** Kills runs, and says what became of their outputs. */
export async function killRuns({
	kills,
	seed,
	onLine,
}: Amounts): Promise<Attempt> {
	const done = await tryKills({ kills, seed, parts: 12, onKill: onLine });
	const { tried, torn, tornBefore, awayBefore, phases, ends, faults } = done;
	const met = Object.entries(phases).map(
		([phase, count]) => `${phase} ${count}`,
	);
	onLine(`torn ${torn} of ${tried}`);
	onLine(
		`before the next start: mixed ${tornBefore} of ${tried}, away ${awayBefore} of ${tried}`,
	);
	return {
		said: `torn ${torn} of ${tried} after the next start, ${ends.old} of them old and ${ends.new} new; to somebody who looked before it ${tornBefore} were mixed and ${awayBefore} away; killed: ${met.join(", ")}`,
		faults: torn > 0 ? [`torn ${torn} of ${tried}`, ...faults] : faults,
	};
}

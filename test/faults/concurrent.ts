import { existsSync } from "node:fs";
import { join } from "node:path";
import {
	type Amounts,
	type Attempt,
	digestsOfEditions,
	openBook,
	withSite,
} from "./attempt.ts";

const atOnce = 8;

/** Eight runs at once on one output, of which the first that has its turn is killed in every other round. */
export async function runAtOnce({ rounds }: Amounts): Promise<Attempt> {
	const { faults, expect } = openBook();
	const wanted = await digestsOfEditions();
	let killed = 0;
	for (let round = 0; round < rounds; round++)
		await withSite(async ({ cwd, generate, edit, tree, litter }) => {
			await generate();
			edit("second");
			let victim = -1;
			const kills: ((signal: "SIGKILL") => void)[] = [];
			const runs = Array.from({ length: atOnce }, () =>
				generate({ onStart: (kill) => kills.push(kill) }),
			);
			if (round % 2 === 0) {
				const staging = join(cwd, ".out.docwright");
				let over = false;
				Promise.all(runs).finally(() => {
					over = true;
				});
				while (!existsSync(staging) && !over) await new Promise(setImmediate);
				// Whoever it is, the others have to get along.
				victim = round % atOnce;
				kills[victim]?.("SIGKILL");
				killed++;
			}
			const done = await Promise.all(runs);
			for (const [at, { status, stderr }] of done.entries())
				if (at !== victim) expect(`run ${at}: ${stderr}`, status, 0);
			expect(`round ${round}, tree`, tree(), wanted.second);
			expect(`round ${round}, left`, litter(), []);
		});
	return {
		said: `${rounds} rounds of ${atOnce} runs at once, one of them killed in ${killed}: the bytes of one run`,
		faults,
	};
}

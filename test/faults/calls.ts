import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import {
	type Amounts,
	type Attempt,
	digestsOfEditions,
	openBook,
	withSite,
} from "./attempt.ts";
import { randomFrom } from "./kills.ts";
import { withFaults } from "./project.ts";

const errnos = ["ENOSPC", "EIO", "EMFILE", "EACCES"];

/** Lets calls of the file system fail in real runs, from the first of a run to the last. */
export async function failCalls({ rounds, seed }: Amounts): Promise<Attempt> {
	const { faults, expect } = openBook();
	const wanted = await digestsOfEditions();
	const random = randomFrom(seed);
	const ends = { old: 0, new: 0 };
	const count = 8 * rounds;
	const total = await withSite(async ({ cwd, generate, edit }) => {
		await generate();
		edit("second");
		const { stdout } = await generate(withFaults(cwd, "count"));
		return Number(/^calls (\d+)$/m.exec(stdout)?.[1]);
	});
	for (let index = 0; index < count; index++)
		await withSite(async ({ cwd, generate, edit, tree, litter }) => {
			await generate();
			edit("second");
			const errno = errnos[index % errnos.length] ?? "EIO";
			const at = 1 + Math.floor(((index + random()) / count) * total);
			const done = await generate(withFaults(cwd, "fail", at, errno));
			const what = `call ${at} with ${errno}`;
			const isNew = done.status === 0;
			ends[isNew ? "new" : "old"]++;
			expect(`${what}, tree`, tree(), isNew ? wanted.second : wanted.first);
			expect(`${what}, left`, litter(), []);
			if (isNew) return;
			expect(`${what}, exit code`, [1, 2].includes(done.status ?? 0), true);
			expect(
				`${what}, said "${done.stderr}"`,
				done.stderr.includes(errno),
				true,
			);
		});
	return {
		said: `${count} of ${total} calls of a run failed with ${errnos.join(", ")}: ${ends.old} ended with the old tree and the name of the fault, ${ends.new} did no harm`,
		faults,
	};
}

/** Lets the program itself be at fault in the midst of a run. */
export async function failInside({ rounds, seed }: Amounts): Promise<Attempt> {
	const { faults, expect } = openBook();
	const wanted = await digestsOfEditions();
	const random = randomFrom(seed + 1);
	let internal = 0;
	const count = 4 * rounds;
	for (let index = 0; index < count; index++)
		await withSite(async ({ cwd, generate, edit, tree, litter }) => {
			await generate();
			edit("second");
			const at = 1 + Math.floor(((index + random()) / count) * 900);
			const options = withFaults(cwd, "fail", at, "");
			const env = { ...options.env, SECRET_TOKEN: "sk_canary_91" };
			const done = await generate({ ...options, env });
			const what = `a fault of ours at call ${at}`;
			const isNew = done.status === 0;
			expect(`${what}, tree`, tree(), isNew ? wanted.second : wanted.first);
			expect(`${what}, left`, litter(), []);
			if (isNew) return;
			internal++;
			expect(`${what}, exit code`, done.status, 70);
			const lines = done.stderr.split("\n").filter((line) => line !== "");
			expect(
				`${what}, first line`,
				/^internal error: /.test(lines[0] ?? ""),
				true,
			);
			expect(`${what}, lines`, lines.length, 2);
			expect(`${what}, stack`, /^\s+at /m.test(done.stderr), false);
			const [, report = ""] =
				/ and (\S+report\.txt), /.exec(lines[1] ?? "") ?? [];
			const told = report === "" ? "" : readFileSync(report, "utf8");
			if (report !== "") rmSync(dirname(report), { recursive: true });
			expect(`${what}, report`, /^ +at /m.test(told), true);
			const all = done.stderr + told;
			expect(`${what}, secrets`, all.includes("canary"), false);
		});
	return {
		said: `${count} faults inside of runs: ${internal} ended with exit code 70, one line, a report and the old tree, the others did no harm`,
		faults,
	};
}

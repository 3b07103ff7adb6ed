import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Attempt, openBook, withSite } from "./attempt.ts";
import { digestOfTree, litterOf, run } from "./project.ts";

/** Mounts for the time of some work; false where that is not permitted. */
async function mounted(
	folder: string,
	args: readonly string[],
	work: () => Promise<void>,
): Promise<boolean> {
	try {
		execFileSync("mount", [...args, folder], { stdio: "ignore" });
	} catch {
		return false;
	}
	try {
		await work();
	} finally {
		execFileSync("umount", ["-l", folder]);
	}
	return true;
}

/** A disk that is full, or nearly, in memory. */
export async function fillDisk(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const free = [0, 8, 32, 128];
	const done = await withSite(async ({ root, cwd, edit }) => {
		const disk = join(root, "disk");
		mkdirSync(disk);
		const out = join(disk, "out");
		const generate = () =>
			run(cwd, ["generate", "-o", out, "--no-cache", "--quiet"]);
		return mounted(
			disk,
			["-t", "tmpfs", "-o", "size=8m", "tmpfs"],
			async () => {
				for (const kilobytes of free) {
					rmSync(out, { recursive: true, force: true });
					edit("first");
					const first = await generate();
					expect(`room for all: ${first.stderr}`, first.status, 0);
					const before = digestOfTree(out);
					edit("second");
					const { bavail, bsize } = statfsSync(disk);
					const filler = join(disk, "filler");
					writeFileSync(
						filler,
						Buffer.alloc(bavail * bsize - kilobytes * 1024),
					);
					const full = await generate();
					const what = `${kilobytes} KiB free`;
					expect(`${what}, exit code`, full.status, 2);
					expect(
						`${what}, said ${full.stderr}`,
						full.stderr.includes("ENOSPC"),
						true,
					);
					expect(`${what}, tree`, digestOfTree(out), before);
					expect(`${what}, left`, litterOf(out), []);
					rmSync(filler);
					const after = await generate();
					expect(
						`${what}, once there is room: ${after.stderr}`,
						after.status,
						0,
					);
				}
			},
		);
	});
	return {
		said: `a disk with ${free.join(", ")} KiB left: exit code 2, ENOSPC, the old tree`,
		faults,
		...(!done && { skipped: "mounting a small disk is not permitted" }),
	};
}

/** A project, or an output, that cannot be written to whoever asks, and an output that is a disk of its own. */
export async function mountOutputs(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const done = await withSite(
		async ({ root, cwd, out, generate, edit, tree, litter }) => {
			await generate();
			const before = tree();
			const view = join(root, "view");
			mkdirSync(view);
			const options = ["--bind", cwd];
			const readOnly = await mounted(view, options, async () => {
				execFileSync("mount", ["-o", "remount,ro,bind", view]);
				const args = ["-o", "out", "--no-cache", "--quiet"];
				const check = await run(view, ["generate", ...args, "--check"]);
				expect(`--check, read-only: ${check.stderr}`, check.status, 0);
				edit("second");
				const outdated = await run(view, ["generate", ...args, "--check"]);
				expect(
					`--check, read-only and out of date: ${outdated.stderr}`,
					outdated.status,
					3,
				);
				expect(
					"--check prints a diff",
					/^\+.*second/m.test(outdated.stdout),
					true,
				);
				const refused = await run(view, ["generate", ...args]);
				expect(`read-only: ${refused.stderr}`, refused.status, 2);
				expect(
					`read-only, said ${refused.stderr}`,
					refused.stderr.includes("EROFS"),
					true,
				);
				expect("read-only, tree", tree(), before);
			});
			if (!readOnly) return false;
			// On the disk of the project, so that only the rename finds out.
			const elsewhere = join(root, "elsewhere");
			cpSync(out, elsewhere, { recursive: true });
			await mounted(out, ["--bind", elsewhere], async () => {
				const bound = await generate();
				expect(`an output that is mounted: ${bound.stderr}`, bound.status, 0);
				expect("an output that is mounted, left", litter(), []);
				edit("first");
				await generate();
				expect("an output that is mounted, tree", tree(), before);
			});
			return true;
		},
	);
	return {
		said: "a read-only disk: --check exits 0 or 3 with a diff, generate 2 with EROFS and nothing changed; an output that is mounted is written in place",
		faults,
		...(!done && { skipped: "mounting is not permitted" }),
	};
}

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
	type Attempt,
	digestsOfEditions,
	openBook,
	withSite,
} from "./attempt.ts";
import { bin, type RunOptions, run, withFaults } from "./project.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs without what is around a program most of the time. */
export async function stripSurroundings(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const { first } = await digestsOfEditions();
	const ways: Record<string, RunOptions> = {
		"env -i": { by: ["env", "-i", process.execPath] },
		"no HOME": { by: ["env", "-u", "HOME", process.execPath] },
		"a HOME that is not there": {
			env: { ...process.env, HOME: "/nonexistent/home" },
		},
		"a HOME that cannot be written": { env: { ...process.env, HOME: "/proc" } },
		"no locale": { env: { ...process.env, LC_ALL: "POSIX", LANG: "" } },
	};
	let skipped: string | undefined;
	try {
		execFileSync("unshare", ["-n", "true"], { stdio: "ignore" });
		ways["no network"] = { by: ["unshare", "-n", process.execPath] };
	} catch {
		skipped = "taking the network away is not permitted";
	}
	for (const [name, options] of Object.entries(ways))
		await withSite(async ({ generate, tree }) => {
			const done = await generate(options);
			expect(`${name}: ${done.stderr}`, [done.status, tree()], [0, first]);
		});
	return {
		said: `${Object.keys(ways).join(", ")}, no terminal: the same bytes`,
		faults,
		...(skipped && { skipped }),
	};
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Sends signals to runs that write, and closes the pipe that they print to. */
export async function interrupt(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const wanted = await digestsOfEditions();
	const times: string[] = [];
	for (const [signal, status] of Object.entries(signals) as [
		keyof typeof signals,
		number,
	][])
		await withSite(async ({ cwd, generate, edit, tree, litter }) => {
			await generate();
			edit("second");
			let sent = 0;
			const staging = join(cwd, ".out.docwright");
			const done = await generate({
				onStart(kill) {
					const look = () => {
						if (!existsSync(staging)) return void setImmediate(look);
						kill(signal);
						sent = performance.now();
					};
					look();
				},
			});
			const took = performance.now() - sent;
			times.push(`${took.toFixed(0)} ms`);
			expect(`${signal}: ${done.stderr}`, done.status, status);
			expect(`${signal}, tree`, Object.values(wanted).includes(tree()), true);
			expect(`${signal}, left`, litter(), []);
			expect(`${signal}, in time (${took} ms)`, took < 3_000, true);
		});
	await withSite(async ({ cwd }) => {
		const shell = `"$0" "$1" generate -o out --no-cache 2>&1 | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
		const printed = execFileSync("bash", ["-c", shell, process.execPath, bin], {
			cwd,
			encoding: "utf8",
		});
		expect("a pipe that nobody reads", printed, "0\n");
	});
	return {
		said: `${Object.keys(signals).join(", ")} while writing: ${Object.values(signals).join(", ")} after ${times.join(", ")}, old tree or new; a closed pipe is no fault`,
		faults,
	};
}

/** Every exit code, of real processes. */
export async function exitCodes(): Promise<Attempt> {
	const { faults, expect } = openBook();
	await withSite(async ({ cwd, generate, edit }) => {
		const code = async (...args: readonly string[]) =>
			(await run(cwd, args)).status;
		expect("done", (await generate()).status, 0);
		expect("no docs", await code("generate", "nowhere"), 1);
		expect("wrong use", await code("generate", "--nope"), 2);
		expect("wrong folder", await code("generate", "-o", "spec"), 2);
		expect("up to date", (await generate({}, "--check")).status, 0);
		edit("second");
		expect("out of date", (await generate({}, "--check")).status, 3);
		const from = { call: "writeFile", path: "openapi.json" };
		const broken = withFaults(cwd, "fail", 1, "", from);
		expect("a fault of ours", (await generate(broken)).status, 70);
	});
	return { said: "0, 1, 2, 3 and 70 from real processes", faults };
}

/** What keeps an update of a tool from changing outputs unseen. */
export async function pins(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const { dependencies } = JSON.parse(
		readFileSync(join(root, "package.json"), "utf8"),
	) as { dependencies: Record<string, string> };
	const loose = Object.entries(dependencies).filter(
		([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
	);
	expect("dependencies without an exact version", loose, []);
	const check = await run(root, ["generate", "--check", "--quiet"]);
	expect(
		`generated/ is what spec/ gives: ${check.stdout.slice(0, 500)}`,
		check.status,
		0,
	);
	return {
		said: `${Object.keys(dependencies).length} dependencies of exact versions; generated/ is what spec/ gives`,
		faults,
	};
}

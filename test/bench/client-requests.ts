import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./client-bundle.ts";
import { bare, moduleOf, type Side } from "./client-sides.ts";

const rounds = 5;
const requests = 2_000;
const block = 200;

/**
 * CPU of a call as a multiple of that of plain `fetch`, for each side: the median of five rounds of 2,000 requests one
 * after another, the sides taking turns every 200, each time from another on, to one server in a process of its own.
 */
export async function requestCosts(
	sides: readonly Side[],
	folderOf: (side: Side) => string,
): Promise<ReadonlyMap<string, number>> {
	const server = fork(
		fileURLToPath(new URL("client-server.ts", import.meta.url)),
	);
	const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	try {
		const port = await new Promise((resolve) =>
			server.once("message", resolve),
		);
		const base = `http://127.0.0.1:${port}/client/v4`;
		const calls = new Map<string, () => Promise<unknown>>();
		for (const [index, side] of [bare, ...sides].entries()) {
			const file = join(folder, `${index}.mjs`);
			writeFileSync(file, bundle(moduleOf(side), folderOf(side), "node"));
			const { make } = await import(pathToFileURL(file).href);
			calls.set(side.name, make(base));
		}
		return await measure(calls);
	} finally {
		server.disconnect();
		rmSync(folder, { recursive: true });
	}
}

async function measure(
	calls: ReadonlyMap<string, () => Promise<unknown>>,
): Promise<ReadonlyMap<string, number>> {
	for (const call of calls.values()) await cpuOf(call, 500);
	const ratios = new Map([...calls.keys()].map((name) => [name, [0].slice(1)]));
	for (let round = 0; round < rounds; round++) {
		const spent = new Map<string, number>();
		for (let done = 0; done < requests; done += block)
			for (const [name, call] of turned([...calls], round + done / block))
				spent.set(name, (spent.get(name) ?? 0) + (await cpuOf(call, block)));
		const plain = spent.get(bare.name) ?? 0;
		for (const [name, cpu] of spent) ratios.get(name)?.push(cpu / plain);
	}
	return new Map(
		[...ratios].map(([name, each]) => [
			name,
			each.sort((one, other) => one - other)[rounds >> 1] ?? Number.NaN,
		]),
	);
}

/** The same list from another place on: nobody is always behind the same one, whose garbage may be left to collect. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
	const at = by % list.length;
	const from = [...list.slice(at), ...list.slice(0, at)];
	return by % 2 === 0 ? from : from.reverse();
}

/** Microseconds that this process takes for some calls, one after another. */
async function cpuOf(
	call: () => Promise<unknown>,
	times: number,
): Promise<number> {
	const before = process.cpuUsage();
	for (let time = 0; time < times; time++) await call();
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

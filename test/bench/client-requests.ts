import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./client-bundle.ts";
import { expectSameWork, type Maker } from "./client-same-work.ts";
import { bare, type Home, moduleOf, type Side } from "./client-sides.ts";
import { besides, ratio, turned } from "./rounds.ts";

const rounds = 5;
const requests = 2_000;
const block = 200;

/**
 * CPU of a call as a multiple of that of plain `fetch`, for each side: five rounds of 2,000 requests one after another,
 * the sides taking turns every 200, to one server in a process of its own. First each shows that it sends the same.
 */
export async function requestCosts(
	sides: readonly Side[],
	folderOf: (home?: Home) => string,
): Promise<ReadonlyMap<string, string>> {
	const server = fork(
		fileURLToPath(new URL("client-server.ts", import.meta.url)),
	);
	const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	try {
		const port = await new Promise((resolve) =>
			server.once("message", resolve),
		);
		const base = `http://127.0.0.1:${port}/client/v4`;
		const makers = new Map<string, Maker>();
		for (const [index, side] of [bare, ...sides].entries()) {
			const file = join(folder, `${index}.mjs`);
			writeFileSync(file, bundle(moduleOf(side), folderOf(side.home), "node"));
			const { make } = await import(pathToFileURL(file).href);
			makers.set(side.name, make);
		}
		await expectSameWork(makers, bare.name);
		const calls = new Map(
			[...makers].map(([name, make]) => [name, make(base)]),
		);
		return besides(await measure(calls), bare.name, ratio);
	} finally {
		server.disconnect();
		rmSync(folder, { recursive: true });
	}
}

async function measure(
	calls: ReadonlyMap<string, () => Promise<unknown>>,
): Promise<readonly ReadonlyMap<string, number>[]> {
	for (const call of calls.values()) await cpuOf(call, 500);
	const costs: ReadonlyMap<string, number>[] = [];
	for (let round = 0; round < rounds; round++) {
		const spent = new Map<string, number>();
		for (let done = 0; done < requests; done += block)
			for (const [name, call] of turned([...calls], round + done / block))
				spent.set(name, (spent.get(name) ?? 0) + (await cpuOf(call, block)));
		costs.push(spent);
	}
	return costs;
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

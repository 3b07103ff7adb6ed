import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isCurrent } from "../../generator/built.mjs";
import { corporaHere } from "./corpora-here.ts";
import { installPeers } from "./install-peers.ts";
import { type Cost, costOf, docwright, type Program } from "./program-cost.ts";
import { table } from "./table.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const peers = fileURLToPath(new URL("generators/", import.meta.url));

/**
 * What a run of the generator costs as a whole, beside generators that are given the OpenAPI document it made: for the
 * sample and for the largest of the corpora here, or those of `only`.
 */
export async function run(only?: readonly string[]): Promise<number> {
	if (!isCurrent())
		console.log(
			"The sources have changed since they were built: npm run build",
		);
	const missing = await installPeers(peers);
	if (missing !== undefined) console.log(missing);
	const sample = { name: "sample", docs: join(root, "spec"), rounds: 5 };
	const apis = [sample, ...large(only).map((one) => ({ ...one, rounds: 1 }))];
	for (const api of apis) {
		if (only !== undefined && !only.includes(api.name)) continue;
		const home = mkdtempSync(join(tmpdir(), "docwright-bench-"));
		try {
			const rows = await measure(api, home, missing === undefined);
			console.log(rows);
		} finally {
			rmSync(home, { recursive: true });
		}
	}
	return 0;
}

interface Api {
	readonly name: string;
	readonly docs: string;
	/** The best of so many runs counts: what else the machine does only adds to it. */
	readonly rounds: number;
}

/** The corpora that were asked for, or the one of the most documents. */
function large(only?: readonly string[]) {
	const corpora = corporaHere(only);
	if (only !== undefined) return corpora;
	const size = ({ docs }: { readonly docs: string }) =>
		readdirSync(docs, { recursive: true }).length;
	return corpora.toSorted((a, b) => size(b) - size(a)).slice(0, 1);
}

/** One way to come to a client: it is prepared, and then its cost counts. */
interface Side {
	readonly name: string;
	readonly program: Program;
	prepare?(): Promise<void> | void;
}

async function measure(
	{ name, docs, rounds }: Api,
	home: string,
	withPeers: boolean,
): Promise<string> {
	const out = join(home, "docwright");
	const own = join(home, "docs");
	cpSync(docs, own, { recursive: true });
	const generate = (...args: readonly string[]) =>
		docwright("generate", own, "--out", out, "--quiet", ...args);
	const cached = generate("--cache-dir", join(home, "cache"));
	const sides: readonly Side[] = [
		{
			name: "docwright, docs to a package",
			program: generate("--no-cache"),
			prepare: () => rmSync(out, { recursive: true, force: true }),
		},
		{
			name: "docwright, nothing changed",
			program: cached,
			async prepare() {
				// The first keeps what the docs give, the second how its files look.
				await costOf(cached);
				await costOf(cached);
			},
		},
		{
			name: "docwright, one document changed",
			program: cached,
			prepare: () => changeOne(own),
		},
		...(withPeers ? peersOn(join(out, "openapi.json"), home) : []),
	];
	const costs = new Map<string, Cost>();
	for (let round = 0; round < rounds; round++)
		for (const { name, program, prepare } of sides) {
			await prepare?.();
			console.error(`Measuring ${name}`);
			const cost = await costOf(program);
			const best = costs.get(name);
			if (best === undefined || cost.cpu < best.cpu) costs.set(name, cost);
		}
	const { operations } = JSON.parse(
		readFileSync(join(out, "model.json"), "utf8"),
	);
	const [first] = costs.values();
	const rows = [...costs].map(([side, cost]) => [
		side,
		...cells(cost, operations.length, first ?? cost),
	]);
	const head = [`${name}, ${operations.length} operations`, ...columns];
	return table([head, ...rows]);
}

const columns = ["s", "s CPU", "ms CPU an operation", "× docwright", "MB"];

function cells(
	{ seconds, cpu, megabytes }: Cost,
	operations: number,
	first: Cost,
): readonly string[] {
	return [
		seconds.toFixed(2),
		cpu.toFixed(2),
		((1000 * cpu) / operations).toFixed(2),
		(cpu / first.cpu).toFixed(2),
		megabytes.toFixed(0),
	];
}

function changeOne(docs: string): void {
	const [first] = readdirSync(docs, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.(?:md|mdx|markdown|txt)$/.test(file))
		.sort();
	if (first !== undefined) appendFileSync(join(docs, first), "\nMore.\n");
}

/** Generators that read the OpenAPI document; they want a newer Node than ours. */
function peersOn(input: string, home: string): readonly Side[] {
	const newer = join(peers, "node_modules/node-22/bin/node");
	const node = existsSync(newer) ? newer : process.execPath;
	const program = (bin: string, ...args: readonly string[]): Program => {
		return { node, args: [join(peers, "node_modules", bin), ...args] };
	};
	const to = (name: string) => join(home, name);
	return [
		{
			name: "@hey-api/openapi-ts",
			program: program(
				"@hey-api/openapi-ts/bin/run.js",
				...["-i", input, "-o", to("hey-api"), "-c", "@hey-api/client-fetch"],
			),
		},
		{
			name: "orval",
			program: program(
				"orval/dist/bin/orval.mjs",
				...["--input", input, "--output", to("orval.ts")],
				...["--client", "fetch", "--mode", "single"],
			),
		},
		{
			name: "openapi-typescript, types alone",
			program: program(
				"openapi-typescript/bin/cli.js",
				...[input, "-o", to("openapi-typescript.d.ts")],
			),
		},
	];
}

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, gzipped } from "./client-bundle.ts";
import { importCosts } from "./client-imports.ts";
import {
	type BuiltPackage,
	buildPackage,
	installedSize,
	packedSize,
	peersFolder,
} from "./client-packages.ts";
import { requestCosts } from "./client-requests.ts";
import { type Home, programOf, type Side, sides } from "./client-sides.ts";
import { typeCosts } from "./client-types.ts";
import { corporaHere } from "./corpora-here.ts";
import { installPeers } from "./install-peers.ts";
import { runDocwright } from "./process.ts";
import { table } from "./table.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What our clients cost, beside what people use in their place; of `only`, the columns to measure. */
export async function run(only?: readonly string[]): Promise<number> {
	const unknown = (only ?? []).filter((name) => !Object.hasOwn(columns, name));
	if (unknown.length > 0) {
		const known = Object.keys(columns).join(", ");
		console.error(`There is no column ${unknown.join(", ")}; ${known}`);
		return 2;
	}
	const missing = await installPeers(peersFolder);
	if (missing !== undefined) console.log(missing);
	const made: BuiltPackage[] = [];
	try {
		const sample = await built(join(root, "generated"), "the sample's client");
		made.push(sample);
		const large = await buildLarge();
		if (large !== undefined) made.push(large);
		const packages = large === undefined ? { sample } : { sample, large };
		const here = sides(packages).filter(
			({ home }) => home !== "peers" || missing === undefined,
		);
		console.log(await measured({ here, ...packages }, only));
	} finally {
		for (const { folder } of made) rmSync(dirname(folder), { recursive: true });
	}
	return 0;
}

/** The table of the wanted columns. */
async function measured(
	setting: Setting,
	only: readonly string[] | undefined,
): Promise<string> {
	const heads = [""];
	const rows = setting.here.map((side) => ({ side, row: [side.name] }));
	for (const [name, { head, measure }] of Object.entries(columns)) {
		if (only !== undefined && !only.includes(name)) continue;
		tell(`Measuring ${name}`);
		heads.push(head);
		const cells = await measure(setting);
		for (const { side, row } of rows)
			row.push(besideTarget(cells.get(side.name), side.targets?.[name]));
	}
	return table([heads, ...rows.map(({ row }) => row)]);
}

/** `1.25 (1.20–1.31), target 1.2 missed`. */
function besideTarget(cell = "", target?: number): string {
	if (cell === "" || target === undefined) return cell;
	const missed = Number.parseFloat(cell) > target ? " missed" : "";
	return `${cell}, target ${target}${missed}`;
}

interface Setting {
	readonly here: readonly Side[];
	readonly sample: BuiltPackage;
	/** The client of a whole API, where its docs are here. */
	readonly large?: BuiltPackage;
}

interface Column {
	readonly head: string;
	/** Cells by the name of the side. */
	measure(setting: Setting): Promise<ReadonlyMap<string, string>>;
}

const columns: Readonly<Record<string, Column>> = {
	bundle: { head: "one operation, B", measure: bundles },
	requests: {
		head: "CPU a request, × fetch",
		measure: (setting) => requestCosts(setting.here, folders(setting)),
	},
	types: {
		head: "tsc, × empty",
		measure: (setting) => typeCosts(setting.here, folders(setting)),
	},
	import: {
		head: "import, × empty",
		measure: (setting) => importCosts(setting.here, folders(setting)),
	},
	size: { head: "unpacked, B an operation", measure: sizes },
};

/** Where a program stands that can import a side's package. */
function folders({ sample, large }: Setting): (home?: Home) => string {
	return (home = "sample") =>
		home === "peers"
			? peersFolder
			: (home === "large" && large ? large : sample).user;
}

async function bundles(setting: Setting) {
	const folderOf = folders(setting);
	return new Map(
		setting.here.map((side) => {
			const text = bundle(programOf(side), folderOf(side.home), "browser");
			return [side.name, String(gzipped(text))];
		}),
	);
}

async function sizes({ here, sample, large }: Setting) {
	const cells = new Map<string, string>();
	const of = { sample, large };
	for (const { name, home } of here) {
		const ours = home === undefined || home === "peers" ? undefined : of[home];
		if (ours) cells.set(name, each(await packedSize(ours), ours));
		// The docs of the same API say how many operations the peer has.
		else if (name.startsWith("cloudflare") && large)
			cells.set(
				name,
				each(
					installedSize(join(peersFolder, "node_modules/cloudflare")),
					large,
				),
			);
	}
	return cells;
}

function each(bytes: number, { operations }: BuiltPackage): string {
	return String(Math.round(bytes / operations));
}

/** The client of a whole API like the sample's, from the corpus of its docs if that is here; made once for all columns. */
async function buildLarge(): Promise<BuiltPackage | undefined> {
	const [corpus] = corporaHere(["cloudflare"]);
	if (corpus === undefined) {
		console.log(
			"The row of the client of a whole API is left out: its docs, cloudflare, are not among the corpora",
		);
		return undefined;
	}
	const out = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	try {
		tell(`Generating the client of ${corpus.docs}`);
		const { stdout, stderr, seconds } = await runDocwright(
			"generate",
			corpus.docs,
			"--out",
			out,
			"--quiet",
		);
		if (!existsSync(join(out, "package.json")))
			throw new Error(`${corpus.docs} gives no client:\n${stdout}${stderr}`);
		tell(`Generated in ${seconds.toFixed(1)} s`);
		return await built(out, "it");
	} finally {
		rmSync(out, { recursive: true });
	}
}

async function built(folder: string, what: string): Promise<BuiltPackage> {
	const start = performance.now();
	tell(`Building ${what}`);
	const made = await buildPackage(folder);
	const seconds = (performance.now() - start) / 1000;
	tell(`Built ${made.operations} operations in ${seconds.toFixed(1)} s`);
	return made;
}

/** Says how far the bench is, beside what it prints. */
function tell(progress: string): void {
	console.error(progress);
}

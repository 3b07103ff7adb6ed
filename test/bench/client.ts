import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, gzipped } from "./client-bundle.ts";
import {
	type BuiltPackage,
	buildPackage,
	installedSize,
	installPeers,
	packedSize,
	peersFolder,
} from "./client-packages.ts";
import { requestCosts } from "./client-requests.ts";
import { moduleOf, programOf, type Side, sides } from "./client-sides.ts";
import { corporaHere } from "./corpora-here.ts";
import { cpuSeconds } from "./cpu.ts";
import { runDocwright } from "./process.ts";
import { table } from "./table.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the sample's client costs, beside what people use in its place; of `only`, the columns to measure. */
export async function run(only?: readonly string[]): Promise<number> {
	const missing = await installPeers();
	if (missing !== undefined) console.log(missing);
	const sample = await buildPackage(join(root, "generated"));
	const wanted = Object.entries(columns).filter(
		([name]) => only === undefined || only.includes(name),
	);
	const large = wanted.some(([, { whole }]) => whole)
		? await buildLarge()
		: undefined;
	try {
		const here = sides(sample.name).filter(
			({ home }) => home === "ours" || missing === undefined,
		);
		const rows = new Map<string, string[]>(here.map(({ name }) => [name, []]));
		if (large !== undefined) rows.set(largeName(large), []);
		const heads = [""];
		for (const [, { head, measure }] of wanted) {
			heads.push(head);
			const cells = await measure({ here, sample, large });
			for (const [side, row] of rows) row.push(cells.get(side) ?? "");
		}
		console.log(
			table([heads, ...[...rows].map(([name, row]) => [name, ...row])]),
		);
	} finally {
		for (const made of [sample, large])
			if (made) rmSync(dirname(made.folder), { recursive: true });
	}
	return 0;
}

interface Measured {
	readonly here: readonly Side[];
	readonly sample: BuiltPackage;
	/** The client of the largest corpus, where it is here. */
	readonly large: BuiltPackage | undefined;
}

interface Column {
	readonly head: string;
	/** Whether the client of a whole API has a cell in it. */
	readonly whole: boolean;
	/** Cells by the name of the side. */
	measure(measured: Measured): Promise<ReadonlyMap<string, string>>;
}

const columns: Readonly<Record<string, Column>> = {
	bundle: { head: "one operation, B", whole: false, measure: bundles },
	requests: { head: "CPU a request, × fetch", whole: false, measure: requests },
	types: { head: "tsc, × empty", whole: true, measure: types },
	import: { head: "import, ms CPU", whole: true, measure: imports },
	size: { head: "unpacked, B an operation", whole: true, measure: sizes },
};

function folderOf({ sample }: Measured): (side: Side) => string {
	return ({ home }) => (home === "ours" ? sample.user : peersFolder);
}

async function bundles(measured: Measured) {
	const folder = folderOf(measured);
	return new Map(
		measured.here.map((side) => {
			const text = bundle(programOf(side), folder(side), "browser");
			return [side.name, String(gzipped(text))];
		}),
	);
}

async function requests(measured: Measured) {
	const costs = await requestCosts(measured.here, folderOf(measured));
	return new Map([...costs].map(([name, cost]) => [name, cost.toFixed(2)]));
}

/** A one-file program against an empty one; of the untyped and half-typed sides there is nothing to check. */
async function types({ here, large, ...others }: Measured) {
	const folder = folderOf({ here, large, ...others });
	const typed = here.filter(({ name }) => /^ours|full client$/.test(name));
	const programs = new Map(
		typed.map((side) => [
			side.name,
			{ text: moduleOf(side), at: folder(side) },
		]),
	);
	if (large !== undefined)
		programs.set(largeName(large), { text: loading(large), at: large.user });
	const empty = await checkSeconds("export {};\n", peersFolder);
	const cells = new Map<string, string>();
	for (const [name, { text, at }] of programs)
		cells.set(name, ((await checkSeconds(text, at)) / empty).toFixed(2));
	return cells;
}

/** CPU of the compiler for a program of one file, which finds its packages from `folder`. */
async function checkSeconds(text: string, folder: string): Promise<number> {
	const own = mkdtempSync(join(folder, "check-"));
	try {
		const compilerOptions = {
			target: "es2022",
			module: "nodenext",
			strict: true,
			skipLibCheck: true,
			noEmit: true,
			types: [],
		};
		const settings = { compilerOptions, files: ["program.mts"] };
		writeFileSync(join(own, "tsconfig.json"), JSON.stringify(settings));
		writeFileSync(join(own, "program.mts"), text);
		const tsc = join(root, "node_modules/.bin/tsc");
		return await cpuSeconds([tsc, "-p", own], folder);
	} finally {
		rmSync(own, { recursive: true });
	}
}

/** What a process takes to load a package, beyond what an empty one takes. */
async function imports(measured: Measured) {
	const folder = folderOf(measured);
	const programs = new Map(
		measured.here.map((side) => [
			side.name,
			{ text: side.imports, at: folder(side) },
		]),
	);
	const { large } = measured;
	if (large !== undefined)
		programs.set(largeName(large), { text: loading(large), at: large.user });
	const empty = await loadSeconds("", peersFolder);
	const cells = new Map<string, string>();
	for (const [name, { text, at }] of programs) {
		const seconds = (await loadSeconds(text, at)) - empty;
		cells.set(name, (1_000 * seconds).toFixed(0));
	}
	return cells;
}

function loadSeconds(text: string, folder: string): Promise<number> {
	const args = ["--input-type=module", "-e", text];
	return cpuSeconds([process.execPath, ...args], folder, 7);
}

async function sizes({ here, sample, large }: Measured) {
	const cells = new Map<string, string>();
	const each = async (made: BuiltPackage) =>
		String(Math.round((await packedSize(made)) / made.operations));
	for (const { name, home } of here)
		if (home === "ours") cells.set(name, await each(sample));
	if (large !== undefined) cells.set(largeName(large), await each(large));
	const peer = join(peersFolder, "node_modules/cloudflare");
	const full = here.find(({ name }) => name === "cloudflare, full client");
	if (full !== undefined && large !== undefined)
		// The docs of the same API say how many operations there are.
		cells.set(
			full.name,
			String(Math.round(installedSize(peer) / large.operations)),
		);
	return cells;
}

function largeName({ operations }: BuiltPackage): string {
	return `ours, full client of ${operations} operations`;
}

function loading({ name }: BuiltPackage): string {
	return `import { Client } from "${name}";\nnew Client({ apiToken: "token", baseURL: "http://127.0.0.1:1" });\n`;
}

/** The client of a whole API like the sample's, from the corpus of its docs if that is here. */
async function buildLarge(): Promise<BuiltPackage | undefined> {
	const [corpus] = corporaHere(["cloudflare"]);
	if (corpus === undefined) return undefined;
	const out = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	try {
		await runDocwright("generate", corpus.docs, "--out", out, "--quiet");
		if (!existsSync(join(out, "package.json"))) return undefined;
		return await buildPackage(out);
	} finally {
		rmSync(out, { recursive: true });
	}
}

import { loadAssets } from "../../generator/output/assets.ts";
import {
	defaultEmitters,
	emitFiles,
	type Known,
	readDocs,
} from "../../generator/pipeline.ts";
import { docsOfMany } from "./docs-of-many.ts";
import { table } from "./table.ts";

/**
 * What a run over many documents spends on each by itself, which shards could share, and on all of them together; always
 * 0. CPU of this process; its memory is the most that it had so far.
 */
export async function run(only?: readonly string[]): Promise<number> {
	const sizes = only?.map(Number) ?? [500, 1_000, 2_000];
	const rows: string[][] = [];
	for (const size of sizes) rows.push(await rowOf(size));
	const head = [
		...["documents", "read each, s", "known, MB", "recall, s", "assemble, s"],
		...["emit, s", "files", "MB written", "model, MB", "memory, MB"],
	];
	console.log(table([head, ...rows]));
	return 0;
}

async function rowOf(size: number): Promise<string[]> {
	const docs = docsOfMany(size);
	const kept = new Map<string, Known>();
	const memory = {
		recall: ({ file }: { readonly file: string }) => kept.get(file),
		keep: ({ file }: { readonly file: string }, known: Known) => {
			kept.set(file, known);
		},
	};
	const [all] = await secondsFor(() => readDocs(docs, {}, { memory }));
	// With all documents known, what is left is what is done with all of them.
	const [together, reading] = await secondsFor(() =>
		readDocs(docs, {}, { memory }),
	);
	const texts = [...kept.values()].map((known) => JSON.stringify(known));
	const [recall] = await secondsFor(() =>
		texts.map((text) => JSON.parse(text)),
	);
	const emitters = await defaultEmitters({
		package: { name: "farm", version: "1.0.0" },
		className: "Client",
		assets: await loadAssets(),
	});
	const [emit, { files }] = await secondsFor(() =>
		emitFiles(reading, emitters),
	);
	const bytes = (all: readonly string[]) =>
		all.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
	const model = files.filter(({ path }) => path === "model.json");
	return [
		`${reading.model.operations.length}`,
		(all - together).toFixed(2),
		bytes(texts).toFixed(1),
		recall.toFixed(2),
		together.toFixed(2),
		emit.toFixed(2),
		`${files.length}`,
		bytes(files.map(({ text }) => text)).toFixed(1),
		bytes(model.map(({ text }) => text)).toFixed(1),
		(process.resourceUsage().maxRSS / 1000).toFixed(0),
	];
}

async function secondsFor<Result>(
	work: () => Result,
): Promise<[number, Result]> {
	const before = process.cpuUsage();
	const result = work();
	return [process.cpuUsage(before).user / 1e6, result];
}

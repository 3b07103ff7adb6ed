import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { readDocs } from "../../generator/pipeline.ts";
import { type Client, spawnClient } from "../editor/client.ts";
import { corporaHere } from "./corpora-here.ts";
import { docsOfMany } from "./docs-of-many.ts";
import { table } from "./table.ts";

/** What a key press in a document costs, beside reading the whole document, and one while others wait; always 0. */
export async function run(only?: readonly string[]): Promise<number> {
	const documents = corporaHere()
		.flatMap(({ docs }) => documentsIn(docs))
		.toSorted((a, b) => b.lines - a.lines);
	const sizes = documents.length > 0 ? chosen(documents) : [invented];
	const wanted = sizes.filter(({ name }) => only?.includes(name) ?? true);
	if (wanted.length > 0) await alone(wanted);
	const folder = corporaHere().toSorted((a, b) => count(b) - count(a))[0];
	if (folder !== undefined && (only?.includes("folder") ?? true))
		await amongOthers(folder.docs);
	return 0;
}

interface Text {
	readonly name: string;
	readonly text: string;
	readonly lines: number;
}

/** Without a corpus: many operations in one document. */
const invented: Text = textOf(
	"invented.md",
	docsOfMany(120)
		.map(({ text }) => text)
		.join("\n"),
);

function textOf(name: string, text: string): Text {
	return { name, text, lines: text.split("\n").length };
}

function documentsIn(folder: string): readonly Text[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => textOf(basename(path), readFileSync(path, "utf8")));
}

function count({ docs }: { readonly docs: string }): number {
	return documentsIn(docs).length;
}

/** The largest document, and of those of some 3,000 lines the densest and those in the middle. */
function chosen(documents: readonly Text[]): readonly Text[] {
	const similar = documents
		.filter(({ lines }) => lines > 2_500 && lines < 3_700)
		.toSorted((a, b) => a.text.length - b.text.length);
	const places = [0, 0.25, 0.5, 0.75, 1];
	const some = places.flatMap(
		(place) => similar[Math.round(place * (similar.length - 1))] ?? [],
	);
	return [...new Set([...some, ...documents.slice(0, 1)])];
}

async function alone(texts: readonly Text[]): Promise<void> {
	const rows: string[][] = [];
	for (const text of texts) {
		const home = mkdtempSync(join(tmpdir(), "docwright-bench-"));
		const client = await spawnClient(home);
		try {
			writeFileSync(join(home, "a.md"), text.text);
			const uri = pathToFileURL(join(home, "a.md")).href;
			const told = client.settled(uri);
			client.open(join(home, "a.md"), text.text);
			await told;
			const spent = await type(client, uri, presses);
			const whole = wholeRead(text.text);
			const { cpu, wall } = spent;
			const bytes = (Buffer.byteLength(text.text) / 1024).toFixed(0);
			rows.push([
				...[text.name, `${text.lines}`, bytes],
				...[ms(middle(cpu)), ms(late(cpu)), ms(middle(wall)), ms(late(wall))],
				...[ms(whole), (whole / middle(cpu)).toFixed(1)],
			]);
		} finally {
			await client.kill();
			rmSync(home, { recursive: true });
		}
	}
	const head = [
		...["a key press in", "lines", "kB", "ms CPU", "p95", "ms", "p95"],
		...["ms CPU to read the whole", "× the key press"],
	];
	console.log(table([head, ...rows]));
}

/** Somebody types on in one document of a folder, and stops now and then, so that all documents are looked at together. */
async function amongOthers(docs: string): Promise<void> {
	const home = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	cpSync(docs, join(home, "spec"), { recursive: true });
	const [text] = documentsIn(join(home, "spec")).toSorted(
		(a, b) => b.lines - a.lines,
	);
	const client = await spawnClient(home);
	try {
		const path = join(home, "spec", text?.name ?? "");
		const uri = pathToFileURL(path).href;
		const told = client.settled(uri);
		client.open(path, text?.text ?? "");
		await told;
		const rows: string[][] = [];
		for (const pause of [0, 150, 250, 400]) {
			const { wall } = await type(client, uri, 30, pause);
			const most = Math.max(...wall);
			rows.push([`${pause}`, ms(middle(wall)), ms(late(wall)), ms(most)]);
		}
		const head = ["ms between two key presses", "ms", "p95", "most"];
		console.log(table([head, ...rows]));
	} finally {
		await client.kill();
		rmSync(home, { recursive: true });
	}
}

const presses = 60;

/** Key presses one after another, each in another word; CPU of the server's process, with what the protocol takes. */
async function type(client: Client, uri: string, times: number, pause = 0) {
	const [cpu, wall]: [number[], number[]] = [[], []];
	for (let at = 0; at < times; at++) {
		const text = client.textOf(uri);
		// As far from each other as can be, and the same ones in every run.
		const from = Math.floor(((at * 0.618) % 1) * text.length);
		const word = /[a-z]{5}/g;
		word.lastIndex = from;
		const place = (word.exec(text)?.index ?? from) + 2;
		await new Promise((done) => setTimeout(done, pause));
		const before = await client.cpuSeconds();
		const started = performance.now();
		const told = client.told(uri);
		client.edit(uri, place, place, "x");
		await told;
		wall.push(performance.now() - started);
		cpu.push(1_000 * ((await client.cpuSeconds()) - before));
	}
	return { cpu, wall };
}

/** The best of three, in this process. */
function wholeRead(text: string): number {
	const times = [0, 1, 2].map(() => {
		const before = process.cpuUsage();
		readDocs([{ file: "a.md", text }]);
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1_000;
	});
	return Math.min(...times);
}

function middle(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function late(values: readonly number[]): number {
	const at = Math.floor(values.length * 0.95);
	return values.toSorted((a, b) => a - b)[at] ?? 0;
}

function ms(value: number): string {
	return value.toFixed(0);
}

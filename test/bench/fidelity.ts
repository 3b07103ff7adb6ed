import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Corpus, corporaHere, fidelityTool } from "./corpora-here.ts";
import { runProcess } from "./process.ts";
import type { CorpusRead } from "./read-corpus.ts";
import { table } from "./table.ts";

/** What is read of each corpus and, where there is truth about the API, how much of it is among that. */
export async function run(only?: readonly string[]): Promise<number> {
	const corpora = corporaHere(only);
	if (corpora.length === 0) return 0;
	const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	const rows: (readonly string[])[] = [];
	let endpoints = 0;
	try {
		for (const corpus of corpora) {
			const file = join(folder, `${corpus.name}.json`);
			const read = await readCorpus(corpus, file);
			rows.push([...about(corpus, read, await judge(corpus, file))]);
			endpoints += read.endpointsUnread;
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
	console.log(table([columns, ...rows]));
	console.log(explained);
	console.log(`Endpoint-like sections unread: ${endpoints}, each reported`);
	return 0;
}

const columns = [
	"corpus",
	"docs",
	"operations",
	"params",
	"ok",
	"body",
	"ok",
	"response",
	"ok",
	"beyond",
	"endpoints",
	"blocks",
	"lines",
	"E",
	"W",
	"I",
	"s",
	"MB",
];

const explained = `operations  found/stated by the truth; all that were read where there is no truth
params, body, response  share of the stated fields that were found; ok: share of these with the right type
beyond      fields given that the truth does not state
endpoints, blocks, lines  unread: sections that look like an endpoint; blocks; share of all lines
E W I       errors, warnings, notes; s, MB: processor time and highest memory of a whole run
`;

/** A part of the API's description, as the tool that compares two of them counts it. */
interface Row {
	readonly part: string;
	readonly stated: number;
	readonly found: number;
	readonly given: number;
	readonly recall: string;
	readonly typed: string;
}

async function readCorpus({ docs }: Corpus, out: string): Promise<CorpusRead> {
	const program = fileURLToPath(new URL("read-corpus.ts", import.meta.url));
	return JSON.parse(await node("--import", "tsx", program, docs, out));
}

async function judge({ truth }: Corpus, openapi: string) {
	if (truth === undefined) return [];
	const { rows } = JSON.parse(
		await node(fidelityTool, openapi, truth, "--json"),
	);
	return rows as readonly Row[];
}

async function node(...args: readonly string[]): Promise<string> {
	const { status, stdout, stderr } = await runProcess(process.execPath, args);
	if (status === 0) return stdout;
	throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
}

function about(
	{ name }: Corpus,
	read: CorpusRead,
	rows: readonly Row[],
): readonly string[] {
	const { operations, lines, severities } = read;
	const [whole, ...parts] = rows;
	const beyond = parts.reduce(
		(sum, { given, found }) => sum + given - found,
		0,
	);
	return [
		name,
		String(read.documents),
		whole ? `${whole.found}/${whole.stated}` : String(operations),
		...["params", "body", "response"].flatMap((part) => {
			const row = parts.find((one) => one.part === part);
			return [row?.recall ?? "", row?.typed ?? ""];
		}),
		whole ? String(beyond) : "",
		String(read.endpointsUnread),
		String(read.blocksUnread),
		`${((100 * lines.unread) / Math.max(1, lines.total)).toFixed(1)} %`,
		String(severities.error),
		String(severities.warning),
		String(severities.info),
		read.seconds.toFixed(1),
		String(read.megabytes),
	];
}

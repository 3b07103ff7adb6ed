import { writeFileSync } from "node:fs";
import { loadAssets } from "../../generator/output/assets.ts";
import { loadDocs } from "../../generator/output/docs.ts";
import {
	defaultEmitters,
	emitFiles,
	readDocs,
} from "../../generator/pipeline.ts";

/** What one run over one corpus gives; printed as JSON by this program: `read-corpus.ts DOCS OPENAPI`. */
export interface CorpusRead {
	readonly documents: number;
	readonly operations: number;
	/** Sections that look like an endpoint and were not read. */
	readonly endpointsUnread: number;
	readonly blocksUnread: number;
	/** Blank ones aside. */
	readonly lines: { readonly total: number; readonly unread: number };
	readonly severities: Readonly<Record<"error" | "warning" | "info", number>>;
	/** Of the processor, for the whole program, the OpenAPI document written; how busy the machine is makes little difference. */
	readonly seconds: number;
	readonly megabytes: number;
}

const [docs = "", out = ""] = process.argv.slice(2);
const base = process.cwd();
const { documents } = await loadDocs({
	patterns: [docs],
	base,
	root: base,
	out: "",
});
const reading = readDocs(documents);
const emitters = await defaultEmitters({
	package: { name: "bench", version: "0.0.0" },
	className: "Client",
	assets: await loadAssets(),
});
const openapi = emitters.filter(({ name }) => name === "openapi");
const [file] = emitFiles(reading, openapi).files;
writeFileSync(out, file?.text ?? "{}");

const severities = { error: 0, warning: 0, info: 0 };
for (const { severity } of reading.diagnostics) severities[severity]++;
const lines = { total: 0, unread: 0 };
let blocksUnread = 0;
for (const {
	blocks,
	lines: { total, unread, blank },
} of reading.coverage) {
	blocksUnread += blocks.filter(({ became }) => became === "unread").length;
	lines.total += total - blank;
	lines.unread += unread;
}
const { user, system } = process.cpuUsage();
const read: CorpusRead = {
	documents: documents.length,
	operations: reading.model.operations.length,
	endpointsUnread: reading.diagnostics.filter(
		({ code }) => code === "endpoint/unread",
	).length,
	blocksUnread,
	lines,
	severities,
	seconds: (user + system) / 1e6,
	megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(JSON.stringify(read));

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Shape } from "../generator/model/types.ts";
import { readDocs } from "../generator/pipeline.ts";

/** Real docs that stand beside the repository where there are any. */
const corpora = new URL("../../shared/corpus/", import.meta.url).pathname;

/** The operations that a person finds in each; a path with a part that may be left out is two. */
const byHand: Readonly<Record<string, readonly string[]>> = {
	esplora: [
		"GET /address-prefix/{prefix}",
		"GET /address/{address}",
		"GET /address/{address}/txs",
		"GET /address/{address}/txs/chain",
		"GET /address/{address}/txs/chain/{last_seen_txid}",
		"GET /address/{address}/txs/mempool",
		"GET /address/{address}/utxo",
		"GET /asset/{asset_id}",
		"GET /asset/{asset_id}/supply",
		"GET /asset/{asset_id}/supply/decimal",
		"GET /asset/{asset_id}/txs",
		"GET /asset/{asset_id}/txs/chain",
		"GET /asset/{asset_id}/txs/chain/{last_seen}",
		"GET /asset/{asset_id}/txs/mempool",
		"GET /assets/registry",
		"GET /block-height/{height}",
		"GET /block-template",
		"GET /block/{hash}",
		"GET /block/{hash}/header",
		"GET /block/{hash}/raw",
		"GET /block/{hash}/status",
		"GET /block/{hash}/txid/{index}",
		"GET /block/{hash}/txids",
		"GET /block/{hash}/txs",
		"GET /block/{hash}/txs/{start_index}",
		"GET /blocks",
		"GET /blocks/tip/hash",
		"GET /blocks/tip/height",
		"GET /blocks/{start_height}",
		"GET /fee-estimates",
		"GET /mempool",
		"GET /mempool/recent",
		"GET /mempool/txids",
		"GET /scripthash/{hash}",
		"GET /scripthash/{hash}/txs",
		"GET /scripthash/{hash}/txs/chain",
		"GET /scripthash/{hash}/txs/chain/{last_seen_txid}",
		"GET /scripthash/{hash}/txs/mempool",
		"GET /scripthash/{hash}/utxo",
		"GET /tx/{txid}",
		"GET /tx/{txid}/hex",
		"GET /tx/{txid}/merkle-proof",
		"GET /tx/{txid}/merkleblock-proof",
		"GET /tx/{txid}/outspend/{vout}",
		"GET /tx/{txid}/outspends",
		"GET /tx/{txid}/raw",
		"GET /tx/{txid}/status",
		"POST /tx",
		"POST /txs/package",
	],
	ollama: [
		"DELETE /api/delete",
		"GET /api/ps",
		"GET /api/tags",
		"GET /api/version",
		"HEAD /api/blobs/{digest}",
		"POST /api/blobs/{digest}",
		"POST /api/chat",
		"POST /api/copy",
		"POST /api/create",
		"POST /api/embed",
		"POST /api/embeddings",
		"POST /api/generate",
		"POST /api/pull",
		"POST /api/push",
		"POST /api/show",
	],
	prometheus: [
		"GET /api/v1/alertmanagers",
		"GET /api/v1/alerts",
		"GET /api/v1/features",
		"GET /api/v1/format_query",
		"GET /api/v1/label/{label_name}/values",
		"GET /api/v1/labels",
		"GET /api/v1/metadata",
		"GET /api/v1/notifications",
		"GET /api/v1/notifications/live",
		"GET /api/v1/parse_query",
		"GET /api/v1/query",
		"GET /api/v1/query_exemplars",
		"GET /api/v1/query_range",
		"GET /api/v1/rules",
		"GET /api/v1/scrape_pools",
		"GET /api/v1/scrape_pools/config",
		"GET /api/v1/search/label_names",
		"GET /api/v1/search/label_values",
		"GET /api/v1/search/metric_names",
		"GET /api/v1/series",
		"GET /api/v1/status/buildinfo",
		"GET /api/v1/status/config",
		"GET /api/v1/status/flags",
		"GET /api/v1/status/runtimeinfo",
		"GET /api/v1/status/self_metrics",
		"GET /api/v1/status/tsdb",
		"GET /api/v1/status/tsdb/blocks",
		"GET /api/v1/status/walreplay",
		"GET /api/v1/targets",
		"GET /api/v1/targets/metadata",
		"GET /api/v1/targets/relabel_steps",
		"POST /api/v1/admin/tsdb/clean_tombstones",
		"POST /api/v1/admin/tsdb/delete_series",
		"POST /api/v1/admin/tsdb/snapshot",
		"POST /api/v1/format_query",
		"POST /api/v1/labels",
		"POST /api/v1/parse_query",
		"POST /api/v1/query",
		"POST /api/v1/query_exemplars",
		"POST /api/v1/query_range",
		"POST /api/v1/read",
		"POST /api/v1/search/label_names",
		"POST /api/v1/search/label_values",
		"POST /api/v1/search/metric_names",
		"POST /api/v1/series",
		"PUT /api/v1/admin/tsdb/clean_tombstones",
		"PUT /api/v1/admin/tsdb/delete_series",
		"PUT /api/v1/admin/tsdb/snapshot",
	],
};

/** The properties of bodies and of answers, from the bullets and the samples of the docs. */
const fieldsByHand: Readonly<Record<string, readonly string[]>> = {
	"POST /api/generate":
		"context format images keep_alive model options prompt raw stream suffix system template think".split(
			" ",
		),
	"POST /api/chat":
		"format keep_alive messages model options stream think tools".split(" "),
	"POST /api/create":
		"adapters files from license messages model parameters parser quantize renderer stream system template".split(
			" ",
		),
	"POST /api/show": ["model", "verbose"],
	"POST /api/copy": ["destination", "source"],
	"DELETE /api/delete": ["model"],
	"POST /api/pull": ["insecure", "model", "stream"],
	"POST /api/push": ["insecure", "model", "stream"],
	"POST /api/embed": "dimensions input keep_alive model options truncate".split(
		" ",
	),
	"POST /api/embeddings": ["keep_alive", "model", "options", "prompt"],
};

const answersByHand: Readonly<Record<string, readonly string[]>> = {
	"POST /api/generate":
		"context created_at done done_reason eval_count eval_duration load_duration model prompt_eval_count prompt_eval_duration response total_duration".split(
			" ",
		),
	"POST /api/chat":
		"created_at done done_reason eval_count eval_duration load_duration message model prompt_eval_count prompt_eval_duration total_duration".split(
			" ",
		),
	"POST /api/create": ["completed", "digest", "status", "total"],
	"POST /api/show":
		"capabilities details license model_info modelfile parameters template".split(
			" ",
		),
	"POST /api/pull": ["completed", "digest", "status", "total"],
	"POST /api/push": ["digest", "status", "total"],
	"POST /api/embed":
		"embeddings load_duration model prompt_eval_count total_duration".split(
			" ",
		),
	"POST /api/embeddings": ["embedding"],
	"GET /api/tags": ["models"],
	"GET /api/ps": ["models"],
	"GET /api/version": ["version"],
};

/** Lines with a method and a path and nothing else, found without the help of the code under test. */
function linesIn(text: string): readonly string[] {
	const found = text.matchAll(
		/^`?(GET|PUT|POST|PATCH|DELETE|HEAD) (\/[^\s?`]+)\S*$/gm,
	);
	return [
		...new Set(
			[...found].map(
				([, method = "", path = ""]) =>
					`${method} ${path.replace(/[<:](\w+)>?/g, "{$1}")}`,
			),
		),
	].sort();
}

function docsOf(name: string) {
	const folder = join(corpora, name, "docs");
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.mdx?$/.test(file))
		.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

for (const [name, operations] of Object.entries(byHand)) {
	const there = existsSync(join(corpora, name, "docs"));
	if (!there) console.log(`Skipped: there are no docs of ${name}`);
	test.skipIf(!there)(`the docs of ${name} give every operation`, () => {
		const { model } = readDocs(docsOf(name));
		const ids = model.operations.map(({ id }) => id).sort();
		expect(ids).toEqual([...operations].sort());
	});
	// Here a line of its own states each of them.
	test.skipIf(!there || name === "esplora")(
		`the list for ${name} is what a plain search finds`,
		() => {
			const text = docsOf(name)
				.map((one) => one.text)
				.join("\n");
			expect(linesIn(text)).toEqual([...operations].sort());
		},
	);
}

test.skipIf(!existsSync(join(corpora, "ollama")))(
	"the docs of ollama give every field",
	() => {
		const { model } = readDocs(docsOf("ollama"));
		const named = new Map(model.shapes.map(({ name, shape }) => [name, shape]));
		const keysOf = (shape: Shape | undefined): readonly string[] =>
			shape?.kind === "reference"
				? keysOf(named.get(shape.name))
				: shape?.kind === "object"
					? shape.properties.map((one) => one.name).sort()
					: [];
		for (const { id, body, responses } of model.operations) {
			const sent = body?.suggested === true ? undefined : body?.shape;
			expect([id, ...keysOf(sent)]).toEqual([id, ...(fieldsByHand[id] ?? [])]);
			const answer = responses.find(({ status }) => status.startsWith("2"));
			expect([id, ...keysOf(answer?.shape)]).toEqual([
				id,
				...(answersByHand[id] ?? []),
			]);
		}
	},
);

test.skipIf(!existsSync(join(corpora, "prometheus")))(
	"every line of a document is read, prose or unread with a reason",
	() => {
		const docs = docsOf("prometheus");
		const { coverage } = readDocs(docs);
		for (const [index, { lines, blocks }] of coverage.entries()) {
			const written = docs[index]?.text
				.split("\n")
				.filter((line) => line.trim() !== "").length;
			expect(lines.read + lines.prose + lines.unread).toBe(written);
			for (const { became, what } of blocks)
				if (became === "unread") expect(what).not.toBe("not recognised");
		}
	},
);

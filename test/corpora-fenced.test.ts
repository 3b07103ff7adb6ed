import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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

for (const [name, operations] of Object.entries(byHand)) {
	const folder = join(corpora, name, "docs");
	const there = existsSync(folder);
	if (!there) console.log(`Skipped: there are no docs at ${folder}`);
	test.skipIf(!there)(`the docs of ${name} give every operation`, () => {
		const docs = readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((file) => /\.mdx?$/.test(file))
			.map((file) => ({
				file,
				text: readFileSync(join(folder, file), "utf8"),
			}));
		const { model } = readDocs(docs);
		const ids = model.operations.map(({ id }) => id).sort();
		expect(ids).toEqual([...operations].sort());
	});
}

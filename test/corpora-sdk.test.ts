import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ApiModel, Operation, Shape } from "../generator/model/types.ts";
import { readDocs } from "../generator/pipeline.ts";
import { corporaHere } from "./bench/corpora-here.ts";

/** References of SDKs, one document at a time, against counts that a person made with the pages open. */
const corpora = new Map(
	corporaHere(["stainless", "page-text"]).map(({ name, docs }) => [name, docs]),
);
const bullets = corpora.get("stainless");
const pages = corpora.get("page-text");

function read(folder: string | undefined, ...files: string[]): ApiModel {
	const docs = files.map((file) => ({
		file,
		text: readFileSync(`${folder}/${file}`, "utf8"),
	}));
	return readDocs(docs).model;
}

/**
 * `path id!`, `query limit?`: what goes where, and what must be there; of a body its fields. What only a sample call shows is
 * not described.
 */
function argumentsOf({ parameters, body }: Operation): readonly string[] {
	const mark = (required: boolean | undefined) =>
		required === true ? "!" : required === false ? "?" : "";
	const fields = body?.shape.kind === "object" ? body.shape.properties : [];
	return [
		...parameters
			.filter(({ origins }) => origins.some(({ basis }) => basis === "stated"))
			.map((one) => `${one.in} ${one.name}${mark(one.required)}`),
		...fields.map((one) => `body ${one.name}${mark(one.required)}`),
	].sort();
}

/** The ways to all fields of a shape: `rules[].allowed.methods`, `*` for a key of a map. */
function ways(model: ApiModel, shape: Shape, way = ""): readonly string[] {
	switch (shape.kind) {
		case "reference": {
			const named = model.shapes.find(({ name }) => name === shape.name);
			return named === undefined ? [] : ways(model, named.shape, way);
		}
		case "array":
			return ways(model, shape.items, `${way}[]`);
		case "record":
			return ways(model, shape.values, `${way}.*`);
		case "union":
			return shape.members.flatMap((member) => ways(model, member, way));
		case "object":
			return shape.properties.flatMap((one) => {
				const own = way === "" ? one.name : `${way}.${one.name}`;
				return [own, ...ways(model, one.shape, own)];
			});
		default:
			return [];
	}
}

function answerWays(model: ApiModel, id: string): readonly string[] {
	const operation = model.operations.find((one) => one.id === id);
	const shape = operation?.responses.find(
		({ status }) => status === "200",
	)?.shape;
	return shape === undefined ? [] : [...new Set(ways(model, shape))].sort();
}

describe.skipIf(bullets === undefined)("lists of typed bullets", () => {
	const store = "/v1/memory_stores/{memory_store_id}";
	const preview = "header anthropic-beta?";

	test("give each operation of all documents", { timeout: 120_000 }, () => {
		const files = readdirSync(bullets ?? "", {
			recursive: true,
			encoding: "utf8",
		}).filter((file) => file.endsWith(".md"));
		const { operations } = read(bullets, ...files);
		expect(operations).toHaveLength(53);
		const names = operations.flatMap(({ parameters }) =>
			parameters.map(({ name }) => name),
		);
		for (const own of ["betas", "params", "created_at_gte"])
			expect(names).not.toContain(own);
	});

	test("agree with each other, whatever language they speak", {
		timeout: 120_000,
	}, () => {
		const folders = ["beta", "python/beta", "typescript/beta"];
		const files = folders.flatMap((folder) =>
			readdirSync(`${bullets}/${folder}`, {
				recursive: true,
				encoding: "utf8",
			})
				.filter((file) => file.endsWith(".md"))
				.map((file) => ({
					file: `${folder}/${file}`,
					text: readFileSync(`${bullets}/${folder}/${file}`, "utf8"),
				})),
		);
		const codes = readDocs(files).diagnostics.map(({ code }) => code);
		expect(codes).not.toContain("shape/contradiction");
	});

	test.each([
		["ai-gateway-billing-topup.resource.md", 5],
		["beta/environments/work.md", 8],
		["beta/memory_stores/memories.md", 5],
		["beta/memory_stores/memory_versions.md", 3],
		["beta/skills/versions.md", 5],
		["python/beta/memory_stores/memories.md", 5],
		["typescript/beta/skills/versions.md", 5],
		["builds-logs.resource.md", 1],
		["new-format-2026/acm-total_tls-edit.index.md", 1],
	])("of %s give %i operations", (file, count) => {
		expect(read(bullets, file).operations).toHaveLength(count);
	});

	test.each<readonly [string, readonly string[]]>([
		[
			"beta/memory_stores/list.md",
			[
				preview,
				"query created_at[gte]?",
				"query created_at[lte]?",
				"query include_archived?",
				"query limit?",
				"query page?",
			],
		],
		[
			"beta/memory_stores/memories/create.md",
			[
				"body content!",
				"body path!",
				preview,
				"path memory_store_id!",
				"query view?",
			],
		],
		[
			"typescript/beta/memory_stores/memories/create.md",
			[
				"body content!",
				"body path!",
				"header betas?",
				"path memory_store_id!",
				"query view?",
			],
		],
		[
			"typescript/beta/memory_stores/list.md",
			[
				"header betas?",
				"query created_at[gte]?",
				"query created_at[lte]?",
				"query include_archived?",
				"query limit?",
				"query page?",
			],
		],
		[
			"python/beta/memory_stores/list.md",
			[
				"header betas?",
				"query created_at[gte]?",
				"query created_at[lte]?",
				"query include_archived?",
				"query limit?",
				"query page?",
			],
		],
		[
			"python/beta/skills/create.md",
			["body display_title?", "body files!", "header betas?"],
		],
		["typescript/beta/skills/delete.md", ["header betas?", "path skill_id!"]],
		[
			"iam-resource-groups-list.md",
			["path account_id!", "query id?", "query name?"],
		],
		[
			"r2-buckets-cors-get.md",
			["header cf-r2-jurisdiction?", "path account_id!", "path bucket_name!"],
		],
		[
			"brand-protection-logo-matches-download.md",
			["path account_id!", "query limit?", "query logo_id?", "query offset?"],
		],
		[
			"new-format-2026/acm-total_tls-edit.index.md",
			["body certificate_authority?", "body enabled!", "path zone_id!"],
		],
		[
			"new-format-2026/magic_transit-ipsec_tunnels-psk_generate.index.md",
			["path account_id!", "path ipsec_tunnel_id!", "query validate_only?"],
		],
	])("of %s say what goes where", (file, expected) => {
		const [operation] = read(bullets, file).operations;
		expect(operation && argumentsOf(operation)).toEqual(expected);
	});

	test.each<readonly [string, string, readonly string[]]>([
		[
			"iam-resource-groups-list.md",
			"GET /accounts/{account_id}/iam/resource_groups",
			[
				"[].id",
				"[].meta",
				"[].meta.key",
				"[].meta.value",
				"[].name",
				"[].scope",
				"[].scope[].key",
				"[].scope[].objects",
				"[].scope[].objects[].key",
			],
		],
		[
			"load-balancers-preview-get.md",
			"GET /accounts/{account_id}/load_balancers/preview/{preview_id}",
			[
				".*.healthy",
				".*.origins",
				".*.origins[].*.failure_reason",
				".*.origins[].*.healthy",
				".*.origins[].*.response_code",
				".*.origins[].*.rtt",
			],
		],
		[
			"r2-buckets-cors-get.md",
			"GET /accounts/{account_id}/r2/buckets/{bucket_name}/cors",
			[
				"rules",
				"rules[].allowed",
				"rules[].allowed.headers",
				"rules[].allowed.methods",
				"rules[].allowed.origins",
				"rules[].exposeHeaders",
				"rules[].id",
				"rules[].maxAgeSeconds",
			],
		],
		...["beta", "python/beta", "typescript/beta"].map(
			(folder) =>
				[
					`${folder}/memory_stores/list.md`,
					"GET /v1/memory_stores",
					[
						"data",
						"data[].archived_at",
						"data[].created_at",
						"data[].description",
						"data[].id",
						"data[].metadata",
						"data[].name",
						"data[].type",
						"data[].updated_at",
						"next_page",
					],
				] as const,
		),
		[
			"new-format-2026/magic_transit-ipsec_tunnels-psk_generate.index.md",
			"POST /accounts/{account_id}/magic/ipsec_tunnels/{ipsec_tunnel_id}/psk_generate",
			[
				"ipsec_tunnel_id",
				"psk",
				"psk_metadata",
				"psk_metadata.last_generated_on",
			],
		],
	])("of %s give every field of %s", (file, id, expected) => {
		expect(answerWays(read(bullets, file), id)).toEqual(expected);
	});

	test("take the wire's name for what an SDK calls otherwise", () => {
		const files = ["", "python/", "typescript/"].map(
			(language) => `${language}beta/memory_stores/memories/create.md`,
		);
		const { operations } = read(bullets, ...files);
		expect(operations.map(({ id }) => id)).toEqual([`POST ${store}/memories`]);
		const [operation] = operations;
		expect(operation && argumentsOf(operation)).toEqual([
			"body content!",
			"body path!",
			preview,
			"path memory_store_id!",
			"query view?",
		]);
	});
});

describe.skipIf(pages === undefined)("pages saved as text", () => {
	test.each<readonly [string, readonly string[]]>([
		[
			"http_psk_generate.txt",
			["path account_id!", "path ipsec_tunnel_id!", "query validate_only?"],
		],
		[
			"go_psk_generate.txt",
			["path account_id!", "path ipsec_tunnel_id!", "query validate_only?"],
		],
		[
			"typescript_kv_namespaces_create.txt",
			["body title!", "path account_id!"],
		],
	])("say in %s what goes where", (file, expected) => {
		const [operation] = read(pages, file).operations;
		expect(operation && argumentsOf(operation)).toEqual(expected);
	});

	test("keep fields within the type that theirs is named after", () => {
		const model = read(pages, "python_cf_interconnects_update.txt");
		const body = model.operations[0]?.body?.shape;
		expect(body && ways(model, body)).toEqual([
			"automatic_return_routing",
			"description",
			"gre",
			"gre.cloudflare_endpoint",
			"health_check",
			"health_check.enabled",
			"health_check.rate",
			"target",
		]);
	});

	test("give all operations of an overview, by the names of their calls", () => {
		const file = "typescript_ipsec_tunnels_overview.txt";
		const { operations } = read(pages, file);
		expect(operations.map(({ name }) => name)).toEqual([
			"list",
			"get",
			"create",
			"update",
			"delete",
			"bulk_update",
		]);
	});

	test("give Go's fields the names of the wire", () => {
		const model = read(pages, "go_psk_generate.txt");
		const id = model.operations[0]?.id ?? "";
		expect(answerWays(model, id)).toEqual([
			"ipsec_tunnel_id",
			"psk",
			"psk_metadata",
			"psk_metadata.last_generated_on",
		]);
	});
});

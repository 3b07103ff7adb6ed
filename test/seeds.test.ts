import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkModel } from "../generator/model/check.ts";
import { resolveObject } from "../generator/model/resolve.ts";
import type {
	ObjectShape,
	Operation,
	Origins,
	Property,
	Shape,
} from "../generator/model/types.ts";
import { type Reading, readDocs } from "../generator/pipeline.ts";

/** Documents of other people's, which stand beside the repository where there are any. */
const folder = new URL("../../shared/seeds/", import.meta.url);
const present = existsSync(folder);
if (!present) console.info("Skipped: there are no seed documents here");

describe.skipIf(!present)("the seed documents, read as they are", () => {
	const reading = present ? readSeeds() : readDocs([]);
	const { model, diagnostics, coverage } = reading;
	const collection = "/accounts/{account_id}/magic/ipsec_tunnels";
	const item = `${collection}/{ipsec_tunnel_id}`;
	const generate = `POST ${item}/psk_generate`;
	const [markdown = "", page = ""] = model.documents;

	function operation(id: string): Operation {
		const found = model.operations.find((one) => one.id === id);
		if (found === undefined) throw new Error(`There is no ${id}`);
		return found;
	}

	function object(shape: Shape | undefined): ObjectShape {
		const found = shape && resolveObject(model, shape);
		if (found === undefined) throw new Error("This is no object");
		return found;
	}

	function answer(id: string, status = "200") {
		return operation(id).responses.find((one) => one.status === status);
	}

	function property(shape: Shape | undefined, ...path: string[]): Property {
		const [name, ...rest] = path;
		const found = object(shape).properties.find((one) => one.name === name);
		if (found === undefined) throw new Error(`There is no ${name}`);
		const inner =
			found.shape.kind === "array" ? found.shape.items : found.shape;
		return rest.length === 0 ? found : property(inner, ...rest);
	}

	/** Every leaf of a shape: its way and its type. */
	function leaves(shape: Shape, path = ""): readonly string[] {
		switch (shape.kind) {
			case "reference":
				return leaves(object(shape), path);
			case "object":
				return shape.properties.flatMap((one) =>
					leaves(one.shape, path === "" ? one.name : `${path}.${one.name}`),
				);
			case "array":
				return leaves(shape.items, `${path}[]`);
			case "number":
				return [`${path}: ${shape.integer === true ? "integer" : "number"}`];
			case "string":
				return [`${path}: ${shape.format ?? "string"}`];
			default:
				return [`${path}: ${shape.kind}`];
		}
	}

	function bases(origins: Origins): readonly string[] {
		return origins.map(({ span, basis }) => `${basis} in ${span.file}`);
	}

	test("have two documents in two conventions", () => {
		expect(coverage.map(({ dialects }) => dialects)).toEqual([
			["generic"],
			["rendered-page"],
		]);
		expect(checkModel(model)).toEqual([]);
	});

	test("have seven operations, the last from both documents", () => {
		expect(model.operations.map(({ id }) => id).sort()).toEqual(
			[
				`PUT ${collection}`,
				`POST ${collection}`,
				`GET ${collection}`,
				`PUT ${item}`,
				`GET ${item}`,
				`DELETE ${item}`,
				generate,
			].sort(),
		);
		const places = (id: string) => operation(id).places.map(({ file }) => file);
		expect(places(generate)).toEqual([markdown, page]);
		expect(places(`GET ${item}`)).toEqual([markdown]);
	});

	test("have a summary and a description each, Markdown kept", () => {
		for (const { summary, description } of model.operations) {
			expect(summary).toMatch(/IPsec/i);
			expect(description?.endsWith(".")).toBe(true);
		}
		for (const id of [`POST ${collection}`, generate])
			expect(operation(id).description).toContain("`?validate_only=true`");
		expect(operation(`GET ${item}`).places[0]?.anchor).toBe(
			"list-ipsec-tunnel-details",
		);
	});

	test.each(model.operations.map(({ id }) => [id] as const))(
		"describe the path parameters of %s",
		(id) => {
			const inPath = operation(id).parameters.filter(
				(one) => one.in === "path",
			);
			const names = [...id.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			expect(inPath.map(({ name }) => name).sort()).toEqual(names.sort());
			for (const { shape, description, required, origins } of inPath) {
				expect(shape).toEqual({ kind: "string", maxLength: 32 });
				expect(description).toBe("Identifier");
				expect(required).toBe(true);
				const from = origins.filter(({ span }) => span.file === page);
				const basis = id === generate ? "stated" : "inferred";
				expect(from[0]?.basis).toBe(basis);
			}
		},
	);

	test("have the query parameter that their prose names, on five operations", () => {
		const found = model.operations.filter(({ parameters }) =>
			parameters.some(({ in: location }) => location === "query"),
		);
		expect(found.map(({ id }) => id).sort()).toEqual(
			[
				`PUT ${collection}`,
				`POST ${collection}`,
				`PUT ${item}`,
				`DELETE ${item}`,
				generate,
			].sort(),
		);
		for (const { parameters } of found) {
			const query = parameters.filter((one) => one.in === "query");
			expect(query).toMatchObject([
				{ name: "validate_only", shape: { kind: "boolean" }, required: false },
			]);
			expect(query[0]?.origins.every(({ basis }) => basis === "stated")).toBe(
				true,
			);
		}
	});

	test.each(model.operations.map(({ id }) => [id] as const))(
		"wrap the answer of %s",
		(id) => {
			const { envelope, responses } = operation(id);
			expect(responses.map(({ status }) => status)).toEqual(["200", "4XX"]);
			expect(answer(id)?.enveloped).toBe(true);
			expect(answer(id, "4XX")?.enveloped).toBeUndefined();
			expect(envelope).toMatchObject({
				data: "result",
				success: "success",
				errors: "errors",
			});
			const members = object(envelope?.shape).properties;
			expect(members.map(({ name }) => name).sort()).toEqual([
				"errors",
				"messages",
				"result",
				"success",
			]);
			const failure = answer(id, "4XX")?.shape;
			expect(failure && leaves(failure)).toEqual(
				expect.arrayContaining([
					"errors[].code: integer",
					"errors[].message: string",
					"messages[].code: integer",
					"messages[].message: string",
					"success: boolean",
				]),
			);
		},
	);

	test("have what only the page shows of an error", () => {
		const errors = [
			answer(generate, "4XX")?.shape,
			operation(generate).envelope?.shape,
		];
		for (const shape of errors)
			expect(shape && leaves(shape)).toEqual(
				expect.arrayContaining([
					"errors[].documentation_url: string",
					"errors[].source.pointer: string",
				]),
			);
	});

	const tunnel = [
		"allow_null_cipher: boolean",
		"automatic_return_routing: boolean",
		"bgp.customer_asn: integer",
		"bgp.extra_prefixes[]: string",
		"bgp.md5_key: string",
		"bgp_status.bgp_state: string",
		"bgp_status.cf_speaker_ip: string",
		"bgp_status.cf_speaker_port: integer",
		"bgp_status.customer_speaker_ip: string",
		"bgp_status.customer_speaker_port: integer",
		"bgp_status.state: string",
		"bgp_status.tcp_established: boolean",
		"bgp_status.updated_at: string",
		"cloudflare_endpoint: string",
		"created_on: string",
		"custom_remote_identities.fqdn_id: string",
		"customer_endpoint: string",
		"description: string",
		"health_check.direction: string",
		"health_check.enabled: boolean",
		"health_check.rate: string",
		"health_check.target: unknown",
		"health_check.type: string",
		"id: string",
		"interface_address6: string",
		"interface_address: string",
		"modified_on: string",
		"name: string",
		"replay_protection: boolean",
	];

	test("have every field of what create answers, to the last leaf", () => {
		const shape = answer(`POST ${collection}`)?.shape;
		const found = shape === undefined ? [] : leaves(shape);
		const metadata = "psk_metadata.last_generated_on";
		expect(found.filter((one) => !one.startsWith(metadata)).sort()).toEqual(
			tunnel,
		);
		// The page says that this one is a date and time.
		expect(found.filter((one) => one.startsWith(metadata))).toHaveLength(1);
		expect(leaves(property(shape, "psk_metadata").shape).join()).toMatch(
			/last_generated_on: (string|date-time)$/,
		);
	});

	test("have one tunnel, used by create, update, get and delete", () => {
		const [ids, holders] = [
			[`POST ${collection}`, `PUT ${item}`, `GET ${item}`, `DELETE ${item}`],
			[
				undefined,
				"modified_ipsec_tunnel",
				"ipsec_tunnel",
				"deleted_ipsec_tunnel",
			],
		];
		const shapes = ids.map((id, at) => {
			const holder = holders[at];
			const shape = answer(id)?.shape;
			return holder === undefined ? shape : property(shape, holder).shape;
		});
		for (const shape of shapes)
			expect(shape).toEqual({ kind: "reference", name: "IpsecTunnel" });
		expect(
			model.shapes.filter(({ name }) => /tunnel/i.test(name)),
		).toHaveLength(1);
	});

	test.each([
		[["health_check"]],
		[["psk_metadata", "last_generated_on"]],
		[["bgp", "extra_prefixes"]],
	])(
		"complete %j, which is cut off in some places, and say from where",
		(path) => {
			const { origins } = property(
				{ kind: "reference", name: "IpsecTunnel" },
				...path,
			);
			expect(origins[0].basis).toBe("stated");
			const others = origins.filter(({ basis }) => basis === "inferred");
			expect(others.length).toBeGreaterThanOrEqual(3);
			for (const { of } of others) expect(of).toEqual(["type"]);
		},
	);

	test("never make the type null of what is cut off", () => {
		const text = JSON.stringify({
			operations: model.operations,
			shapes: model.shapes,
		});
		expect(text).not.toContain('{"kind":"null"}');
	});

	test("complete what psk_generate answers from the page", () => {
		const shape = answer(generate)?.shape;
		expect(shape && leaves(shape)).toEqual([
			"ipsec_tunnel_id: string",
			"psk: string",
			"psk_metadata.last_generated_on: date-time",
		]);
		for (const path of [
			["ipsec_tunnel_id"],
			["psk"],
			["psk_metadata"],
			["psk_metadata", "last_generated_on"],
		])
			expect(property(shape, ...path).required).toBe(false);
		expect(property(shape, "ipsec_tunnel_id").shape).toEqual({
			kind: "string",
			maxLength: 32,
		});
		expect(bases(answer(generate)?.origins ?? ([] as never))).toEqual(
			expect.arrayContaining([`stated in ${page}`, `inferred in ${markdown}`]),
		);
	});

	test("have the page's example once, with its values", () => {
		const { examples } = operation(generate);
		expect(examples).toHaveLength(1);
		expect(examples[0]?.value).toMatchObject({
			result: {
				ipsec_tunnel_id: "023e105f4ecef8ad9ca31a8372d0c353",
				psk_metadata: { last_generated_on: "2017-06-14T05:20:00Z" },
			},
			success: true,
		});
	});

	test("leave list and update-multiple unknown, with one diagnostic each", () => {
		for (const id of [`GET ${collection}`, `PUT ${collection}`])
			expect(answer(id)?.shape).toEqual({
				kind: "unknown",
				placeholder: "null",
			});
		expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
			["shape/undocumented", expect.stringContaining(`PUT ${collection}`)],
			["shape/undocumented", expect.stringContaining(`GET ${collection}`)],
		]);
	});

	test("have two ways to authenticate, the preferred one first", () => {
		expect(
			model.security.map(({ title, credentials }) => [
				title,
				credentials.map(({ origins: _, description: __, ...facts }) => facts),
			]),
		).toEqual([
			[
				"API Token",
				[
					{
						name: "api_token",
						kind: "bearer",
						in: "header",
						parameter: "Authorization",
						environment: "CLOUDFLARE_API_TOKEN",
					},
				],
			],
			[
				"API Email + API Key",
				[
					{
						name: "api_email",
						kind: "apiKey",
						in: "header",
						parameter: "X-Auth-Email",
					},
					{
						name: "api_key",
						kind: "apiKey",
						in: "header",
						parameter: "X-Auth-Key",
					},
				],
			],
		]);
	});

	test("have permissions, their names taken apart", () => {
		expect(operation(generate).permissions).toMatchObject({
			need: "any",
			names: ["Magic WAN Write", "Magic Transit Write"],
		});
	});

	test("have names: one is stated, the others follow from it", () => {
		const names = Object.fromEntries(
			model.operations.map(({ id, resource = [], name }) => [
				id,
				[...resource, name].join("."),
			]),
		);
		const resource = "magic_transit.ipsec_tunnels";
		expect(names).toEqual({
			[`POST ${collection}`]: `${resource}.create`,
			[`GET ${collection}`]: `${resource}.list`,
			[`PUT ${collection}`]: `${resource}.bulk_update`,
			[`PUT ${item}`]: `${resource}.update`,
			[`GET ${item}`]: `${resource}.get`,
			[`DELETE ${item}`]: `${resource}.delete`,
			[generate]: `${resource}.psk_generate`,
		});
		const basis = (id: string) => operation(id).nameOrigins?.[0].basis;
		expect(basis(generate)).toBe("stated");
		expect(basis(`GET ${item}`)).toBe("inferred");
	});

	test("have no base URL, since neither states one", () => {
		expect(model.servers).toEqual([]);
	});

	test("leave only the page's furniture unread", () => {
		const unread = coverage.flatMap(({ file, blocks }) =>
			blocks
				.filter(({ became }) => became === "unread")
				.map(({ span }) => [file, span.start.line]),
		);
		expect(unread).toEqual([
			[page, 1],
			[page, 2],
		]);
	});
});

function readSeeds(): Reading {
	const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
	return readDocs(
		files.map((file) => ({
			file,
			text: readFileSync(new URL(file, folder), "utf8"),
		})),
	);
}

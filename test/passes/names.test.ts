import { describe, expect, test } from "vitest";
import type {
	HttpMethod,
	Operation,
	PathSegment,
	Shape,
} from "../../generator/model/types.ts";
import { nameOperations } from "../../generator/passes/name.ts";
import { finish } from "../../generator/text/steps.ts";

/** `GET /hives → hives.list`: an answer in brackets where it matters, a summary behind `#`. */
const apis: Readonly<Record<string, string>> = {
	"a collection and its items": `
		GET /hives → hives.list
		POST /hives → hives.create
		PUT /hives → hives.bulk_update
		DELETE /hives → hives.bulk_delete
		GET /hives/{id} → hives.get
		PUT /hives/{id} → hives.update
		DELETE /hives/{id} → hives.delete
		PATCH /hives/{id}/lid → hives.lid.edit`,
	"a list that only changes as a whole": `
		GET /gate/guests [list] → gate.guests.get
		PUT /gate/guests [list] → gate.guests.update`,
	"a singleton": `
		GET /gate/settings → gate.settings.get
		PUT /gate/settings → gate.settings.update
		DELETE /gate/settings → gate.settings.delete`,
	"the answer decides": `
		GET /weather [list] → weather.list
		GET /climate [object] → climate.get`,
	actions: `
		POST /hives/{id}/rotate → hives.rotate
		PUT /hives/{id}/pause → hives.pause
		POST /hives/{id}/key_generate → hives.key_generate
		POST /hives/import → hives.import
		GET /hives/export → hives.export
		POST /hives/{id}/portrait → hives.portrait.create
		POST /hives/{id}/wax # Melt wax → hives.wax_melt
		POST /hives/{id}:merge → hives.merge
		POST /hives/new → hives.create
		POST /run/{model} → run.create
		POST /lab/run/{model} → lab.run`,
	"verbs at the root": `
		POST /pull → pull
		DELETE /delete → delete`,
	"many at once": `
		POST /hives/bulk → hives.bulk_create
		PATCH /hives/bulk → hives.bulk_edit
		POST /combs/bulk/delete → combs.bulk_delete
		POST /combs/create/bulk → combs.bulk_create`,
	"views of one thing": `
		GET /stats/rain → stats.rain
		GET /stats/wind → stats.wind
		GET /stats/latest/{place} → stats.latest
		GET /hives/{id}/weight → hives.weight
		GET /hives/{id}/noise → hives.noise
		PUT /hives/{id} → hives.update`,
	"posting to an item": `
		POST /guests → guests.create
		POST /guests/{id} → guests.update
		POST /seats/{id} → seats.create`,
	"a scope in front": `
		GET /accounts/{account_id}/hives → hives.list
		GET /v2/zones/{zone_id}/combs/{id} → combs.get
		POST /zones/{zone_id}/freeze → zones.freeze`,
	"scopes that share a resource": `
		GET /accounts/{account_id}/tags → tags.list
		GET /zones/{zone_id}/tags → zones.tags.list
		GET /zones/{zone_id}/tags/{id} → zones.tags.get
		GET /zones/{zone_id}/flags → flags.list`,
	"versions that share a resource": `
		GET /v1/nests → nests.list
		GET /v2/nests → v2.nests.list
		GET /v2/eggs → eggs.list`,
	"a version inside": `
		GET /radio/v3/bands → radio.bands.list`,
	"a method beside a resource of its name": `
		POST /hives/{id}/scan → hives.scan.create
		GET /hives/{id}/scan/results → hives.scan.results.list`,
	"paths that differ by a parameter": `
		GET /rooms/notes → rooms.notes.list
		GET /rooms/{room_id}/notes → rooms.notes.list_by_room_id`,
	"paths in two spellings": `
		GET /beeStands → bee_stands.list
		GET /bee_stands → bee_stands.list_another`,
	"a suffix behind a parameter": `
		GET /maps/{id} → maps.get
		GET /maps/{id}.svg → maps.svg`,
	"file suffixes and other cases": `
		GET /hives/{id}/photo.png → hives.photo_png.get
		GET /beeKeepers → bee_keepers.list
		GET /bee-keepers/{id} → bee_keepers.get
		GET /pairs/{from}..{to} → pairs.get`,
};

describe("names follow from method, path and answer", () => {
	for (const [title, table] of Object.entries(apis))
		test(title, () => {
			const rows = rowsOf(table);
			const named = finish(
				nameOperations(rows.map(({ operation }) => operation)),
			);
			expect(named.map(fullName)).toEqual(rows.map(({ name }) => name));
		});
});

test("docs of other things change no name, in whatever order they come", () => {
	const tables = Object.values(apis).map(rowsOf);
	for (const [index, rows] of tables.entries()) {
		const words = new Set(rows.map(({ thing }) => thing));
		const others = tables.flatMap((table, at) =>
			at === index || table.some(({ thing }) => words.has(thing)) ? [] : table,
		);
		expect(others).not.toEqual([]);
		for (const all of [
			[...rows, ...others],
			[...others, ...rows],
		]) {
			const named = finish(
				nameOperations(all.map(({ operation }) => operation)),
			);
			const names = new Map(named.map((one) => [one.id, fullName(one)]));
			for (const { operation, name } of rows)
				expect(names.get(operation.id)).toBe(name);
		}
	}
});

test("no two operations share a name", () => {
	const all = Object.values(apis).flatMap(rowsOf);
	const ids = new Map(all.map(({ operation }) => [operation.id, operation]));
	const names = finish(nameOperations([...ids.values()])).map(fullName);
	expect(new Set(names).size).toBe(names.length);
});

function fullName({ resource = [], name }: Operation): string {
	return [...resource, name].join(".");
}

function rowsOf(table: string) {
	return table
		.trim()
		.split("\n")
		.map((line) => {
			const [left = "", name = ""] = line.trim().split(" → ");
			const [request = "", summary] = left.split(" # ");
			const [method = "", path = "", answer = ""] = request.split(" ");
			const shape = shapes[answer];
			const operation = operationOf(method as HttpMethod, path, shape, summary);
			const bare = path.replace(
				/^\/(v\d\/)?((accounts|zones)\/\{\w+\}\/)?/,
				"",
			);
			return { operation, name, thing: bare.split("/")[0] };
		});
}

const shapes: Readonly<Record<string, Shape>> = {
	"[list]": { kind: "array", items: { kind: "string" } },
	"[object]": { kind: "object", properties: [] },
};

function operationOf(
	method: HttpMethod,
	path: string,
	shape: Shape | undefined,
	summary: string | undefined,
): Operation {
	const start = { line: 1, column: 1, offset: 0 };
	const span = { file: "in.md", start, end: start };
	const origins = [{ span, basis: "stated" }] as const;
	return {
		id: `${method} ${path}`,
		method,
		path: path.slice(1).split("/").map(segmentOf),
		...(summary !== undefined && { summary }),
		parameters: [],
		responses: shape ? [{ status: "200", shape, origins }] : [],
		examples: [],
		places: [],
		origins,
	};
}

function segmentOf(text: string): PathSegment {
	const parts = text
		.split(/(\{\w+\})/)
		.filter((part) => part !== "")
		.map((part) =>
			part.startsWith("{")
				? ({ kind: "parameter", name: part.slice(1, -1) } as const)
				: ({ kind: "literal", text: part } as const),
		);
	const [only, ...others] = parts;
	return only && others.length === 0 ? only : { kind: "mixed", parts };
}

import { expect, test } from "vitest";
import { createFakeFetch } from "../../templates/testing/fake-fetch.ts";
import { fixtureOf, type Table } from "../../templates/testing/table.ts";

const ok = { documented: "200", status: 200, mediaType: "application/json" };

/** Operations whose paths are easily taken for each other, and answers of every kind. */
const table: Table = {
	operations: [
		{
			name: "hives.get",
			method: "GET",
			path: ["/hives/", "id", ""],
			answers: [{ ...ok, body: 0 }],
		},
		{
			name: "hives.summary",
			method: "GET",
			path: ["/hives/summary"],
			answers: [{ ...ok, body: 1 }],
		},
		{
			name: "hives.old",
			method: "GET",
			path: ["/hives/", "id", "?version=1&beta"],
			answers: [{ ...ok, body: 2 }],
		},
		{
			name: "hives.file",
			method: "GET",
			path: ["/hives/", "id", ".", "format", "/Übersicht (all)"],
			bytes: true,
			answers: [{ ...ok, mediaType: "image/png", body: 2 }],
		},
		{
			name: "hives.watch",
			method: "POST",
			path: ["/hives/", "id", "/watch"],
			answers: [{ ...ok, mediaType: "text/event-stream", items: [0, 2] }],
		},
		{
			name: "hives.tail",
			method: "POST",
			path: ["/hives/", "id", "/tail"],
			answers: [{ ...ok, mediaType: "application/x-ndjson", items: [0, 1] }],
		},
		{
			name: "hives.delete",
			method: "DELETE",
			path: ["/hives/", "id", ""],
			answers: [
				{ documented: "404", status: 404, mediaType: "text/plain", body: 2 },
				{ documented: "5XX", status: 500, ...{ body: 1 } },
				{ documented: "204", status: 204 },
			],
		},
		{ name: "hives.merge", method: "MERGE", path: ["/hives"], answers: [] },
		{
			name: "hives.upload",
			method: "PUT",
			path: ["/hives"],
			server: "https://files.example/v3/",
			answers: [],
		},
	],
	bodies: [{ id: "h1" }, { hives: 2 }, "two\nlines"],
};

const base = "https://h.example/v1";
const fetchOf = (answers = {}) =>
	createFakeFetch(table, answers, { baseURL: base });

test.each([
	["GET", "/hives/7", "hives.get", { id: "7" }],
	["GET", "/hives/summary", "hives.summary", {}],
	["GET", "/hives/summary?beta=&version=1", "hives.old", { id: "summary" }],
	["GET", "/hives/7?version=2&beta", "hives.get", { id: "7" }],
	["GET", "/hives/a%2Fb", "hives.get", { id: "a/b" }],
	["GET", "/hives/a.b/Übersicht (all)", "hives.file", { id: "a", format: "b" }],
	["MERGE", "/hives", "hives.merge", {}],
	["POST", "/hives/7", undefined, {}],
	["GET", "/hives/7/8", undefined, {}],
	["GET", "/hives/", undefined, {}],
])("%s %s is %s", async (method, path, operation, params) => {
	const fetch = fetchOf();
	await fetch(base + path, { method }).catch(() => {});
	expect(fetch.requests).toMatchObject([{ operation, params }]);
});

test("an operation that is elsewhere is found there, and at the client's own base URL", async () => {
	const fetch = fetchOf();
	for (const url of [`${base}/hives`, "https://files.example/v3/hives"])
		await fetch(url, { method: "PUT" });
	await expect(fetch("https://files.example/v3/hives/7")).rejects.toThrow(
		"the docs know no GET",
	);
	expect(fetch.requests.map(({ operation }) => operation)).toEqual([
		"hives.upload",
		"hives.upload",
		undefined,
	]);
});

test("a host or a path in front that only begins alike is another", async () => {
	for (const url of [
		"https://h.example/v10/hives/7",
		"https://h.example/hives/7",
	])
		await expect(fetchOf()(url)).rejects.toThrow("the docs know no GET");
});

test("streams are written as such", async () => {
	const fetch = fetchOf();
	const text = async (path: string) =>
		(await fetch(base + path, { method: "POST" })).text();
	expect(await text("/hives/7/watch")).toBe(
		'data: {"id":"h1"}\n\ndata: two\ndata: lines\n\n',
	);
	expect(await text("/hives/7/tail")).toBe('{"id":"h1"}\n{"hives":2}');
	expect(fixtureOf(table, "hives.tail", undefined)).toEqual([
		{ id: "h1" },
		{ hives: 2 },
	]);
});

test("bytes are a blob", async () => {
	const blob = fixtureOf(table, "hives.file", undefined);
	expect(blob).toBeInstanceOf(Blob);
	expect(await (blob as Blob).text()).toBe("two\nlines");
});

test.each([
	[undefined, 204, "", null],
	[404, 404, "two\nlines", "text/plain"],
	[503, 503, '{"hives":2}', "application/json"],
	[418, 418, "", null],
])("status %s is answered with %i", async (given, status, text, type) => {
	const answers = given === undefined ? {} : { "hives.delete": given };
	const response = await fetchOf(answers)(`${base}/hives/7`, {
		method: "DELETE",
	});
	expect(response.status).toBe(status);
	expect(await response.text()).toBe(text);
	expect(response.headers.get("content-type")).toBe(type);
});

test("headers may be answered, and forms are read", async () => {
	const headers = { "x-next": "2" };
	const fetch = fetchOf({ "hives.tail": { headers } });
	const body = new URLSearchParams({ a: "1" });
	const response = await fetch(`${base}/hives/7/tail`, {
		method: "POST",
		body,
	});
	expect(response.headers.get("x-next")).toBe("2");
	expect(fetch.requests[0]?.body).toBeInstanceOf(FormData);
});

test("where the API is has to be known", () => {
	expect(() => createFakeFetch(table, {}, {})).toThrow("give a baseURL");
});

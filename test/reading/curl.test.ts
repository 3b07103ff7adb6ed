import { describe, expect, test } from "vitest";
import type { PathSegment } from "../../generator/model/types.ts";
import { readCurl, serverOf } from "../../generator/reading/curl.ts";
import { schemesOf } from "../../generator/reading/curl-security.ts";

const point = { line: 1, column: 1, offset: 0 };
const span = { file: "a.md", start: point, end: point };

const path: readonly PathSegment[] = [
	{ kind: "literal", text: "hives" },
	{ kind: "parameter", name: "hive_id" },
];

describe("a curl command", () => {
	test.each([
		["curl https://hives.example/hives", "https://hives.example/hives"],
		["$ curl -sS 'https://hives.example/hives'", "https://hives.example/hives"],
		[
			'curl -X POST -o out.json "https://hives.example/hives?a=b&c=d"',
			"https://hives.example/hives?a=b&c=d",
		],
		[
			"curl \\\n  --request POST \\\n  https://hives.example/hives/$HIVE_ID",
			"https://hives.example/hives/$HIVE_ID",
		],
		[
			// biome-ignore lint/suspicious/noTemplateCurlyInString: it is a variable of a shell
			"First:\n\ncurl https://hives.example/${HIVE_ID}/x",
			"https://hives.example/$HIVE_ID/x",
		],
		["curl -u https://user https://hives.example/a", "https://hives.example/a"],
	])("shows the URL: %j", (text, url) => {
		expect(readCurl(text)?.url).toBe(url);
	});

	test.each([
		"wget https://hives.example/hives",
		"curling https://hives.example/hives",
		"curl $URL",
		"",
		"print('curl https://hives.example')",
	])("is not %j", (text) => {
		expect(readCurl(text)).toBeUndefined();
	});

	test("shows data as a query where it is asked to get", () => {
		const text = `$ curl -G --request GET http://hives.example/hives?a=1&b=2 \\
    --cacert /etc/ca.pem --url-query c=3 \\
    --data-urlencode 'tag=x y' -d tag=z -b 'layout=dark; n=1'
curl https://hives.example/other -H "X-Other: 1"`;
		expect(readCurl(text)).toEqual({
			url: "http://hives.example/hives?a=1&tag=x%20y&tag=z&b=2&c=3",
			method: "GET",
			headers: [],
			cookie: "layout=dark; n=1",
		});
	});

	test.each([
		`curl -X POST \\\n  -d '{ "name": "North" } \\\n  https://hives.example/hives`,
		`curl https://hives.example/hives -d '{ "name": "North" }`,
		`curl -d '{ "name": "North" }' https://hives.example/hives -H "X-Note: it's"`,
	])("ends data whose quote is not closed with its line: %j", (text) => {
		const command = readCurl(text);
		expect(command?.data).toBe('{ "name": "North" }');
		expect(command?.url).toBe("https://hives.example/hives");
	});

	test("shows headers and data, variables as they are", () => {
		const text = `curl https://hives.example/hives \\
    -H 'Content-Type: application/json' \\
    --header "X-Time: 12:30" \\
    -H "Authorization: Bearer $HIVES_TOKEN" \\
    -d '{
      "name": "it\\u0027s $5"
    }'`;
		expect(readCurl(text)).toEqual({
			url: "https://hives.example/hives",
			headers: [
				["Content-Type", "application/json"],
				["X-Time", "12:30"],
				["Authorization", "Bearer $HIVES_TOKEN"],
			],
			data: '{\n      "name": "it\\u0027s $5"\n    }',
		});
	});
});

describe("the base URL of a request", () => {
	test.each([
		["https://hives.example/hives/h-7", "https://hives.example"],
		["https://hives.example/v2/hives/$HIVE_ID", "https://hives.example/v2"],
		[
			"https://hives.example/v2/hives/h-7?deep=true",
			"https://hives.example/v2",
		],
		["http://localhost:8080/hives/h-7/", "http://localhost:8080"],
	])("of %s is %s", (url, server) => {
		expect(serverOf(url, path, span)?.url).toBe(server);
	});

	test.each([
		"https://hives.example/frames/h-7",
		"https://hives.example/hives",
		"https://$HOST/hives/h-7",
		"ftp://hives.example/hives/h-7",
	])("is not in %s, which calls something else", (url) => {
		expect(serverOf(url, path, span)).toBeUndefined();
	});

	test("is read off an example, which is not a statement", () => {
		const server = serverOf("https://hives.example/hives/h-7", path, span);
		expect(server?.origins).toEqual([{ span, basis: "inferred" }]);
	});
});

describe("the scheme of a request", () => {
	test.each([
		["Bearer $HIVES_API_TOKEN", "HIVES_API_TOKEN", "api_token"],
		["bearer $TOKEN", "TOKEN", "token"],
		["Bearer $HIVES_SECRET", "HIVES_SECRET", "token"],
		["Bearer abc.def", undefined, "token"],
	])("for %j reads %s and calls it %s", (value, environment, name) => {
		const command = { url: "", headers: [["authorization", value]] } as const;
		expect(schemesOf(command, span)[0]?.credentials).toEqual([
			{
				name,
				kind: "bearer",
				in: "header",
				parameter: "Authorization",
				...(environment !== undefined && { environment }),
				origins: [{ span, basis: "inferred" }],
			},
		]);
	});

	test("is nothing where no header has one", () => {
		const headers = [
			["X-Trace", "Bearer of bad news"],
			["Authorization", "Digest abc"],
		] as const;
		expect(schemesOf({ url: "", headers }, span)).toEqual([]);
	});
});

test.each(["{", "{}", "{@a", "{a"].map((rest) => `$${rest}`))(
	"%s is text where a shell would see an error",
	(text) => {
		const one = readCurl(
			`curl -H "X-A: ${text}" https://a.example/b -d '{"c": 1}'`,
		);
		expect(one).toMatchObject({
			url: "https://a.example/b",
			headers: [["X-A", text]],
			data: '{"c": 1}',
		});
	},
);

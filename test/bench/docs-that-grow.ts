import type { SourceText } from "../../generator/text/source.ts";

type Make = (size: number) => readonly SourceText[];

/** Docs of any size, each of many of one thing, in an API of our own. */
export const docsThatGrow: Readonly<Record<string, Make>> = {
	"table rows": (size) =>
		parameters(
			rows(
				"Name | Type | Description",
				many(size, (at) => `field_${at} | string | The field ${at}.`),
			),
		),
	bullets: (size) =>
		parameters(many(size, (at) => `- \`field_${at}\` (string): The ${at}.`)),
	"nested bullets": (size) =>
		parameters(
			many(size, (at) => {
				const mark = at % 5 === 0 ? "-" : "  -";
				return `${mark} \`field_${at}\` (string): The ${at}.`;
			}),
		),
	"bullets of one name": (size) =>
		parameters(many(size, (at) => `- \`field\` (string): The ${at}.`)),
	"keys of a sample": (size) =>
		answer(`{\n${many(size, (at) => `  "field_${at}": "a"`, ",\n")}\n}`),
	"items of a sample": (size) =>
		answer(`[\n${many(size, (at) => `  { "id": ${at} }`, ",\n")}\n]`),
	endpoints: (size) =>
		one(
			many(
				size / 4,
				(at) =>
					`## Get hive ${at}\n\n\`GET /hives/${at}/bees\`\n\n- \`a\` (string): A.\n`,
			),
		),
	"documents of one endpoint": (size) =>
		Array.from({ length: size / 8 }, (_, at) => ({
			file: `${at}.md`,
			text: `# Hives\n\n## Add a hive\n\n\`POST /hives\`\n\n- \`field_${at}\` (string): A.\n`,
		})),
	"types and mentions": (size) =>
		one(
			many(
				size / 4,
				(at) =>
					`## Get bee ${at}\n\n\`GET /bees/${at}/now\`\n\nReturns a \`Bee${at}\` object.\n\n## The Bee${at} object\n\n${rows("Field | Type | Description", `id | string | The id.\n| field_${at} | string | A.`)}`,
			),
		),
	"sentences of a paragraph": (size) =>
		one(
			`## Get a hive\n\n\`GET /hives\`\n\n${many(size, (at) => `The \`field_${at}\` parameter returns a hive.`, " ")}`,
		),
	"rows of an HTML table": (size) =>
		parameters(
			`<table>\n<tr><th>Name</th><th>Type</th></tr>\n${many(size, (at) => `<tr><td>field_${at}</td><td>string</td></tr>`)}\n</table>`,
		),
	"paths of an OpenAPI fence": (size) =>
		one(
			`\`\`\`yaml\nopenapi: 3.0.0\npaths:\n${many(size / 4, (at) => `  /hives/${at}:\n    get:\n      summary: Get ${at}\n      responses:\n        '200':\n          description: A hive`)}\n\`\`\``,
		),
};

/** Docs of an API of so many operations, five to a document and each with fields, samples and answers. */
export function apiOf(operations: number): readonly SourceText[] {
	return Array.from({ length: Math.ceil(operations / 5) }, (_, at) => ({
		file: `${at % 40}/thing-${at}.md`,
		text: documentOf(at),
	}));
}

function documentOf(at: number): string {
	const base = `/area_${at % 40}/{hive_id}/things_${at}`;
	const one = `${base}/{thing_id}`;
	const body = `#### Body parameters\n\n${rows(
		"Name | Type | Required | Description",
		many(
			8,
			(field) =>
				`field_${(at + field) % 50} | string | ${field % 2 ? "yes" : "no"} | The field ${field} of it.`,
		),
	)}`;
	const thing = many(
		8,
		(field) => `"field_${(at + field) % 50}": "${field}"`,
		", ",
	);
	const item = `{ "id": "a${at}", ${thing}, "place": { "row": 1, "column": ${at} } }`;
	const endpoints = [
		["List", "GET", base, "", `{ "things": [${item}], "next": null }`],
		["Add", "POST", base, body, item],
		["Get", "GET", one, "", item],
		["Change", "PATCH", one, body, item],
		["Remove", "DELETE", one, "", `{ "id": "a${at}" }`],
	] as const;
	return `# Things ${at}\n\n${endpoints
		.map(
			([verb, method, path, fields, answer]) =>
				`## ${verb} things ${at}\n\n\`${method} ${path}\`\n\n${verb}s what is in the hive.\n\n#### Path parameters\n\n- \`hive_id\` (string): The hive.\n\n${fields}\n\n#### Response\n\n\`\`\`json\n${answer}\n\`\`\`\n`,
		)
		.join("\n")}`;
}

function many(
	size: number,
	make: (at: number) => string,
	between = "\n",
): string {
	return Array.from({ length: size }, (_, at) => make(at)).join(between);
}

function rows(head: string, body: string): string {
	const lines = body
		.split("\n")
		.map((line) => `| ${line.replace(/^\| /, "")} |`);
	return `| ${head} |\n${head.replace(/[^|]+/g, " --- ").replace(/^|$/g, "|")}\n${lines.join("\n")}\n`;
}

function parameters(text: string): readonly SourceText[] {
	return one(`## Add a hive\n\n\`POST /hives\`\n\n### Parameters\n\n${text}\n`);
}

function answer(sample: string): readonly SourceText[] {
	return one(
		`## Get a hive\n\n\`GET /hives\`\n\n### Response\n\n\`\`\`json\n${sample}\n\`\`\`\n`,
	);
}

function one(text: string): readonly SourceText[] {
	return [{ file: "hives.md", text: `# Hives\n\n${text}\n` }];
}

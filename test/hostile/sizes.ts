/** A document that is as large as one number says. */
export interface Size {
	readonly number: "A28" | "A29" | "A30";
	readonly name: string;
	readonly make: (count: number) => string;
}

const list = <T>(count: number, make: (at: number) => T) =>
	Array.from({ length: count }, (_, at) => make(at));
const answer = (sample: string) =>
	`## A\n\n\`GET /a\`\n\n### Response\n\n\`\`\`json\n${sample}\n\`\`\`\n`;
const returns = (type: string) =>
	`## A\n\n**get** \`/a\`\n\n### Returns\n\n- \`a: ${type}\`\n`;

/** Docs that cost more than they should where anything is quadratic. */
export const sizes: readonly Size[] = [
	...Object.entries({
		quotes: "> ",
		"lists with stars": "* ",
		"lists with hyphens": "- ",
		"numbered lists": "1. ",
		"quotes and lists": "> - ",
		brackets: "[",
		images: "![",
		"links within links": "[a](",
		emphasis: "*_",
		"open emphasis": "*a _b ",
		"strong within words": "a**b",
		"sections of CDATA": "a <![CDATA[",
		tags: "<b>",
		"tags that stay open": "<a ",
		comments: "<!-- ",
		"folded parts": "<details>\n\n",
		backslashes: "\\",
		entities: "&a;",
		tabs: "\t",
		bars: "|",
		"carriage returns": "\r",
	}).map(
		([name, piece]): Size => ({
			number: "A28",
			name,
			make: (count) => `${piece.repeat(count)}a\n`,
		}),
	),
	{
		number: "A28",
		name: "runs of backticks",
		make: (count) => list(count, (at) => "`".repeat((at % 300) + 1)).join(" "),
	},
	{
		number: "A28",
		name: "columns",
		make: (count) =>
			`${"|a".repeat(count)}|\n${"|-".repeat(count)}|\n${"|1".repeat(count)}|\n`,
	},
	{
		number: "A28",
		name: "definitions of links",
		make: (count) => list(count, (at) => `[a${at}]: /x`).join("\n"),
	},
	{ number: "A28", name: "fences", make: (count) => "```\n\n".repeat(count) },
	{
		number: "A29",
		name: "objects in JSON",
		make: (count) => answer(`${'{"a":'.repeat(count)}1${"}".repeat(count)}`),
	},
	{
		number: "A29",
		name: "open lists in JSON",
		make: (count) => answer("[".repeat(count)),
	},
	{
		number: "A29",
		name: "keys in JSON",
		make: (count) => answer(`{${list(count, (at) => `"k${at}":1`).join()}}`),
	},
	{
		number: "A29",
		name: "a key in JSON",
		make: (count) => answer(`{"${"k".repeat(count)}":1}`),
	},
	{
		number: "A29",
		name: "items in JSON",
		make: (count) => answer(`[${list(count, (at) => at).join()}]`),
	},
	{
		number: "A30",
		name: "a name",
		make: (count) => `## ${"a".repeat(count)}\n\n\`GET /a\`\n`,
	},
	{
		number: "A30",
		name: "words",
		make: (count) => `## A\n\n\`GET /a\`\n\n${"word ".repeat(count)}\n`,
	},
	{
		number: "A30",
		name: "lists within a type",
		make: (count) => returns(`${"array of ".repeat(count)}string`),
	},
	{
		number: "A30",
		name: "objects within a type",
		make: (count) =>
			returns(`${"object { a: ".repeat(count)}string${" }".repeat(count)}`),
	},
	{
		number: "A30",
		name: "parentheses of a type",
		make: (count) => returns(`${"(".repeat(count)}string${")".repeat(count)}`),
	},
	{
		number: "A30",
		name: "members of an enum",
		make: (count) =>
			`## A\n\n\`GET /a\`\n\n### Query parameters\n\n- \`a\` (string): One of ${list(count, (at) => `\`v${at}\``).join(", ")}\n`,
	},
	{
		number: "A30",
		name: "fields",
		make: (count) =>
			`## A\n\n\`GET /a\`\n\n### Query parameters\n\n${list(count, (at) => `- \`v${at}\` (string): text`).join("\n")}\n`,
	},
	{
		number: "A30",
		name: "endpoints",
		make: (count) =>
			list(count, (at) => `## Get a${at}\n\n\`GET /a${at}\`\n`).join("\n"),
	},
	{
		number: "A30",
		name: "parts of a path",
		make: (count) => `## A\n\n\`GET ${"/a".repeat(count)}\`\n`,
	},
	{
		number: "A30",
		name: "parameters of a path",
		make: (count) =>
			`## A\n\n\`GET ${list(count, (at) => `/{a${at}}`).join("")}\`\n`,
	},
	{ number: "A30", name: "headings", make: (count) => "# a\n".repeat(count) },
	{
		number: "A30",
		name: "headers of a call",
		make: (count) =>
			`## A\n\n\`GET /a\`\n\n\`\`\`sh\ncurl ${"-H 'a: b' ".repeat(count)}https://a.example/a\n\`\`\`\n`,
	},
];

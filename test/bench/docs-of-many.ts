import type { SourceText } from "../../generator/text/source.ts";

/** The docs of an API of our own, one operation a document: lists and items of ever more resources, all behind one login. */
export function docsOfMany(size: number): readonly SourceText[] {
	return Array.from({ length: size }, (_, at) => {
		const resource = `${words[at % words.length]}_${Math.floor(at / words.length / 4)}s`;
		const kind =
			kinds[Math.floor(at / words.length) % kinds.length] ?? kinds[0];
		return {
			file: `spec/${`${at}`.padStart(6, "0")}.md`,
			text: kind(resource),
		};
	});
}

const words = [
	...["hive", "bee", "queen", "frame", "swarm", "apiary", "honey", "meadow"],
	...["orchard", "tree", "fruit", "harvest", "barrel", "press", "cellar"],
];

const kinds = [list, create, read, remove] as const;

function list(resource: string): string {
	return `# ${resource}

## List ${resource}

**GET** \`/farms/{farm_id}/${resource}\`

All of them, page by page. Authorization: Bearer token.

### Query parameters

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| \`page\` | integer | no | Which page. |
| \`limit\` | integer | no | How many there are on a page, 100 at most. |
| \`state\` | string | no | One of \`new\`, \`kept\`, \`gone\`. |

### Responses

#### 200 One page

\`\`\`json
{ "items": [${sampleOf(resource)}], "total_pages": 3 }
\`\`\`
${failures}`;
}

function create(resource: string): string {
	return `# ${resource}

## Add to ${resource}

**POST** \`/farms/{farm_id}/${resource}\`

### Body

- \`name\` (string, required): What it is called.
- \`state\` (string): One of \`new\`, \`kept\`, \`gone\`.
- \`weight_${resource}\` (number): In kilograms.
- \`tags\` (array of string): Anything else.

### Responses

#### 201 What was added

\`\`\`json
${sampleOf(resource)}
\`\`\`
${failures}`;
}

function read(resource: string): string {
	return `# ${resource}

## Read one of ${resource}

**GET** \`/farms/{farm_id}/${resource}/{id}\`

### Path parameters

- \`farm_id\` (string, required): The farm.
- \`id\` (string, required): Which of them.

### Responses

#### 200 The one

\`\`\`json
${sampleOf(resource)}
\`\`\`
${failures}`;
}

function remove(resource: string): string {
	return `# ${resource}

## Remove one of ${resource}

**DELETE** \`/farms/{farm_id}/${resource}/{id}\`

### Path parameters

- \`farm_id\` (string, required): The farm.
- \`id\` (string, required): Which of them.

### Responses

#### 204 Gone
${failures}`;
}

function sampleOf(resource: string): string {
	return `{ "id": "a1", "name": "first", "state": "new", "weight_${resource}": 2.5, "tags": ["old"], "owner": { "id": "o1", "since": "2020-05-01" } }`;
}

const failures = `
#### 404 There is none

\`\`\`json
{ "error": { "code": "not_found", "message": "There is none" } }
\`\`\`
`;

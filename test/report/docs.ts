import { bundlePage } from "../../generator/page.mjs";
import { readDocs } from "../../generator/pipeline.ts";
import {
	type Method,
	makeReport,
	printPage,
	type ReportChanges,
} from "../../generator/report/index.ts";
import type { SourceText } from "../../generator/text/source.ts";

/** Small docs with one line of each kind. */
export const hives = `# Hives

Bees live in them.

## Read one hive

**GET** \`/hives/{hive_id}\`

### Query parameters

| Name | Type | Description |
| --- | --- | --- |
| \`queen\` | boolean | Whether to tell of the queen |

### Response 200

\`\`\`json
{
  "id": "*string*",
  "frames": 10
}
\`\`\`

# Seasons

| Season | Honey |
| --- | --- |
| spring | little |
`;

/** What is tried on those who look at docs in a browser. */
export const hostile = `# <script>globalThis.pwned = 1</script> --> <!-- ]]> </title><img src=x onerror="globalThis.pwned = 2">

## Read <b onclick="globalThis.pwned = 3">one</b> </script><script>globalThis.pwned = 4</script>

**GET** \`/hives/{hive_id}/"><svg/onload=globalThis.pwned=5>\`

[a](javascript:globalThis.pwned=6) [b](data:text/html,<script>globalThis.pwned=7</script>) [c](vbscript:x)
\u202Eturned\u202C \u2066apart\u2069 zero\u200Bwidth \u2028 soft\u00ADhyphen \u0007 \u001B[2J
<style>body{display:none}</style><base href="https://a.example/"><meta http-equiv="refresh" content="0;url=https://a.example/">

### Responses

#### 200 <iframe srcdoc="<script>parent.pwned = 8</script>"></iframe>

| Field | Type | Description |
| --- | --- | --- |
| \`__proto__\` | string | <script>globalThis.pwned = 9</script> |
| \`<img src=https://a.example/x.png>\` | string | --> ]]> <!-- <script> |
`;

/** A report over documents by name, as `docwright report` writes it. */
export async function reportOf(
	docs: Readonly<Record<string, string>>,
	more: {
		readonly methods?: ReadonlyMap<string, Method>;
		readonly changes?: ReportChanges;
	} = {},
): Promise<string> {
	return printPage(dataOf(docs, more), await bundlePage());
}

/** What such a report holds. */
export function dataOf(
	docs: Readonly<Record<string, string>>,
	more: Parameters<typeof reportOf>[1] = {},
) {
	const documents = Object.entries(docs).map(
		([file, text]): SourceText => ({ file, text }),
	);
	const reading = readDocs(documents);
	return makeReport({
		documents,
		reading,
		diagnostics: reading.diagnostics,
		...more,
	});
}

import fc from "fast-check";
import { expect, test } from "vitest";
import type { ApiModel, Operation } from "../../generator/model/types.ts";
import { readDocs } from "../../generator/pipeline.ts";

/** Two sets of things with nothing in common; tails and fields are the same for both. */
const own = ["hives", "queen_bees", "apiaries"];
const others = ["barns", "stable_doors", "meadows"];
const tails = ["notes", "settings", "rules", "events"];
const fields = ["name", "color", "weight", "opened_at", "rule", "note"];

const answer = fc.subarray(fields, { minLength: 2 });

function resource(words: readonly string[]) {
	return fc.record({
		scope: fc.constantFrom("", "/accounts/{account_id}"),
		word: fc.constantFrom(...words),
		tail: fc.option(fc.constantFrom(...tails)),
		answer,
		wrapped: fc.boolean(),
	});
}

interface Described {
	readonly scope: string;
	readonly word: string;
	readonly tail: string | null;
	readonly answer: readonly string[];
	readonly wrapped: boolean;
}

test("docs of other things rename no method and no type", () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(resource(own), { minLength: 1, selector: pathOf }),
			fc.uniqueArray(resource(others), { minLength: 1, selector: pathOf }),
			(mine, more) => {
				const alone = modelOf(mine);
				const together = modelOf([...mine, ...more]);
				const named = new Map(
					together.operations.map((one) => [one.id, namesOf(one)]),
				);
				for (const operation of alone.operations)
					expect(named.get(operation.id)).toEqual(namesOf(operation));
			},
		),
		{ numRuns: 60 },
	);
});

/** The name of the method and those of the types in its answer, wrappers aside: these may be shared from now on. */
function namesOf({ resource = [], name, responses }: Operation) {
	const types = JSON.stringify(responses).matchAll(
		/"kind":"reference","name":"([^"]+)"/g,
	);
	return {
		name: [...resource, name].join("."),
		types: [...types].flatMap(([, type]) => type ?? []),
	};
}

function modelOf(described: readonly Described[]): ApiModel {
	const docs = described.map((one, index) => ({
		file: `${one.word}-${one.tail ?? "all"}-${index}.md`,
		text: docOf(one),
	}));
	return readDocs(docs).model;
}

function docOf(one: Described): string {
	const path = pathOf(one);
	const thing = one.answer.map((name) => `"${name}": "*string*"`).join(", ");
	const body = one.wrapped ? `{ "thing": { ${thing} } }` : `{ ${thing} }`;
	const read = (method: string, at: string, shape: string) =>
		`## ${method} it\n\n**${method}** \`${at}\`\n\n### Responses\n\n#### 200 OK\n\n\`\`\`json\n${shape}\n\`\`\`\n`;
	return [
		"# Things\n",
		read("GET", path, `[${body}]`),
		read("POST", path, body),
		read("PUT", `${path}/{id}`, body),
	].join("\n");
}

function pathOf({ scope, word, tail }: Described): string {
	return `${scope}/${word}${tail === null ? "" : `/{${word}_id}/${tail}`}`;
}

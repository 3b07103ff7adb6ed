import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { optionNames } from "../../generator/code/option-names.ts";

const runtime = new URL("../../templates/runtime/options.ts", import.meta.url);

/** The members of `CoreOptions`, as the runtime declares them. */
function ownOptions(): readonly string[] {
	const text = readFileSync(fileURLToPath(runtime), "utf8");
	const [, body = ""] =
		/^export interface CoreOptions \{\n(.*?)^\}/ms.exec(text) ?? [];
	return [...body.matchAll(/^\treadonly (\w+)\?:/gm)].map(
		([, name = ""]) => name,
	);
}

test("a credential takes no name that an option of the client has", () => {
	const names = [...ownOptions(), "trustedOrigins"];
	expect(names).toContain("clock");
	const credentials = names.map((name) => ({
		name,
		kind: "apiKey",
		in: "header",
		parameter: name,
	}));
	const options = optionNames(credentials);
	for (const credential of credentials)
		expect(options.get(credential)).not.toBe(credential.name);
});

test("credentials that are sent alike are one option", () => {
	const key = { name: "api_key", kind: "apiKey", in: "header", parameter: "K" };
	const twin = { ...key };
	const other = { ...key, in: "query" };
	expect([...optionNames([key, twin, other]).values()]).toEqual([
		"apiKey",
		"apiKey",
		"apiKey2",
	]);
});

import { expect, test } from "vitest";
import { environmentPrefix } from "../../generator/emitters/client/environment.ts";
import { sample } from "../models/sample.ts";

test.each([
	[["LIBRARY_API_TOKEN", "LIBRARY_API_EMAIL"], "LIBRARY_API"],
	[["LIBRARY_TOKEN", "LIBRARY_API_EMAIL"], "LIBRARY"],
	[["LIBRARY_API_TOKEN"], "LIBRARY"],
	[["LIBRARY_TOKEN", "LIBRARY_TOKEN"], "LIBRARY"],
	[["TOKEN", "EMAIL"], "THE_TOWN_S_LIBRARY"],
	[[], "THE_TOWN_S_LIBRARY"],
])("%j give %s", (names, prefix) => {
	const [scheme] = sample.security;
	const [credential] = scheme?.credentials ?? [];
	if (!scheme || !credential) throw new Error("the sample has a credential");
	const { environment, ...bare } = credential;
	expect(environment).toBeDefined();
	const credentials = names.map((name) => ({ ...bare, environment: name }));
	expect(
		environmentPrefix({
			...sample,
			title: "The town's library!",
			security: [{ ...scheme, credentials }],
		}),
	).toBe(prefix);
});

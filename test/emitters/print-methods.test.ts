import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { printMethods } from "../../generator/emitters/index.ts";
import { parseModel } from "../../generator/model/parse.ts";
import { loadAssets } from "../../generator/output/assets.ts";
import { filesIn } from "../output/folder.ts";

const generated = fileURLToPath(new URL("../../generated", import.meta.url));

test("methods are printed as the client declares them, with a call of each", async () => {
	const model = parseModel(readFileSync(`${generated}/model.json`, "utf8"));
	const methods = printMethods(model, {
		className: "Client",
		assets: await loadAssets(),
	});
	expect(methods.map(({ id }) => id).sort()).toEqual(
		model.operations.map(({ id }) => id).sort(),
	);
	const source = filesIn(generated)
		.filter((file) => file.startsWith("src/resources/"))
		.map((file) => readFileSync(`${generated}/${file}`, "utf8"))
		.join("\n");
	for (const { name, signature, call } of methods) {
		const member = name.split(".").at(-1) ?? "";
		expect(signature.startsWith(`${name}(`)).toBe(true);
		const declared = `\t${member}${signature.slice(name.length)};\n`;
		expect(source).toContain(declared);
		expect(call.startsWith(`client.${name}(`)).toBe(true);
	}
});

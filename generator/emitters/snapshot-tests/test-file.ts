import { banner } from "../../code/banner.ts";
import { type Code, code, joinCode } from "../../code/code.ts";
import { stringLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import type { ApiModel } from "../../model/types.ts";
import type { OutputFile } from "../../text/output-file.ts";
import type { TestCase, TestSuite } from "./suites.ts";

/** The file of a suite. It holds names and paths alone: what the docs say is in the fixtures and snapshots. */
export function testFile(
	model: ApiModel,
	{ path, resource, credentials, cases }: TestSuite,
): OutputFile {
	const toTests = "../".repeat(path.length - 1) || "./";
	const toSource = "../".repeat(path.length);
	const opened = [code`new Client(options)`, ...resource.map(identifier)];
	const options = new Map(
		credentials.map(({ option, value }) => [option, value]),
	);
	const given = [...options].map(
		([option, value]) => code`, ${identifier(option)}: ${stringLiteral(value)}`,
	);
	const walks = cases.some(({ kind }) => kind === "walk");
	const harness = [code`exchange`, code`load`, ...(walks ? [code`walk`] : [])];
	const parts = [
		banner(model),
		code`import { expect, test } from "vitest";`,
		code`import Client from ${stringLiteral(`${toSource}src/index.js`)};`,
		code`import { ${joinCode(harness, code`, `)} } from ${stringLiteral(`${toTests}server.js`)};`,
		code``,
		code`const open = (baseURL: string) => {`,
		code`	const options = { baseURL, maxRetries: 0${given} };`,
		code`	return ${joinCode(opened, code`.`)};`,
		code`};`,
		code`type Resource = ReturnType<typeof open>;`,
		...cases.flatMap((each) => [code``, testOf(each, toTests)]),
	];
	return {
		path: `test/${path.join("/")}.test.ts`,
		text: `${joinCode(parts, code`\n`)}\n`,
	};
}

function testOf(
	{ title, kind, member, request, response, snapshot }: TestCase,
	toTests: string,
): Code {
	const path = stringLiteral(`${toTests}snapshots/${snapshot}.json`);
	const call = code`open(baseURL).${identifier(member)}(...given)`;
	const seen =
		kind === "call"
			? code`exchange(${stringLiteral(response)}, (baseURL) => ${call})`
			: code`walk(${stringLiteral(response)}, (baseURL) => ${call}.toArray())`;
	return code`test(${stringLiteral(title)}, async () => {
	const given = await load<Parameters<Resource[${stringLiteral(member)}]>>(${stringLiteral(request)});
	const seen = await ${seen};
	await expect(seen).toMatchFileSnapshot(${path});
});`;
}

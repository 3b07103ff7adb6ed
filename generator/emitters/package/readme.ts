import { bannerLines } from "../../code/banner.ts";
import { type Code, code, joinCode } from "../../code/code.ts";
import { stringLiteral } from "../../code/literal.ts";
import {
	markdownCode,
	markdownFence,
	markdownText,
} from "../../code/markdown-text.ts";
import { memberPaths } from "../../code/member-paths.ts";
import { optionNames } from "../../code/option-names.ts";
import { identifier } from "../../code/property.ts";
import { type Holes, render } from "../../code/template.ts";
import { callOf } from "../../model/call.ts";
import { defaultServer } from "../../model/default-server.ts";
import { pageTurnOf } from "../../model/page-turn.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import { exampleCall } from "./example.ts";
import type { PackageEmitterOptions } from "./options.ts";

/** The README of the package: how to install it, to make a client in each way, and to call each resource. */
export function readme(
	model: ApiModel,
	{ name, docs, className = "Client" }: PackageEmitterOptions,
): string {
	const calls = model.operations.map((operation) => callOf(model, operation));
	const paths = memberPaths(calls.map(({ path }) => path));
	const methods = model.operations.map((operation, index) => ({
		operation,
		members: paths[index]?.members ?? [],
	}));
	const client = { name, className, model };
	return render("package/README", {
		banner: markdownText(bannerLines(model).join(" ")),
		title: markdownText(model.title),
		name: markdownText(name),
		core: markdownCode(`${name}/core`),
		functions: markdownCode(`${name}/functions`),
		schemes: schemesOf(client),
		environment: environmentOf(model),
		examples: examplesOf(model, methods),
		list: listOf(model, methods),
		methods: methods.map(({ operation, members }) => ({
			path: markdownCode(members.join(".")),
			request: markdownCode(operation.id),
			summary: markdownText(operation.summary ?? ""),
		})),
		silences: methods.flatMap(silencesOf),
		docs: docs === undefined ? false : markdownText(docs),
	});
}

interface Method {
	readonly operation: Operation;
	readonly members: readonly string[];
}

interface Client {
	readonly model: ApiModel;
	readonly name: string;
	readonly className: string;
}

/** One way to make a client for each scheme, credentials given in code. */
function schemesOf({ model, name, className }: Client): readonly Holes[] {
	const credentials = model.security.flatMap((scheme) => scheme.credentials);
	const options = optionNames(credentials);
	const base: readonly Code[] =
		defaultServer(model) !== undefined
			? []
			: [code`baseURL: ${stringLiteral("https://api.example.com")}`];
	const fence = (given: readonly Code[]) => {
		const made =
			given.length > 0 ? code`{ ${joinCode(given, code`, `)} }` : code``;
		const type = identifier(className);
		return markdownFence(
			"ts",
			code`import { ${type} } from ${stringLiteral(name)};\n\nconst client = new ${type}(${made});\n`,
		);
	};
	if (model.security.length === 0)
		return [{ title: false, fence: fence(base) }];
	return model.security.map(({ title, credentials }) => {
		const given = credentials.map((credential) => {
			const option = identifier(options.get(credential) ?? "");
			return code`${option}: ${stringLiteral("…")}`;
		});
		return {
			title: code`${markdownText(title)}:`,
			fence: fence([...base, ...given]),
		};
	});
}

/** Which variables are read where an option is left out. */
function environmentOf({ security }: ApiModel): Code {
	const names = security
		.flatMap(({ credentials }) => credentials)
		.flatMap(({ environment }) => environment ?? [])
		.map(markdownCode);
	return names.length === 0
		? code`Keep credentials out of the source: read them from where your program keeps its secrets.`
		: code`What is left out is read from the environment: ${joinCode([...new Set(names)], code`, `)}.`;
}

/** One call for each resource: one that reads where there is one. */
function examplesOf(
	model: ApiModel,
	methods: readonly Method[],
): readonly Holes[] {
	const byResource = new Map<string, Method[]>();
	for (const method of methods) {
		const resource = method.members.slice(0, -1).join(".");
		byResource.set(resource, [...(byResource.get(resource) ?? []), method]);
	}
	return [...byResource].flatMap(([resource, all]) => {
		const [first] = all;
		const chosen =
			all.find(({ operation }) => operation.method === "GET") ?? first;
		if (chosen === undefined) return [];
		const { operation, members } = chosen;
		const call = exampleCall(model, operation, members);
		return [
			{
				title: markdownCode(resource === "" ? "client" : resource),
				fence: markdownFence("ts", code`console.log(await ${call});\n`),
			},
		];
	});
}

/** A walk over the first list that has pages. */
function listOf(model: ApiModel, methods: readonly Method[]): Code | false {
	const list = methods.find(({ operation }) => pageTurnOf(model, operation));
	if (list === undefined) return false;
	const call = exampleCall(model, list.operation, list.members);
	return markdownFence(
		"ts",
		code`for await (const item of ${call}) console.log(item);\n`,
	);
}

/** What a caller would want to know of a method and the docs do not say. */
function silencesOf({ operation, members }: Method): readonly Code[] {
	const { body, responses } = operation;
	const path = markdownCode(members.join("."));
	const success = responses.filter(({ status }) => !/^[345]/.test(status));
	const silences: Code[] = [];
	if (body?.suggested === true || body?.shape.kind === "unknown")
		silences.push(code`${path}: what the body of the request holds.`);
	if (success.length === 0)
		silences.push(code`${path}: what a success answers.`);
	else if (success.some(({ shape }) => shape?.kind === "unknown"))
		silences.push(code`${path}: what the response holds.`);
	return silences;
}

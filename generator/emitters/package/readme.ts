import { bannerLines } from "../../code/banner.ts";
import { type Code, code, joinCode } from "../../code/code.ts";
import { stringLiteral } from "../../code/literal.ts";
import {
	markdownCode,
	markdownComment,
	markdownFence,
	markdownText,
} from "../../code/markdown-text.ts";
import { optionNames } from "../../code/option-names.ts";
import { identifier } from "../../code/property.ts";
import { render } from "../../code/template.ts";
import type { ReadmeView } from "../../code/views.ts";
import { defaultServer } from "../../model/default-server.ts";
import { encodingOf } from "../../model/encoding.ts";
import { pageTurnOf } from "../../model/page-turn.ts";
import { streamAnswer } from "../../model/stream-answer.ts";
import type { ApiModel, Body, Shape } from "../../model/types.ts";
import { shapesIn, shapesOf } from "../../model/walk.ts";
import { exampleCall } from "./example.ts";
import { type Method, methodsOf } from "./methods.ts";
import type { PackageEmitterOptions } from "./options.ts";

/** The README of the package: how to install it, to make a client in each way, and to call each resource. */
export function readme(
	model: ApiModel,
	{
		name,
		docs,
		attribution,
		className = "Client",
		zod = false,
		templates,
	}: PackageEmitterOptions,
): string {
	const client = { name, className, model };
	const examples = examplesOf(model);
	return render(
		"README",
		{
			banner: markdownComment(bannerLines(model).join(" ")),
			title: markdownText(model.title),
			name: markdownText(name),
			core: markdownCode(`${name}/core`),
			functions: markdownCode(`${name}/functions`),
			schemas: markdownCode(`${name}/schemas`),
			validating: validatingOf(client),
			validation: markdownCode(
				'createClient({ validate: "throw" }, [validation(schemas)])',
			),
			testing: markdownCode(`${name}/testing`),
			fake: markdownCode(fakeOf(model)),
			schemes: schemesOf(client),
			environment: environmentOf(model),
			resources: markdownCode(`${name}/resources/…`),
			examples: examples.slice(0, shownExamples),
			others: examples.length > shownExamples,
			list: listOf(model),
			streams: model.operations.some((one) => streamAnswer(model, one)),
			files: model.operations.some(({ body }) => body && takesFiles(body)),
			base64: [...shapesOf(model)].some(({ shape }) => hasBytes(shape)),
			zod: zod && markdownCode(`${name}/zod`),
			docs: docs === undefined ? false : markdownText(docs),
			attribution:
				attribution === undefined ? false : markdownText(attribution),
		},
		templates,
	);
}

function takesFiles({ mediaType }: Body): boolean {
	return /^(?:multipart|raw)$/.test(encodingOf(mediaType));
}

function hasBytes(root: Shape): boolean {
	return [...shapesIn(root)].some(
		({ shape }) => shape.kind === "string" && shape.format === "byte",
	);
}

/** As many show how things are called; `api.md` has a list of all. */
const shownExamples = 20;

/** `fakeFetch({ "hives.get": 404 })`, with the name of a method that there is. */
function fakeOf(model: ApiModel): string {
	const [first] = methodsOf(model);
	const given = first && `{ ${JSON.stringify(first.members.join("."))}: 404 }`;
	return `fakeFetch(${given ?? ""})`;
}

interface Client {
	readonly model: ApiModel;
	readonly name: string;
	readonly className: string;
}

/** One way to make a client for each scheme, credentials given in code. */
function schemesOf({ model, name, className }: Client): ReadmeView["schemes"] {
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

/** A client that holds calls to the docs. */
function validatingOf({ model, name, className }: Client): Code {
	const type = identifier(className);
	const base =
		defaultServer(model) === undefined
			? code`baseURL: ${stringLiteral("https://api.example.com")}, `
			: code``;
	return markdownFence(
		"ts",
		code`import { ${type} } from ${stringLiteral(name)};
import * as schemas from ${stringLiteral(`${name}/schemas`)};

const client = new ${type}({ ${base}validate: "throw", schemas });
`,
	);
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
function examplesOf(model: ApiModel): ReadmeView["examples"] {
	const byResource = new Map<string, Method[]>();
	for (const method of methodsOf(model)) {
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
function listOf(model: ApiModel): Code | false {
	const list = methodsOf(model).find(({ operation }) =>
		pageTurnOf(model, operation),
	);
	if (list === undefined) return false;
	const call = exampleCall(model, list.operation, list.members);
	return markdownFence(
		"ts",
		code`for await (const item of ${call}) console.log(item);\n`,
	);
}

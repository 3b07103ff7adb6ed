import { bannerLines } from "../../code/banner.ts";
import { type Code, code, joinCode } from "../../code/code.ts";
import {
	markdownCode,
	markdownFile,
	markdownLink,
	markdownProse,
	markdownText,
} from "../../code/markdown-text.ts";
import { memberPaths } from "../../code/member-paths.ts";
import { callOf } from "../../model/call.ts";
import type { ApiModel } from "../../model/types.ts";
import type { Emitter } from "../emitter.ts";
import { fieldTable, innerFields } from "./fields.ts";
import { type Method, resourcePage } from "./resource-page.ts";
import { limitText, typeText } from "./type-text.ts";

export interface LlmsEmitterOptions {
	/** The package's name. */
	readonly name: string;
	/** Whether the package has an OpenAPI document. */
	readonly openapi: boolean;
}

/**
 * Makes `llms.txt` (https://llmstxt.org), which leads language models to what they need to write calls, and a page of
 * Markdown for each resource and one for all named types.
 */
export function llmsEmitter(options: LlmsEmitterOptions): Emitter {
	return {
		name: "llms",
		emit(model) {
			const pages = pagesOf(model);
			return [
				{ path: "llms.txt", text: indexOf(model, pages, options) },
				...pages.map(({ path, title, methods }) => ({
					path,
					text: withBanner(model, resourcePage(model, title, methods)),
				})),
				...(model.shapes.length > 0
					? [{ path: typesPath, text: withBanner(model, typesPage(model)) }]
					: []),
			];
		},
	};
}

/** The methods of one resource, and the file that describes them. */
interface Page {
	readonly path: string;
	/** `client.hives` */
	readonly title: string;
	readonly methods: readonly Method[];
}

const typesPath = "llms/types.md";

function pagesOf(model: ApiModel): readonly Page[] {
	const paths = memberPaths(
		model.operations.map((operation) => callOf(model, operation).path),
	);
	const pages = new Map<string, Page & { readonly methods: Method[] }>();
	for (const [at, operation] of model.operations.entries()) {
		const { members = [], files = [] } = paths[at] ?? {};
		const way = files.slice(0, -1).join("/");
		const path = way === "" ? "llms/client.md" : `llms/resources/${way}.md`;
		const title = ["client", ...members.slice(0, -1)].join(".");
		const page = pages.get(path) ?? { path, title, methods: [] };
		page.methods.push({ operation, members });
		pages.set(path, page);
	}
	return [...pages.values()];
}

/** A title, a summary as a quotation, and lists of links; what comes last is for those who have room for it. */
function indexOf(
	model: ApiModel,
	pages: readonly Page[],
	{ name, openapi }: LlmsEmitterOptions,
): Code {
	const title = markdownText(model.title);
	const links = pages.map(({ path, title, methods }) => {
		const names = methods.map(({ members }) =>
			markdownCode(members.at(-1) ?? ""),
		);
		const link = markdownLink(markdownCode(title), path);
		return code`- ${link}: ${joinCode(names, code`, `)}`;
	});
	const optional = [
		...(model.shapes.length > 0
			? [
					code`- ${markdownLink(code`Types`, typesPath)}: the fields of all types that have a name`,
				]
			: []),
		code`- [Methods](api.md): all methods in one table, and what the docs leave open`,
		...(openapi
			? [code`- [OpenAPI](openapi.json): the API itself, as OpenAPI 3.1`]
			: []),
	];
	return markdownFile([
		code`# ${title}`,
		code`> A typed TypeScript client for ${title}, package ${markdownCode(name)}. Each call is \`client.resource.method(id, params, options)\`: the last parameter of the path by position, everything else in one object under its name on the wire. A call is a promise of the data, and rejects with an \`ApiError\` that has \`status\` and \`errors\`.`,
		code`## Client`,
		code`- [README](README.md): making a client, credentials, errors, retries, pages, tests`,
		code`## Resources`,
		joinCode(links, code`\n`),
		code`## Optional`,
		joinCode(optional, code`\n`),
	]);
}

function typesPage({ shapes }: ApiModel): readonly Code[] {
	return [
		code`# Types`,
		...shapes.flatMap(({ name, shape, description = "" }) => {
			const limit = limitText(shape);
			const also = limit === "" ? code`` : code`, ${markdownText(limit)}`;
			return [
				code`## ${markdownCode(name)}`,
				markdownProse(description),
				shape.kind === "object"
					? code``
					: code`${markdownCode(typeText(shape))}${also}`,
				fieldTable(innerFields(shape, ""), "Field"),
			];
		}),
	];
}

function withBanner(model: ApiModel, blocks: readonly Code[]): Code {
	const top = markdownText(bannerLines(model).join(" "));
	return markdownFile([code`<!-- ${top} -->`, ...blocks]);
}

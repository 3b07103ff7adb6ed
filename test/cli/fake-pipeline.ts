import type { Pipeline } from "../../generator/cli/context.ts";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import type { Operation } from "../../generator/model/types.ts";
import type { CoveredBlock } from "../../generator/reading/covered-block.ts";
import { countLines } from "../../generator/reading/line-counts.ts";
import { openSource, type SourceText } from "../../generator/text/source.ts";

/**
 * A pipeline that is simple enough to see through: a line `GET /path` is an operation, `? text` is unread, `! text` is a
 * warning, `# text` is the title, and `@ text` is a fault of ours. The output is one file for each operation and one of all.
 */
export const fakePipeline: Pipeline = {
	readDocs(docs, options) {
		const { report, diagnostics } = createReporter();
		const operations: Operation[] = [];
		let title = "Untitled";
		const coverage = docs.map((document) => {
			const blocks: CoveredBlock[] = [];
			for (const { text, span } of linesOf(document)) {
				const [mark, rest = ""] = text.split(/ (.*)/s);
				if (mark === "@") throw new Error(rest);
				if (mark === "#") {
					title = rest;
					blocks.push({ span, became: "prose", what: "title" });
				}
				if (mark === "!") report("type/unknown", span, { type: rest });
				if (mark === "?") blocks.push({ span, became: "unread", what: rest });
				if (mark === "GET") {
					operations.push(operationAt(rest, span));
					blocks.push({ span, became: "read", what: "endpoint" });
				}
			}
			return {
				file: document.file,
				dialects: ["fake"],
				operations: blocks.filter(({ became }) => became === "read").length,
				fields: 0,
				lines: countLines(openSource(document), blocks),
				blocks,
			};
		});
		const model = {
			version: 1,
			title: options?.title ?? title,
			documents: docs.map(({ file }) => file),
			servers: [],
			security: [],
			resources: [],
			operations,
			shapes: [],
		} as const;
		return { model, diagnostics: diagnostics(), coverage, silences: [] };
	},
	async defaultEmitters({
		package: { name, version },
		className,
		definitions = "",
	}) {
		return [
			{
				name: "client",
				emit: ({ operations }) => [
					{
						path: "package.json",
						text: `${[`${name}@${version}`, className, definitions].join(" ").trimEnd()}\n`,
					},
					...operations.map(({ id, name = "", summary = "" }) => ({
						path: `src/${name}.ts`,
						text: `${id}\n${summary}\n`,
					})),
				],
			},
			{
				name: "openapi",
				emit: ({ title, operations }) => [
					{
						path: "openapi.json",
						text: `${JSON.stringify([title, ...operations.map(({ id }) => id)])}\n`,
					},
				],
			},
		];
	},
	async printMethods({ model }, { className }) {
		return model.operations.map(({ id, name = "" }) => ({
			id,
			name: `all.${name}`,
			signature: `all.${name}(): ${className}`,
			call: `client.all.${name}()`,
			file: "src/all.ts",
			owner: "All",
		}));
	},
	emitFiles({ model }, emitters) {
		const { report, diagnostics } = createReporter();
		const files = emitters.flatMap(({ emit }) => emit(model, report));
		return { files, diagnostics: diagnostics() };
	},
};

function linesOf(document: SourceText) {
	return openSource(document).lines;
}

/** `/things a summary` */
function operationAt(
	rest: string,
	span: Operation["origins"][0]["span"],
): Operation {
	const [path = "", summary = ""] = rest.split(/ (.*)/s);
	const name = path.replaceAll(/\W/g, "");
	return {
		id: `GET ${path}`,
		method: "GET",
		path: [],
		resource: ["all"],
		name,
		summary,
		parameters: [],
		responses: [],
		examples: [],
		places: [],
		origins: [{ span, basis: "stated" }],
	};
}

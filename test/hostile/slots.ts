import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReadOptions } from "../../generator/pipeline.ts";
import type { SourceText } from "../../generator/text/source.ts";

/** A place that text from the docs can stand in. */
export interface Slot {
	/** `tables row text`: the document, and what the text is there. */
	readonly name: string;
	/** What stands there in docs that mean no harm. */
	readonly harmless: string;
	/** The documents with this text in the place, as it is. */
	readonly docs: (text: string) => readonly SourceText[];
	readonly options?: (text: string) => ReadOptions;
}

const folder = fileURLToPath(new URL("docs/", import.meta.url));
const hole = /\[\[([a-z ]+): ((?:[^[\]]|\[[^[\]]*\])*)\]\]/g;

const documents = readdirSync(folder)
	.sort()
	.map((file) => ({ file, template: readFileSync(folder + file, "utf8") }));

/** Every hole of every document in `docs/`, and what stands around the documents. */
export const slots: readonly Slot[] = [
	...documents.flatMap(({ file, template }) => slotsOf(file, template)),
	...documents.map(({ file, template }) => ({
		name: `${file} file name`,
		harmless: file,
		docs: (text: string) => [
			{
				file: `docs/${text}${file.slice(file.indexOf("."))}`,
				text: fill(template),
			},
		],
	})),
	...documents.slice(0, 1).flatMap(({ file, template }) => {
		const docs = () => [{ file, text: fill(template) }];
		return [
			{
				name: "config title",
				harmless: "Orchards",
				docs,
				options: (title: string) => ({ title }),
			},
			{
				name: "config base url",
				harmless: "https://orchard.example/v1",
				docs,
				options: (baseURL: string) => ({ baseURL }),
			},
		];
	}),
];

function slotsOf(file: string, template: string): readonly Slot[] {
	return [...template.matchAll(hole)].map(
		([, what = "", harmless = ""], at) => ({
			name: `${file} ${what}`,
			harmless,
			docs: (text) => [{ file, text: fill(template, at, text) }],
		}),
	);
}

/** The template with one hole filled with `text`, and the others with what is harmless. */
function fill(template: string, at = -1, text = ""): string {
	let count = 0;
	return template.replace(hole, (_, __, harmless: string) =>
		count++ === at ? text : harmless,
	);
}

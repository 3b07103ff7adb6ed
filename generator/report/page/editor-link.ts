import type { Served } from "../data.ts";
import { element } from "./dom.ts";

/** A link that opens a place in the editor of the person who looks, where the page knows one. */
export function editorLink(
	served: Served | undefined,
	[document, line]: readonly [number, number, ...unknown[]],
	column: number,
): HTMLElement | undefined {
	const path = served?.paths[document];
	if (served?.editor === undefined || !path) return undefined;
	const values: Readonly<Record<string, string>> = {
		path: path
			.split(/[\\/]/)
			.filter((part) => part !== "")
			.map(encodeURIComponent)
			.join("/"),
		line: `${line}`,
		column: `${column}`,
	};
	const href = served.editor.replace(
		/\{(path|line|column)\}/g,
		(_, name: string) => values[name] ?? "",
	);
	return element("a", { class: "editor", href }, "Open in the editor");
}

import { UsageError } from "./exit.ts";

/** How editors are asked to open a place: the path from the root, percent-encoded, without its first slash. */
const editors: Readonly<Record<string, string>> = {
	vscode: "vscode://file/{path}:{line}:{column}",
	"vscode-insiders": "vscode-insiders://file/{path}:{line}:{column}",
	vscodium: "vscodium://file/{path}:{line}:{column}",
	cursor: "cursor://file/{path}:{line}:{column}",
	zed: "zed://file/{path}:{line}:{column}",
	idea: "idea://open?file=/{path}&line={line}&column={column}",
};

/** Schemes that do something in a browser, and open no editor. */
const ofBrowsers =
	/^(?:javascript|data|vbscript|blob|file|filesystem|https?|wss?|ftp|about|view-source|chrome\S*):/i;

/** The address that opens a place in an editor, with holes for it: of an editor that is known, or as it was given. */
export function editorLink(editor: string): string {
	const known = Object.hasOwn(editors, editor) ? editors[editor] : undefined;
	if (known !== undefined) return known;
	const isLink =
		/^[a-z][a-z0-9+.-]*:[!-~]*\{path\}[!-~]*$/i.test(editor) &&
		!ofBrowsers.test(editor);
	if (isLink) return editor;
	throw new UsageError({
		message: `--editor cannot be ${editor}`,
		help: `Name one of ${Object.keys(editors).join(", ")}, or give the address of another with {path}, {line} and {column} in it`,
	});
}

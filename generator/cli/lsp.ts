import { generatorVersion } from "../output/installation.ts";

/** `docwright lsp`: speaks the Language Server Protocol over stdin and stdout until the editor ends it. */
export async function lsp(): Promise<never> {
	const { serveEditor } = await import("./lsp-server.ts");
	const { stdin, stdout } = process;
	serveEditor({ input: stdin, output: stdout }, await generatorVersion());
	return new Promise(() => {});
}

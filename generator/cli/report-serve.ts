import type { Context } from "./context.ts";
import { editorLink } from "./editor-link.ts";
import type { ExitCode } from "./exit.ts";
import { followDocs } from "./follow-docs.ts";
import type { Interrupted } from "./interrupt.ts";
import { orRefuse } from "./local-server.ts";
import { writeDiagnostics } from "./messages.ts";
import { numberOf } from "./number-option.ts";
import { makePage } from "./report-page.ts";
import type { ReportServer } from "./report-server.ts";
import { printSummary } from "./summary.ts";

export interface ServeFlags {
	readonly config?: string;
	readonly strict?: boolean;
	readonly quiet?: boolean;
	readonly compare?: string;
	readonly port?: string;
	/** An editor, or the address that opens a place in one. */
	readonly editor?: string;
}

/** `docwright report --serve`: shows the page to a browser on this machine, and a new one after each change of the docs. */
export async function serveReports(
	patterns: readonly string[],
	{ port = "4011", editor, compare, ...flags }: ServeFlags,
	context: Context,
): Promise<ExitCode | Interrupted> {
	const { io } = context;
	const number = numberOf("--port", port, 65_535);
	const link = editor === undefined ? undefined : editorLink(editor);
	let server: ReportServer | undefined;
	try {
		return await followDocs(patterns, flags, context, async (settings) => {
			const started = performance.now();
			const { project, html } = await makePage(settings, context, {
				...(compare !== undefined && { compare }),
				served: { ...(link !== undefined && { editor: link }) },
			});
			await writeDiagnostics(project, io, flags.quiet === true);
			if (server === undefined) {
				const { serveReport } = await import("./report-server.ts");
				const start = async () => {
					server = await serveReport(number);
					return server;
				};
				const { url } = await orRefuse("127.0.0.1", start);
				io.stdout.write(`Listening on ${url}\n`);
			}
			server?.show(html ?? "There are no documents to show\n");
			if (flags.quiet === true) return;
			const milliseconds = performance.now() - started;
			io.stderr.write(printSummary({ project, milliseconds }));
		});
	} finally {
		await server?.close();
	}
}

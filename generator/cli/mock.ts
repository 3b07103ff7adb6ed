import { once } from "node:events";
import { visibleLine } from "../diagnostics/visible.ts";
import { createMock, faultsAtRate, redactModel } from "../mock/index.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { type Io, writeJsonLine } from "./io.ts";
import { orRefuse } from "./local-server.ts";
import { writeDiagnostics } from "./messages.ts";
import type { LogLine } from "./mock-server.ts";
import { numberOf } from "./number-option.ts";
import { openSettings } from "./open-settings.ts";
import { isFailed, readProject } from "./project.ts";
import type { Flags } from "./settings.ts";

export interface MockFlags extends Flags {
	readonly host?: string;
	readonly port?: string;
	readonly delay?: string;
	readonly faultRate?: string;
	readonly maxBody?: string;
	readonly json?: boolean;
	readonly quiet?: boolean;
}

/** `docwright mock`: answers requests as the docs say, until a signal ends it. */
export async function mock(
	patterns: readonly string[],
	flags: MockFlags,
	context: Context,
): Promise<ExitCode> {
	const { io } = context;
	const numbers = {
		port: numberOf("--port", flags.port ?? "4010", 65_535),
		delay: numberOf("--delay", flags.delay ?? "0", 300_000),
		maxBody: numberOf("--max-body", flags.maxBody ?? "1000000", 2 ** 30),
	};
	const rate = numberOf(
		"--fault-rate",
		flags.faultRate ?? "0",
		1,
		/^\d*\.?\d+$/,
	);
	const settings = await openSettings(patterns, flags, io);
	const project = await readProject(settings, context);
	const { reading, diagnostics } = project;
	await writeDiagnostics(project, io, flags.quiet === true);
	if (reading === undefined || isFailed(diagnostics, settings.strict))
		return exitCodes.docs;
	const { model } = redactModel(reading.model);
	const credentials = model.security
		.flatMap((scheme) => scheme.credentials)
		.flatMap((each) => (each.in === "query" ? each.parameter : []));
	const server = await orRefuse(flags.host ?? "127.0.0.1", () =>
		import("./mock-server.ts").then(({ startServer }) =>
			startServer(createMock(model), {
				...numbers,
				host: flags.host ?? "127.0.0.1",
				nextFault: faultsAtRate(rate),
				log: (line) => {
					const shown = { ...line, target: conceal(line.target, credentials) };
					if (flags.json === true) writeJsonLine(io.stdout, shown);
					else if (flags.quiet !== true) io.stdout.write(lineOf(shown));
				},
			}),
		),
	);
	announce(server.url, model.operations.length, flags, io);
	await Promise.race(
		["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)),
	);
	await server.close();
	return exitCodes.ok;
}

function announce(
	url: string,
	operations: number,
	{ json, quiet }: MockFlags,
	io: Io,
): void {
	if (json === true) writeJsonLine(io.stdout, { url, operations });
	else io.stdout.write(`Listening on ${url}\n`);
	if (quiet === true) return;
	io.stderr.write(
		`Answers ${operations} operation${operations === 1 ? "" : "s"} as the docs do, each page of a list alike; Ctrl+C ends it\n`,
	);
}

/** `POST /hives 400 3 ms  body.name is missing` */
function lineOf({
	method,
	target,
	status,
	milliseconds,
	fault,
	issues,
	note,
}: LogLine): string {
	const remarks = [
		...(fault === undefined ? [] : [fault]),
		...issues.map(({ path, message }) => `${path} ${message}`),
		...(issues.length > 0 || note === undefined ? [] : [note]),
	].join("; ");
	const line = `${method} ${target} ${status} ${milliseconds} ms  ${remarks}`;
	return `${visibleLine(line.trimEnd())}\n`;
}

/** A target without the credentials that its query holds. */
function conceal(target: string, names: readonly string[]): string {
	return target.replace(/([?&])([^=&]*)=[^&]*/g, (whole, mark, name) => {
		const [[read = ""] = []] = [...new URLSearchParams(`${name}=`)];
		return names.includes(read) ? `${mark}${name}=…` : whole;
	});
}

import { Argument, Command, Option } from "commander";
import type { Context } from "./context.ts";
import { addDocsCommand } from "./docs-command.ts";
import { UsageError } from "./exit.ts";
import { exportFormats } from "./export-formats.ts";
import { generate } from "./generate.ts";
import { helpTexts } from "./help-texts.ts";
import { outputStyles } from "./output-style.ts";
import { shells } from "./shells.ts";

/** Hears the exit status of the command that was run. */
type Done = (status: number) => void;

/** What can be asked for on the command line, and what answers it. */
export function commandLine(
	context: Context,
	version: string,
	done: Done,
): Command {
	const { stdout, stderr } = context.io;
	const program = new Command("docwright")
		.description("Reads Markdown endpoint docs, writes a typed client.")
		.version(version)
		.exitOverride()
		.configureOutput({ writeOut: stdout.write, writeErr: stderr.write })
		.showHelpAfterError("(docwright --help lists what there is)")
		.hook("preAction", (_, command) =>
			context.progress?.start(command.name(), command.opts()),
		);
	addGenerate(program, context, done);
	addInputs(program, context, done);
	addInspect(program, context, done);
	addExport(program, context, done);
	addDiff(program, context, done);
	addRelease(program, context, done);
	addPull(program, context, done);
	addInit(program, context, done);
	addMock(program, context, done);
	addReport(program, context, done);
	addLsp(program);
	addCompletion(program, context, done);
	for (const command of program.commands)
		command.showHelpAfterError(
			`(docwright ${command.name()} --help lists what there is)`,
		);
	return program;
}

function addGenerate(program: Command, context: Context, done: Done): void {
	addDocsCommand(program, "generate")
		.description("write the client, its fixtures and its tests")
		.option("-o, --out <folder>", "the output folder (default: generated)")
		.addOption(
			new Option(
				"--check",
				"write nothing; exit 3 if the output would change",
			).conflicts("dryRun"),
		)
		.option("--dry-run", "write nothing; list what would be written")
		.option("--force", "give up what was edited by hand in generated files")
		.addOption(reporterOption())
		.addOption(
			new Option("--json", "the same as --reporter json").conflicts("reporter"),
		)
		.option(
			"--cache-dir <folder>",
			"keep here what runs find out (default: node_modules/.cache/docwright, and none under CI)",
		)
		.option("--no-cache", "find out everything anew")
		.option("--verbose", "print how long each part of the run took")
		.addOption(
			new Option("--watch", "generate again after each change").conflicts([
				"check",
				"dryRun",
				"json",
				"reporter",
				"verbose",
			]),
		)
		.action(async (docs, flags) => {
			if (flags.watch !== true)
				return done(await generate(docs, flags, context));
			const { watch } = await import("./watch.ts");
			done(await watch(docs, flags, context));
		});
}

function addInputs(program: Command, context: Context, done: Done): void {
	addDocsCommand(program, "inputs")
		.description("say what generate depends on and what it writes")
		.option("-o, --out <folder>", "the output folder (default: generated)")
		.option("--json", "print it as JSON, for a build system")
		.addHelpText("after", helpTexts.inputs)
		.action(async (docs, flags) => {
			const { inputs } = await import("./inputs.ts");
			done(await inputs(docs, flags, context));
		});
}

function addInspect(program: Command, context: Context, done: Done): void {
	addDocsCommand(program, "inspect")
		.description("show what was read, where, and what was not")
		.addOption(reporterOption())
		.addOption(
			new Option(
				"--json",
				"print the model, the coverage and the diagnostics as JSON",
			).conflicts("reporter"),
		)
		.action(async (docs, flags) => {
			const { inspect } = await import("./inspect.ts");
			done(await inspect(docs, flags, context));
		});
}

function addExport(program: Command, context: Context, done: Done): void {
	const exporter = program
		.command("export")
		.description("write the API in a format that other programs read");
	for (const format of exportFormats)
		addDocsCommand(exporter, format.name)
			.description(format.description)
			.option("-o, --out <file>", "the file to write (default: stdout)")
			.action(async (docs, flags) => {
				const { exportModel } = await import("./export.ts");
				done(await exportModel(format, docs, flags, context));
			});
}

function addDiff(program: Command, context: Context, done: Done): void {
	program
		.command("diff")
		.description("say what changed for those who use the API")
		.argument("<old>", "docs, a model.json, or a git revision, HEAD~1:spec")
		.argument("[new]", "the same (default: the docs of the config, or spec)")
		.option("-c, --config <file>", "the config (default: docwright.config.*)")
		.addOption(
			new Option(
				"--format <format>",
				"how to print it (default: text)",
			).choices(["text", "markdown", "json"]),
		)
		.option("--json", "the same as --format json")
		.addOption(
			new Option(
				"--fail-on <impact>",
				"exit 1 if there is such a change",
			).choices(["breaking", "addition", "any"]),
		)
		.option("--quiet", "print nothing but the changes and errors")
		.addHelpText("after", helpTexts.diff)
		.action(async (old, now, flags) => {
			const { diff } = await import("./diff.ts");
			done(await diff(old, now, flags, context));
		});
}

function addRelease(program: Command, context: Context, done: Done): void {
	addDocsCommand(program, "release")
		.description("raise the package's version as far as the docs changed")
		.option(
			"--since <what>",
			"a model.json or a git revision (default: the last version's tag, or HEAD)",
		)
		.option("--dry-run", "write nothing; print what would be written")
		.option("--json", "print the result as JSON")
		.addHelpText("after", helpTexts.release)
		.action(async (docs, flags) => {
			const { release } = await import("./release.ts");
			done(await release(docs, flags, context));
		});
}

function addPull(program: Command, context: Context, done: Done): void {
	program
		.command("pull")
		.description("fetch the documents that the config lists under pull")
		.option("-c, --config <file>", "the config (default: docwright.config.*)")
		.option("--check", "write nothing; exit 3 if a document changed")
		.option("--force", "give up what was edited by hand in pulled documents")
		.option("--allow-loopback", "fetch from this machine, too, and over http")
		.option("--json", "print the result as JSON")
		.option("--quiet", "print no summary; errors and changes stay")
		.action(async (flags) => {
			const { pull } = await import("./pull.ts");
			done(await pull(flags, context));
		});
}

function addInit(program: Command, context: Context, done: Done): void {
	program
		.command("init")
		.description("find the docs, and write a config, a script and a job")
		.option("-y, --yes", "ask nothing")
		.option("--force", "write over the config, the script and the job")
		.action(async (flags) => {
			const { init } = await import("./init.ts");
			done(await init(flags, context));
		});
}

function addMock(program: Command, context: Context, done: Done): void {
	addDocsCommand(program, "mock")
		.description("serve the API as its docs describe it, on this machine")
		.option("--host <host>", "where to listen (default: 127.0.0.1)")
		.option("--port <port>", "0 takes any that is free (default: 4010)")
		.option("--delay <ms>", "wait before each answer")
		.option("--fault-rate <share>", "let this share of answers fail, 0 to 1")
		.option(
			"--max-body <bytes>",
			"the longest body of a request (default: 1000000)",
		)
		.option("--json", "log a line of JSON for each request")
		.addHelpText("after", helpTexts.mock)
		.action(async (docs, flags) => {
			const { mock } = await import("./mock.ts");
			done(await mock(docs, flags, context));
		});
}

function addReport(program: Command, context: Context, done: Done): void {
	addDocsCommand(program, "report")
		.description("write a page that shows what became of each line")
		.option("-o, --out <file>", "the file to write (default: stdout)")
		.option(
			"--compare <old>",
			"show what changed since: docs, a model.json, or a git revision",
		)
		.addOption(
			new Option(
				"--serve",
				"show it to a browser on this machine, anew after each change",
			).conflicts("out"),
		)
		.option(
			"--port <port>",
			"with --serve; 0 takes any that is free (default: 4011)",
		)
		.option(
			"--editor <editor>",
			"with --serve: open places in vscode, cursor, zed, idea, or at an address with {path}, {line} and {column}",
		)
		.addHelpText("after", helpTexts.report)
		.action(async (docs, flags) => {
			if (flags.serve === true) {
				const { serveReports } = await import("./report-serve.ts");
				return done(await serveReports(docs, flags, context));
			}
			for (const name of ["port", "editor"])
				if (flags[name] !== undefined)
					throw new UsageError({
						message: `--${name} needs --serve`,
						help: "Add --serve, or leave the option out",
					});
			const { report } = await import("./report.ts");
			done(await report(docs, flags, context));
		});
}

function addCompletion(program: Command, context: Context, done: Done): void {
	program
		.command("completion")
		.description("print what makes a shell complete this command")
		.addArgument(new Argument("<shell>", "the shell").choices(shells))
		.addHelpText("after", helpTexts.completion)
		.action(async (shell) => {
			const { completion } = await import("./completion.ts");
			done(completion(shell, program, context));
		});
}

function addLsp(program: Command): void {
	program
		.command("lsp")
		.description("serve an editor: diagnostics, hovers, fixes and more")
		.option("--stdio", "over stdin and stdout, as always")
		.addHelpText("after", helpTexts.lsp)
		.action(async () => {
			const { lsp } = await import("./lsp.ts");
			await lsp();
		});
}

function reporterOption(): Option {
	return new Option(
		"--reporter <for>",
		"how to print it; github: annotations of GitHub Actions, sarif: for code scanning, junit: for build servers (default: text)",
	).choices(outputStyles);
}

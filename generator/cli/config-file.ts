import { readFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import type { Config } from "../output/config.ts";
import { isWithin, lookAt } from "../output/look-at.ts";
import { checkConfig } from "./config-schema.ts";
import { type Problem, UsageError } from "./exit.ts";

/** The config of a project and where it stands. */
export interface ConfigFile {
	/** Absolute: paths in the config start here. */
	readonly folder: string;
	/** Absolute. */
	readonly path: string;
	readonly config: Config;
}

/** What a config is called that is found without being named. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map(
	(extension) => `docwright.config.${extension}`,
);

/** Where a config is, or could be; absolute. */
export function configPaths(
	named: string | undefined,
	cwd: string,
): readonly string[] {
	return (named === undefined ? configNames : [named]).map((name) =>
		resolve(cwd, name),
	);
}

/** Reads the config that `--config` names. */
export async function readNamedConfig(
	file: string,
	cwd: string,
): Promise<ConfigFile> {
	const path = resolve(cwd, file);
	if (lookAt(path).kind !== "file")
		throw new UsageError({
			message: `There is no config file ${file}`,
			help: "Name a file that is there with --config, or leave the option out",
		});
	return load(path, file);
}

/**
 * Reads the config of the working folder, if it has one. Docs are data: a config that runs code is passed over when it
 * lies in a folder that was handed to us to be read, and `note` hears of it; so are templates, which become code.
 */
export async function readProjectConfig(
	cwd: string,
	patterns: readonly string[],
	note: (problem: Problem) => void,
): Promise<ConfigFile | undefined> {
	const found: string[] = [];
	for (const name of configNames)
		if (lookAt(resolve(cwd, name)).kind === "file") found.push(name);
	const [name, other] = found;
	if (name === undefined) return undefined;
	if (other !== undefined)
		throw new UsageError({
			message: `There are two config files, ${name} and ${other}`,
			help: "Keep one of them, or name one with --config",
		});
	const inDocs = patterns.some((pattern) =>
		isWithin(resolve(cwd, pattern), cwd),
	);
	if (inDocs && extname(name) !== ".json") {
		note({
			message: `${name} was not loaded, because it lies in the docs`,
			help: `Name it with --config ${name} if you trust it`,
		});
		return undefined;
	}
	const file = await load(resolve(cwd, name), name);
	if (!inDocs || file.config.templates === undefined) return file;
	const { templates: _, ...config } = file.config;
	note({
		message: `The templates of ${name} were not loaded, because it lies in the docs`,
		help: `Name it with --config ${name} if you trust it`,
	});
	return { ...file, config };
}

async function load(path: string, shown: string): Promise<ConfigFile> {
	const value =
		extname(path) === ".json"
			? await loadJson(path, shown)
			: await loadCode(path, shown);
	const checked = checkConfig(value);
	if ("config" in checked)
		return { folder: dirname(path), path, config: checked.config };
	throw new UsageError(
		...checked.faults.map((fault) => ({
			message: `${shown}: ${fault}`,
			help: "The README lists the keys of the config and what they take",
		})),
	);
}

async function loadJson(path: string, shown: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch (error) {
		throw notLoaded(error, shown, path);
	}
}

/**
 * Runs a config file. It is the project's own code, like its build scripts, and nothing of it is kept on disk; nor in memory,
 * where Node keeps what it imports, so that a second reading finds what has changed.
 */
async function loadCode(path: string, shown: string): Promise<unknown> {
	const docwright = await import("../index.ts");
	const { createJiti } = await import("jiti");
	const jiti = createJiti(import.meta.url, {
		fsCache: false,
		moduleCache: false,
		virtualModules: { docwright },
	});
	try {
		const module = await jiti.evalModule(await readFile(path, "utf8"), {
			filename: path,
			async: true,
			forceTranspile: true,
		});
		return isExporting(module) ? module.default : module;
	} catch (error) {
		throw notLoaded(error, shown, path);
	}
}

function isExporting(module: unknown): module is { default: unknown } {
	return typeof module === "object" && module !== null && "default" in module;
}

function notLoaded(error: unknown, shown: string, path: string): UsageError {
	const message = error instanceof Error ? error.message : String(error);
	const [first = ""] = message.replaceAll(path, shown).split("\nRequire stack");
	const sentence = first.replace(/\s+/g, " ").trim();
	return new UsageError({
		message: `${shown} could not be loaded: ${sentence}`,
		help: "Correct the config file",
	});
}

import { join, relative, resolve } from "node:path";
import type { Config } from "../output/config.ts";
import type { OutputFile } from "../text/output-file.ts";
import {
	type ConfigFile,
	readNamedConfig,
	readProjectConfig,
} from "./config-file.ts";
import type { Problem } from "./exit.ts";
import { readOwnTemplates } from "./own-templates.ts";

/** What a command line asks for that a config may say too. */
export interface Flags {
	readonly config?: string;
	readonly out?: string;
	readonly strict?: boolean;
}

/** Of a package that nobody gave another one. */
export const firstVersion = "0.1.0";

/** What was asked for, the command line before the config before the defaults. */
export interface Settings {
	readonly docs: {
		readonly patterns: readonly string[];
		/** Absolute: where relative patterns start. */
		readonly base: string;
		/** Absolute: documents are named from here. */
		readonly root: string;
	};
	/** Absolute. */
	readonly out: string;
	readonly title?: string;
	readonly baseURL?: string;
	readonly rename?: NonNullable<Config["rename"]>;
	readonly scopes?: readonly string[];
	readonly package: {
		readonly name?: string;
		readonly version: string;
		readonly repository?: string;
		readonly license?: string;
		readonly attribution?: string;
	};
	/** Absolute: where releases say what changed. */
	readonly changelog: string;
	/** Absolute; missing where there is no config file. */
	readonly configFile?: string;
	readonly className: string;
	/** Whether definitions of methods lead to the docs. */
	readonly definitions: boolean;
	readonly strict: boolean;
	readonly pull?: NonNullable<Config["pull"]>;
	readonly outputs: NonNullable<Config["outputs"]>;
	/** The project's own. */
	readonly emitters: NonNullable<Config["emitters"]>;
	/** The project's own, in place of ours; paths are their names, `README`. */
	readonly templates: readonly OutputFile[];
	readonly limits?: NonNullable<Config["limits"]>;
}

export interface SettingsRequest {
	/** The documents of the command line; none leaves them to the config. */
	readonly patterns: readonly string[];
	readonly flags: Flags;
	readonly cwd: string;
	/** `false` where no config counts. */
	readonly config?: false;
	/** Hears what a person should know about the config that was used. */
	readonly note: (problem: Problem) => void;
}

/** Finds the config, and settles what the command works on. */
export async function loadSettings({
	patterns,
	flags,
	cwd,
	config: wanted,
	note,
}: SettingsRequest): Promise<Settings> {
	const file =
		wanted === false
			? undefined
			: flags.config === undefined
				? await readProjectConfig(cwd, patterns, note)
				: await readNamedConfig(flags.config, cwd);
	const { folder: root, config }: Omit<ConfigFile, "path"> = file ?? {
		folder: cwd,
		config: {},
	};
	const {
		docs = "spec",
		title,
		baseURL,
		rename,
		scopes,
		pull,
		limits,
	} = config;
	const listed = typeof docs === "string" ? [docs] : docs;
	const { name, repository, license, attribution, changelog } =
		config.package ?? {};
	const out =
		flags.out === undefined
			? resolve(root, config.out ?? "generated")
			: resolve(cwd, flags.out);
	return {
		docs:
			patterns.length > 0
				? { patterns, base: cwd, root }
				: { patterns: listed, base: root, root },
		out,
		...(title !== undefined && { title }),
		...(baseURL !== undefined && { baseURL }),
		...(rename !== undefined && { rename }),
		...(scopes !== undefined && { scopes }),
		...(limits !== undefined && { limits }),
		package: {
			...(name !== undefined && { name }),
			version: config.package?.version ?? firstVersion,
			...(repository !== undefined && { repository }),
			...(license !== undefined && { license }),
			...(attribution !== undefined && { attribution }),
		},
		changelog:
			changelog === undefined
				? join(out, "CHANGELOG.md")
				: resolve(root, changelog),
		...(file !== undefined && { configFile: file.path }),
		className: config.client?.name ?? "Client",
		definitions: config.client?.definitions === "docs",
		strict: flags.strict ?? config.strict ?? false,
		...(pull !== undefined && { pull }),
		outputs: config.outputs ?? {},
		emitters: config.emitters ?? [],
		templates: await readOwnTemplates(config.templates, root),
	};
}

/** `Magic IPsec tunnels` → `magic-ipsec-tunnels-client`. */
export function packageName(title: string): string {
	const words = title
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.match(/[a-z0-9]+/g) ?? ["api"];
	return `${words.join("-").slice(0, 200)}-client`;
}

/** A path as a person in `cwd` writes it: from there, unless that is the longer way. */
export function shownFrom(cwd: string, path: string): string {
	const way = relative(cwd, path) || ".";
	return way.length < path.length ? way : path;
}

import type { Emitter } from "../emitters/emitter.ts";

/** What a project decides about its docs and its output, in `docwright.config.ts`. Everything has a default, `undefined` too. */
export interface Config {
	/** Files, folders and globs, from the folder of the config file. Default: `spec`. */
	readonly docs?: string | readonly string[] | undefined;
	/** The output folder, from the folder of the config file. Default: `generated`. */
	readonly out?: string | undefined;
	/** The name of the API, where the docs do not state it, or not well. */
	readonly title?: string | undefined;
	/** Where requests go when a caller does not say: an http or https URL. Stands in for the one in the docs. */
	readonly baseURL?: string | undefined;
	/** The generated package. Default: the title's words with `-client`, version `0.1.0`. */
	readonly package?:
		| {
				readonly name?: string | undefined;
				readonly version?: string | undefined;
				/** The repository's page, an https URL: registries hold the provenance of a package to it. */
				readonly repository?: string | undefined;
				/** The licence of the package, as SPDX writes it: `MIT`. */
				readonly license?: string | undefined;
				/**
				 * Whose words the descriptions are, and on what terms: comments and README of the client hold text of the
				 * docs. The README says it.
				 */
				readonly attribution?: string | undefined;
				/** Where `docwright release` says what changed. Default: `CHANGELOG.md` in the output folder. */
				readonly changelog?: string | undefined;
		  }
		| undefined;
	readonly client?:
		| {
				/** The client's class. Default: `Client`. */
				readonly name?: string | undefined;
				/**
				 * Where an editor leads from a method to its definition: to its declaration, or to the line of the docs
				 * that states it, where they lie beside the package. Default: `types`.
				 */
				readonly definitions?: "types" | "docs" | undefined;
		  }
		| undefined;
	/** Names over those that the docs or the rules give. A line that matches nothing is an error. */
	readonly rename?:
		| {
				/** By method and path, as the docs have them: `"GET /zones/{zone_id}": "zones.fetch"`. */
				readonly operations?: Readonly<Record<string, string>> | undefined;
				/** By the type's name without this: `OldName: "NewName"`. */
				readonly shapes?: Readonly<Record<string, string>> | undefined;
		  }
		| undefined;
	/**
	 * Words of paths that everything else hangs under, so that they are no part of names: `["organizations"]` makes
	 * `/organizations/{id}/hives` `hives`. Where two differ by them alone, the first in the list goes without.
	 * Default: `["accounts", "realms", "tenants", "zones"]`.
	 */
	readonly scopes?: readonly string[] | undefined;
	/** Documents that a vendor publishes, for `docwright pull`. */
	readonly pull?: PullConfig | undefined;
	/** Outputs to switch on or off. */
	readonly outputs?: Outputs | undefined;
	/** Outputs of the project's own, after the others. Each says which files it makes; none may be one of another. */
	readonly emitters?: readonly Emitter[] | undefined;
	/**
	 * A folder with templates in place of ours, from the folder of the config file: `README.hbs` for the package's README.
	 * `TemplateViews` has their names and what they are filled with.
	 */
	readonly templates?: string | undefined;
	/** How far docs may go before they are refused: raise one where you trust the docs and they go further. */
	readonly limits?:
		| {
				/** Bytes of one document. Default: 33554432 (32 MiB). */
				readonly bytes?: number | undefined;
				/** Documents of one run. Default: 50000. */
				readonly files?: number | undefined;
				/** Characters of one line. Default: 1000000. */
				readonly lineLength?: number | undefined;
				/** Quotes and lists within each other. Default: 100. */
				readonly nesting?: number | undefined;
				/** Cells of one row of a table. Default: 1000. */
				readonly columns?: number | undefined;
				/** Marks of emphasis, links and HTML between two blank lines. Default: 2000. */
				readonly marks?: number | undefined;
				/** Seconds that a document takes to parse, and again to read. Default: 60. */
				readonly seconds?: number | undefined;
		  }
		| undefined;
	/** Warnings fail, as with `--strict`. */
	readonly strict?: boolean | undefined;
}

/** Outputs that a project can do without, or ask for. */
export interface Outputs {
	/** `openapi.json`. Default: `true`. */
	readonly openapi?: boolean | undefined;
	/** `src/zod.ts`, schemas of Zod 4, which the package then takes as an optional peer. Default: `false`. */
	readonly zod?: boolean | undefined;
	/** `llms.txt` and a reference in Markdown, for language models. Default: `false`. */
	readonly llms?: boolean | undefined;
}

/** Gives a config file its types: `export default defineConfig({ docs: "spec" })`. */
export function defineConfig(config: Config): Config {
	return config;
}

/** What `docwright pull` fetches, from where, and how much of it at most. */
export interface PullConfig {
	readonly documents: readonly PullEntry[];
	/** The folder that they go into, from the folder of the config file. Default: `docs`, when that is one folder. */
	readonly folder?: string | undefined;
	/** The most bytes of one document. Default: 5,000,000. */
	readonly maxBytes?: number | undefined;
	/** The most time for one document, in milliseconds. Default: 30,000. */
	readonly timeout?: number | undefined;
	/** Fetches from this machine, too, and from there over http. Default: false. */
	readonly allowLoopback?: boolean | undefined;
}

interface PullEntry {
	/** An https URL without credentials. */
	readonly url: string;
	/** The document's path inside the folder, with forward slashes: `vendor/hives.md`. */
	readonly to: string;
}

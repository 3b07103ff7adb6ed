import type { Code } from "./code.ts";

/** A template without holes. */
export type NoView = Readonly<Record<never, never>>;

/** What templates of code have in common. */
export interface BannerView {
	/** Says what made the file, from which docs: a comment, or text for one in Markdown. */
	readonly banner: Code;
}

/** `README.hbs`. All of it is Markdown. */
export interface ReadmeView extends BannerView {
	readonly title: Code;
	/** The package's name. */
	readonly name: Code;
	/** Code spans with the modules of the package. */
	readonly core: Code;
	readonly functions: Code;
	readonly schemas: Code;
	readonly testing: Code;
	readonly resources: Code;
	/** A fence with a client that holds calls to the docs, and how a program with functions does. */
	readonly validating: Code;
	readonly validation: Code;
	/** How a program's tests ask nobody. */
	readonly fake: Code;
	/** A fence for each way to authenticate, with a title where the docs have one. */
	readonly schemes: readonly {
		readonly title: Code | false;
		readonly fence: Code;
	}[];
	/** A sentence on the environment variables. */
	readonly environment: Code;
	/** A fence with a call for each of the first resources. */
	readonly examples: readonly { readonly title: Code; readonly fence: Code }[];
	/** Whether there are more resources. */
	readonly others: boolean;
	/** A fence with a walk over pages, where there is such a list. */
	readonly list: Code | false;
	/** Whether something is streamed, takes files, or holds bytes in base64. */
	readonly streams: boolean;
	readonly files: boolean;
	readonly base64: boolean;
	/** A code span with the module of Zod's schemas, where there is one. */
	readonly zod: Code | false;
	/** Where the docs are, where that is known. */
	readonly docs: Code | false;
	/** Whose words the descriptions are, where the config says so. */
	readonly attribution: Code | false;
}

/** `api.hbs`. All of it is Markdown for a table's cells and for items of a list. */
export interface ApiView extends BannerView {
	readonly title: Code;
	readonly methods: readonly {
		readonly path: Code;
		readonly request: Code;
		readonly summary: Code;
	}[];
	/** What the docs do not say. */
	readonly silences: readonly Code[];
}

/** `UPGRADING.hbs`. All of it is Markdown. */
export interface UpgradingView extends BannerView {
	readonly name: Code;
	/** Code spans with the import of the client and with its class. */
	readonly import: Code;
	readonly className: Code;
}

/** `gitignore.hbs` */
export interface GitignoreView {
	/** The lines of the banner. */
	readonly banner: readonly Code[];
}

/** What each template of the package is filled with, by its name in the folder of templates. */
export interface TemplateViews {
	readonly README: ReadmeView;
	readonly UPGRADING: UpgradingView;
	readonly api: ApiView;
	readonly build: BannerView;
	readonly definitions: BannerView;
	readonly gitignore: GitignoreView;
	readonly prepack: BannerView;
	readonly "reference-package": NoView;
	readonly tsconfig: NoView;
	readonly "tsconfig.build": NoView;
	readonly typedoc: NoView;
	readonly "vitest.config": BannerView;
}

/** `README`, for `README.hbs`. */
export type TemplateName = keyof TemplateViews;

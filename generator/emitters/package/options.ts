import type { OwnTemplates } from "../../code/template.ts";

/** What a package says of itself that the docs cannot. */
export interface PackageEmitterOptions {
	/** The package's name in the registry, a scope included. */
	readonly name: string;
	readonly version: string;
	/** The repository's page: a URL, which a registry holds the provenance of a package to. */
	readonly repository?: string;
	/** The licence of the package, as SPDX writes it. */
	readonly license?: string;
	/** Whose words the descriptions are, and on what terms; the README says it. */
	readonly attribution?: string;
	/** Where readers find the docs: a URL, or a path in the repository. */
	readonly docs?: string;
	/** What the client's class is called; `Client` unless stated. */
	readonly className?: string;
	/** Whether the declarations of methods lead to the docs, by the client's `definitions.json`. */
	readonly definitions?: boolean;
	/** Whether the package has schemas of Zod. */
	readonly zod?: boolean;
	/** Whether the package has pages for language models. */
	readonly llms?: boolean;
	/** Templates of the project's, in place of ours. */
	readonly templates?: OwnTemplates | undefined;
}

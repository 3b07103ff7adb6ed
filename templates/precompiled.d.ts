// Made by templates/precompile.mjs from the templates beside it.
export declare const templates: {
	readonly "package/README": object;
	readonly "package/UPGRADING": object;
	readonly "package/api": object;
	readonly "package/build": object;
	readonly "package/definitions": object;
	readonly "package/gitignore": object;
	readonly "package/prepack": object;
	readonly "package/reference-package": object;
	readonly "package/tsconfig": object;
	readonly "package/tsconfig.build": object;
	readonly "package/typedoc": object;
	readonly "package/vitest.config": object;
};

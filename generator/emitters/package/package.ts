import { banner, bannerLines } from "../../code/banner.ts";
import { markdownText } from "../../code/markdown-text.ts";
import { render } from "../../code/template.ts";
import type { ApiModel } from "../../model/types.ts";
import type { OutputFile } from "../../text/output-file.ts";
import type { Emitter } from "../emitter.ts";
import { apiList } from "./api-list.ts";
import type { PackageEmitterOptions } from "./options.ts";
import { packageJson } from "./package-json.ts";
import { readme } from "./readme.ts";
import { upgrading } from "./upgrading.ts";

/** Writes what makes a package of the client: `package.json`, README and the settings of compiler and tests. */
export function packageEmitter(options: PackageEmitterOptions): Emitter {
	return {
		name: "package",
		emit: (model) => [
			{ path: "package.json", text: packageJson(model, options) },
			{ path: "README.md", text: readme(model, options) },
			{ path: "api.md", text: apiList(model) },
			{ path: "UPGRADING.md", text: upgrading(model, options) },
			{
				path: "reference/package.json",
				text: render("package/reference-package", {}),
			},
			{ path: "reference/typedoc.json", text: render("package/typedoc", {}) },
			{ path: "tsconfig.json", text: render("package/tsconfig", {}) },
			{
				path: "tsconfig.build.json",
				text: render("package/tsconfig.build", {}),
			},
			{
				path: "build.mjs",
				text: render("package/build", { banner: banner(model) }),
			},
			{
				path: "prepack.mjs",
				text: render("package/prepack", { banner: banner(model) }),
			},
			...(options.definitions
				? [
						{
							path: "definitions.mjs",
							text: render("package/definitions", { banner: banner(model) }),
						},
					]
				: []),
			{
				path: "vitest.config.ts",
				text: render("package/vitest.config", { banner: banner(model) }),
			},
			gitignore(model),
		],
	};
}

function gitignore(model: ApiModel): OutputFile {
	const lines = bannerLines(model).map(markdownText);
	return {
		path: ".gitignore",
		text: render("package/gitignore", { banner: lines }),
	};
}

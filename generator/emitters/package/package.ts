import { banner, bannerLines } from "../../code/banner.ts";
import { markdownText } from "../../code/markdown-text.ts";
import { type OwnTemplates, render } from "../../code/template.ts";
import type { BannerView } from "../../code/views.ts";
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
	const { templates } = options;
	return {
		name: "package",
		emit: (model) => [
			{ path: "package.json", text: packageJson(model, options) },
			{ path: "README.md", text: readme(model, options) },
			{ path: "api.md", text: apiList(model, templates) },
			{ path: "UPGRADING.md", text: upgrading(model, options) },
			{
				path: "reference/package.json",
				text: render("reference-package", {}, templates),
			},
			{
				path: "reference/typedoc.json",
				text: render("typedoc", {}, templates),
			},
			{ path: "tsconfig.json", text: render("tsconfig", {}, templates) },
			{
				path: "tsconfig.build.json",
				text: render("tsconfig.build", {}, templates),
			},
			{
				path: "build.mjs",
				text: render("build", top(model), templates),
			},
			{
				path: "prepack.mjs",
				text: render("prepack", top(model), templates),
			},
			...(options.definitions
				? [
						{
							path: "definitions.mjs",
							text: render("definitions", top(model), templates),
						},
					]
				: []),
			{
				path: "vitest.config.ts",
				text: render("vitest.config", top(model), templates),
			},
			gitignore(model, templates),
		],
	};
}

function gitignore(model: ApiModel, templates?: OwnTemplates): OutputFile {
	const lines = bannerLines(model).map(markdownText);
	return {
		path: ".gitignore",
		text: render("gitignore", { banner: lines }, templates),
	};
}

function top(model: ApiModel): BannerView {
	return { banner: banner(model) };
}

import { bannerLines } from "../../code/banner.ts";
import { markdownCode, markdownComment } from "../../code/markdown-text.ts";
import { render } from "../../code/template.ts";
import type { ApiModel } from "../../model/types.ts";
import type { PackageEmitterOptions } from "./options.ts";

/** `UPGRADING.md`: what changes for a program that used an SDK of the kind that vendors have made for them. */
export function upgrading(
	model: ApiModel,
	{ name, className = "Client", templates }: PackageEmitterOptions,
): string {
	return render(
		"UPGRADING",
		{
			banner: markdownComment(bannerLines(model).join(" ")),
			name: markdownCode(name),
			import: markdownCode(`import { ${className} } from "${name}"`),
			className: markdownCode(className),
		},
		templates,
	);
}

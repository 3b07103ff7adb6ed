// Compiles templates/**/*.hbs into templates/precompiled.js, so that nothing compiles a template while docs are read.
// `--check` writes nothing and exits with 1 when what is there is not what the templates give.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const folder = fileURLToPath(new URL("./", import.meta.url));
const options = { noEscape: true, strict: true, knownHelpersOnly: true };

const templates = readdirSync(folder, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".hbs"))
	.map((file) => file.split(sep).join("/").slice(0, -".hbs".length))
	.sort()
	.map((name) => {
		const text = readFileSync(`${folder}${name}.hbs`, "utf8");
		return { name, compiled: Handlebars.precompile(text, options) };
	});

const banner =
	"// Made by templates/precompile.mjs from the templates beside it.\n";
const members = templates.map(
	({ name, compiled }) => `\t${JSON.stringify(name)}: ${compiled},\n`,
);
const types = templates.map(
	({ name }) => `\treadonly ${JSON.stringify(name)}: object;\n`,
);
const made = {
	"precompiled.js": `${banner}export const templates = {\n${members.join("")}};\n`,
	"precompiled.d.ts": `${banner}export declare const templates: {\n${types.join("")}};\n`,
};

for (const [file, text] of Object.entries(made)) {
	if (!process.argv.includes("--check")) writeFileSync(folder + file, text);
	else if (readFileSync(folder + file, "utf8") !== text) {
		console.error(`templates/${file} is out of date: npm run templates`);
		process.exitCode = 1;
	}
}

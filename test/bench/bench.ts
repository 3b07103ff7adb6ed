import { parseArgs } from "node:util";

/** One file for each bench; what it prints comes from running, never from a note. */
const benches = {
	client: () => import("./client.ts"),
	corpora: () => import("./corpora.ts"),
	editor: () => import("./editor.ts"),
	fidelity: () => import("./fidelity.ts"),
	generate: () => import("./generate.ts"),
	growth: () => import("./growth.ts"),
	shards: () => import("./shards.ts"),
};

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { only: { type: "string", multiple: true } },
});
const [name = "", ...others] = positionals;
if (!isBench(name) || others.length > 0) {
	const names = Object.keys(benches).join(", ");
	console.error(
		`Usage: npm run bench -- NAME [--only CORPUS_OR_CASE_OR_COLUMN]; ${names}`,
	);
	process.exit(2);
}
const { run } = await benches[name]();
process.exitCode = await run(values.only);

function isBench(name: string): name is keyof typeof benches {
	return Object.hasOwn(benches, name);
}

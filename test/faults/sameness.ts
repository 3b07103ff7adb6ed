import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Attempt, openBook, withSite } from "./attempt.ts";
import { digestOfTree, type RunOptions, run, withFaults } from "./project.ts";

const matrix = fileURLToPath(new URL("../matrix/", import.meta.url));
const within = (env: NodeJS.ProcessEnv): RunOptions => ({
	env: { ...process.env, ...env },
});
const through = (...by: readonly string[]): RunOptions => ({
	by: [...by, process.execPath],
});

/** Runs the same docs in other surroundings, and compares every byte. */
export async function compareRuns(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const wanted = await withSite(async ({ generate, tree }) => {
		await generate();
		return tree();
	});
	const shuffled = withFaults("", "count");
	const ways: Record<string, RunOptions> = {
		"TZ=Asia/Kolkata": within({ TZ: "Asia/Kolkata" }),
		"LC_ALL=tr_TR.UTF-8": within({
			LC_ALL: "tr_TR.UTF-8",
			LANG: "tr_TR.UTF-8",
		}),
		"LC_ALL=C": within({ LC_ALL: "C", LANG: "C" }),
		"umask 077": through("sh", "-c", 'umask 077; exec "$@"', "sh"),
		"umask 000": through("sh", "-c", 'umask 000; exec "$@"', "sh"),
		"folders listed backwards": {
			...shuffled,
			env: { ...process.env, DOCWRIGHT_TEST_FS: '{"kind":"shuffle"}' },
		},
		"another seed of hashes": { by: [process.execPath, "--random-seed=7"] },
	};
	const skipped: string[] = [];
	for (const version of ["20", "22", "24"]) {
		const node = join(matrix, `node_modules/node-${version}/bin/node`);
		if (existsSync(node)) ways[`Node ${version}`] = { by: [node] };
		else
			skipped.push(`Node ${version} is not there: npm ci --prefix test/matrix`);
	}
	try {
		execFileSync("taskset", ["-c", "0", "true"], { stdio: "ignore" });
		ways["one processor"] = through("taskset", "-c", "0");
	} catch {
		skipped.push("taskset is not there");
	}
	for (const [name, options] of Object.entries(ways))
		await withSite(async ({ generate, tree }) => {
			const done = await generate(options);
			expect(`${name}: ${done.stderr}`, [done.status, tree()], [0, wanted]);
		});
	for (const place of ["x".repeat(120), "ä b'c", "a/b/c"])
		await withSite(async ({ generate, tree }) => {
			await generate();
			expect(`in ${place}`, tree(), wanted);
		}, place);
	await withSite(async ({ cwd, out, tree }) => {
		const config = join(cwd, "docwright.config.json");
		writeFileSync(config, '{ "docs": "spec", "out": "out" }');
		const args = ["generate", "-c", config, "--no-cache", "--quiet"];
		const done = await run(join(cwd, "spec"), args);
		expect(`from another folder: ${done.stderr}`, digestOfTree(out), tree());
		expect("from another folder", tree(), wanted);
	});
	return {
		said: `${Object.keys(ways).join(", ")}, other paths and another working folder: the same bytes`,
		faults,
		...(skipped.length > 0 && { skipped: skipped.join("; ") }),
	};
}

/** Looks for what only this machine or this day knows. */
export async function findTraces(): Promise<Attempt> {
	const { faults } = openBook();
	const files = await withSite(async ({ root, generate, out }) => {
		await generate();
		const now = new Date();
		const traces = [root, homedir(), now.toISOString().slice(0, 10)];
		if (hostname().length > 4) traces.push(hostname());
		const paths = filesIn(out);
		for (const path of paths)
			for (const trace of traces)
				if (trace.length > 1 && readFileSync(path, "utf8").includes(trace))
					if (trace !== "/root")
						// A home as short as a word is in texts for other reasons.
						faults.push(`${path} holds ${trace}`);
		return paths.length;
	});
	return {
		said: `${files} files: no path, home folder, machine's name or date in them`,
		faults,
	};
}

/** Text that is written in other ways, and one edit. */
export async function editDocs(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const inNormalForm = (form: "NFC" | "NFD") =>
		withSite(async ({ cwd, generate, out }) => {
			const path = join(cwd, "spec/part0.md");
			const text = readFileSync(path, "utf8").replaceAll(
				"Parts 0",
				"Pièces zéro",
			);
			writeFileSync(path, text.normalize(form));
			await generate();
			return filesIn(out).map((file) => [
				file.slice(out.length),
				// Offsets and digests are of the bytes that are there.
				/model\.json$|\.docwright\.json$/.test(file)
					? ""
					: readFileSync(file, "utf8").normalize("NFC"),
			]);
		});
	expect(
		"accents in two forms",
		await inNormalForm("NFD"),
		await inNormalForm("NFC"),
	);
	await withSite(async ({ generate, out }) => {
		await generate();
		for (const file of filesIn(out)) {
			const text = readFileSync(file, "utf8");
			if (text.includes("\r") || (text !== "" && !text.endsWith("\n")))
				faults.push(`${file} has other line ends`);
		}
	});
	return {
		said: "accents in two forms give the same names; all lines end with a line feed",
		faults,
	};
}

/** One sentence of one document that changes, and what of the output changes with it. */
export async function editOne(): Promise<Attempt> {
	const { faults, expect } = openBook();
	const changed = await withSite(async ({ cwd, generate, out, tree }) => {
		await generate();
		const all = filesIn(out).length;
		const path = join(cwd, "spec/part0.md");
		const edited = readFileSync(path, "utf8").replace(
			"Lists them",
			"Counts them",
		);
		writeFileSync(path, edited);
		const done = await generate({}, "--json");
		const { output } = JSON.parse(done.stdout) as {
			output: { written: string[] };
		};
		const strays = output.written.filter((file) => /parts?-?[1-9]/i.test(file));
		expect("files of other documents", strays, []);
		const after = tree();
		await generate({}, "--check");
		expect("once more", tree(), after);
		return `${output.written.length} of ${all}`;
	});
	return {
		said: `one sentence changes ${changed} files, none of other documents`,
		faults,
	};
}

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

import { execFile } from "node:child_process";
import {
	appendFileSync,
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
	installFrom,
	type LocalServer,
	startServer,
} from "../publish/local-server.ts";
import { npm } from "../publish/npm.ts";

// Two packages of docs that share what was generated through a remote cache: what one checkout made, another has without
// running anything. Says what it saw; throws where that is not what has to be.
const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const packages = ["hives", "orchards"];
const token = "one-of-this-example";
/** Artifacts are signed with it: what others put into the cache is not restored. */
const signatureKey = "a key of this example, 32 bytes or more";

const home = mkdtempSync(join(tmpdir(), "docwright-turbo-"));
let cache: LocalServer | undefined;
try {
	await prepare(join(home, "origin"));
	cache = await startCache(join(home, "cache-server"));
	console.log(`a remote cache runs at ${cache.url}`);

	const first = await checkOut("first");
	const made = await turbo(first, cache);
	expectRun(made, { ran: packages, stored: 2 });
	console.log("first checkout: generated hives and orchards, uploaded both");

	const second = await checkOut("second");
	const restored = await turbo(second, cache);
	expectRun(restored, { ran: [], stored: 2 });
	const [time] = /Time:.*FULL TURBO/.exec(restored) ?? [];
	if (time === undefined) throw new Error(restored);
	console.log(`second checkout: ran nothing, restored both; ${time}`);

	const plain = await checkOut("plain");
	for (const name of packages) {
		await npm(["run", "generate"], join(plain, "packages", name));
		const files = filesOf(plain, name);
		for (const other of [first, second])
			expectSame(filesOf(other, name), files, `${other}, ${name}`);
		console.log(`${name}: ${files.size} files, the bytes of a plain run`);
	}

	const document = "packages/hives/spec/inspections.md";
	for (const folder of [second, plain])
		appendFileSync(join(folder, document), "\nInspections are kept.\n");
	const changed = await turbo(second, cache);
	expectRun(changed, { ran: ["hives"], stored: 3 });
	await npm(["run", "generate"], join(plain, "packages/hives"));
	for (const name of packages)
		expectSame(filesOf(second, name), filesOf(plain, name), name);
	console.log("one document changed: ran hives alone, as a plain run does");
} finally {
	cache?.close();
	rmSync(home, { recursive: true, force: true });
}

/** A repository of the example, with docwright as it is packed, and a lockfile. */
async function prepare(folder: string): Promise<void> {
	const example = fileURLToPath(new URL("turbo/", import.meta.url));
	cpSync(example, folder, { recursive: true });
	await npm(["pack", "--pack-destination", home], root);
	const tarball = readdirSync(home).find((file) => file.endsWith(".tgz"));
	for (const name of packages) {
		const path = join(folder, "packages", name, "package.json");
		const manifest = JSON.parse(readFileSync(path, "utf8"));
		manifest.devDependencies.docwright = `file:../../../${tarball}`;
		writeFileSync(path, JSON.stringify(manifest));
	}
	const lock = ["--package-lock-only", "--no-audit", "--no-fund"];
	await npm(["install", ...lock], folder);
	writeFileSync(
		join(folder, ".gitignore"),
		"node_modules\n.turbo\ngenerated\n",
	);
	const author = [
		"-c",
		"user.name=Example",
		"-c",
		"user.email=example@example",
	];
	await run("git", ["init", "--quiet"], { cwd: folder });
	await run("git", ["add", "--all"], { cwd: folder });
	await run("git", [...author, "commit", "--quiet", "-m", "Start"], {
		cwd: folder,
	});
}

async function checkOut(name: string): Promise<string> {
	const folder = join(home, name);
	await run("git", ["clone", "--quiet", join(home, "origin"), folder]);
	await npm(["ci", "--no-audit", "--no-fund"], folder);
	return folder;
}

async function startCache(folder: string): Promise<LocalServer> {
	await installFrom(new URL("cache-server/", import.meta.url), folder);
	const program = "node_modules/turborepo-remote-cache/dist/cli.js";
	return startServer(
		folder,
		(port) => ({
			args: [join(folder, program)],
			env: {
				NODE_ENV: "production",
				HOST: "127.0.0.1",
				PORT: `${port}`,
				TURBO_TOKEN: token,
				STORAGE_PROVIDER: "local",
				STORAGE_PATH: join(home, "stored"),
				// So that it keeps signatures and gives them back.
				TURBO_REMOTE_CACHE_SIGNATURE_KEY: signatureKey,
				STORAGE_PATH_USE_TMP_FOLDER: "false",
				LOG_LEVEL: "warn",
			},
		}),
		"/v8/artifacts/status",
	);
}

/** Runs the example's task with the remote cache alone in common with other checkouts; gives what it printed. */
async function turbo(folder: string, { url }: LocalServer): Promise<string> {
	const { CI: _, ...own } = process.env;
	const env = {
		...own,
		TURBO_API: url,
		TURBO_TOKEN: token,
		TURBO_TEAM: "team_example",
		TURBO_REMOTE_CACHE_SIGNATURE_KEY: signatureKey,
		TURBO_TELEMETRY_DISABLED: "1",
		TURBO_NO_UPDATE_NOTIFIER: "1",
		DO_NOT_TRACK: "1",
		NO_COLOR: "1",
	};
	const bin = join(folder, "node_modules/.bin/turbo");
	const { stdout, stderr } = await run(bin, ["run", "generate"], {
		cwd: folder,
		env,
	});
	return stdout + stderr;
}

function expectRun(
	printed: string,
	expected: { readonly ran: readonly string[]; readonly stored: number },
): void {
	const missed = [...printed.matchAll(/^(\w+)-docs:generate: cache miss/gm)];
	const stored = readdirSync(join(home, "stored/team_example")).filter(
		// A signature lies beside each.
		(file) => !file.endsWith(".tag"),
	);
	const saw = {
		ran: missed.map(([, name]) => name).sort(),
		stored: stored.length,
	};
	if (JSON.stringify(saw) !== JSON.stringify(expected))
		throw new Error(`Saw ${JSON.stringify(saw)}:\n${printed}`);
}

/** What was generated in a package, by path. */
function filesOf(folder: string, name: string): ReadonlyMap<string, Buffer> {
	const made = join(folder, "packages", name, "generated");
	const files = readdirSync(made, { recursive: true, encoding: "utf8" })
		.filter((file) => statSync(join(made, file)).isFile())
		.sort();
	return new Map(files.map((file) => [file, readFileSync(join(made, file))]));
}

function expectSame(
	files: ReadonlyMap<string, Buffer>,
	others: ReadonlyMap<string, Buffer>,
	what: string,
): void {
	const paths = new Set([...files.keys(), ...others.keys()]);
	for (const path of paths) {
		const [one, other] = [files.get(path), others.get(path)];
		if (one === undefined || other === undefined || !one.equals(other))
			throw new Error(`${what}: ${path} is not what a plain run gives`);
	}
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "./npm.ts";

/** A registry on this machine that has what is published to it, and hands on what it is asked for besides. */
export interface Registry {
	readonly url: string;
	/** What npm has to be told in a project that uses it. */
	readonly npmrc: string;
	close(): void;
}

/** Installs a registry below a folder and starts it on a free port; anyone may publish. */
export async function startRegistry(folder: string): Promise<Registry> {
	mkdirSync(folder);
	for (const file of ["package.json", "package-lock.json"])
		cpSync(fileURLToPath(new URL(file, import.meta.url)), join(folder, file));
	await npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
	const { stdout } = await npm(["config", "get", "registry"], folder);
	writeFileSync(join(folder, "config.yaml"), configOf(stdout.trim()));
	const port = await freePort();
	const child = spawn(
		process.execPath,
		[
			join(folder, "node_modules/verdaccio/bin/verdaccio"),
			...["--config", join(folder, "config.yaml")],
			...["--listen", `127.0.0.1:${port}`],
		],
		{ cwd: folder, stdio: ["ignore", "inherit", "inherit"] },
	);
	const url = `http://127.0.0.1:${port}/`;
	await answer(`${url}-/ping`, child);
	return {
		url,
		npmrc: `registry=${url}\n//127.0.0.1:${port}/:_authToken=anyone\n`,
		close: () => child.kill(),
	};
}

/** JSON is YAML. */
function configOf(upstream: string): string {
	const anyone = { access: "$all", publish: "$all", unpublish: "$all" };
	return JSON.stringify({
		storage: "./storage",
		web: { enable: false },
		auth: { htpasswd: { file: "./htpasswd", max_users: -1 } },
		uplinks: { upstream: { url: upstream, cache: true } },
		packages: {
			"magic-ipsec-tunnels": anyone,
			"**": { access: "$all", proxy: "upstream" },
		},
		log: { type: "stdout", format: "pretty", level: "error" },
	});
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string")
		throw new Error("There is no free port");
	return address.port;
}

/** Waits until a server answers, or its process ends. */
async function answer(url: string, child: ChildProcess): Promise<void> {
	while (child.exitCode === null) {
		const answered = await fetch(url).then(
			({ ok }) => ok,
			() => false,
		);
		if (answered) return;
		await new Promise((done) => setTimeout(done, 200));
	}
	throw new Error("The registry did not start");
}

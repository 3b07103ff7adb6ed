import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { npm } from "./npm.ts";

/** A server on this machine alone. */
export interface LocalServer {
	readonly url: string;
	close(): void;
}

export interface ServerCommand {
	readonly args: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
}

/** Installs below `folder` what the `package.json` and the lockfile in `from` name. */
export async function installFrom(from: URL, folder: string): Promise<void> {
	mkdirSync(folder);
	for (const file of ["package.json", "package-lock.json"])
		cpSync(new URL(file, from), join(folder, file));
	await npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
}

/** Starts a program of Node in a folder, on a free port, and waits until it answers at `path`. */
export async function startServer(
	folder: string,
	commandAt: (port: number) => ServerCommand,
	path: string,
): Promise<LocalServer> {
	const port = await freePort();
	const { args, env } = commandAt(port);
	const child = spawn(process.execPath, args, {
		cwd: folder,
		env: { ...process.env, ...env },
		stdio: ["ignore", "inherit", "inherit"],
	});
	const url = `http://127.0.0.1:${port}`;
	await answer(url + path, child);
	return { url, close: () => child.kill() };
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
			() => true,
			() => false,
		);
		if (answered) return;
		await new Promise((done) => setTimeout(done, 200));
	}
	throw new Error("The server did not start");
}

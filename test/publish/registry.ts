import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { installFrom, type LocalServer, startServer } from "./local-server.ts";
import { npm } from "./npm.ts";

/** A registry on this machine that has what is published to it, and hands on what it is asked for besides. */
export interface Registry extends LocalServer {
	/** What npm has to be told in a project that uses it. */
	readonly npmrc: string;
}

/** Installs a registry below a folder and starts it; anyone may publish. */
export async function startRegistry(folder: string): Promise<Registry> {
	await installFrom(new URL("./", import.meta.url), folder);
	const { stdout } = await npm(["config", "get", "registry"], folder);
	const config = join(folder, "config.yaml");
	writeFileSync(config, configOf(stdout.trim()));
	const program = join(folder, "node_modules/verdaccio/bin/verdaccio");
	const server = await startServer(
		folder,
		(port) => ({
			args: [program, "--config", config, "--listen", `127.0.0.1:${port}`],
		}),
		"/-/ping",
	);
	const { host } = new URL(server.url);
	return {
		...server,
		npmrc: `registry=${server.url}/\n//${host}/:_authToken=anyone\n`,
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

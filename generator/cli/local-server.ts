import type { ServerType } from "@hono/node-server";
import type { Env, Hono } from "hono";
import { UsageError } from "./exit.ts";

/** A server that was started. */
export interface RunningServer {
	/** `http://127.0.0.1:4010`, no slash at its end. */
	readonly url: string;
	/** Lets go of all connections. */
	readonly close: () => Promise<void>;
}

/** Where to listen. */
export interface Listening {
	/** A name or address of this machine. */
	readonly host: string;
	/** 0 for any that is free. */
	readonly port: number;
}

/** Serves an app over HTTP; rejects where the port cannot be had. */
export async function serveApp<E extends Env>(
	app: Hono<E>,
	listening: Listening,
): Promise<RunningServer> {
	const { server, port } = await listen(app, listening);
	const { host } = listening;
	return {
		url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				if ("closeAllConnections" in server) server.closeAllConnections();
			}),
	};
}

async function listen<E extends Env>(
	app: Hono<E>,
	{ host, port }: Listening,
): Promise<{ readonly server: ServerType; readonly port: number }> {
	const { serve } = await import("@hono/node-server");
	return new Promise((resolve, reject) => {
		const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
			resolve({ server, port: info.port }),
		);
		server.once("error", reject);
	});
}

/** Starts a server; that nothing can listen there is wrong use. */
export async function orRefuse(
	host: string,
	run: () => Promise<RunningServer>,
): Promise<RunningServer> {
	try {
		return await run();
	} catch (error) {
		const { code } = Object(error);
		if (
			code !== "EADDRINUSE" &&
			code !== "EACCES" &&
			code !== "EADDRNOTAVAIL" &&
			code !== "ENOTFOUND"
		)
			throw error;
		throw new UsageError({
			message: `Nothing can listen on ${host} at that port (${code})`,
			help: "Choose another with --port; 0 takes any that is free",
		});
	}
}

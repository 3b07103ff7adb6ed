import { getEventListeners, setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Client } from "../../generated/src/index.ts";
import { failingServer, maxResponseBytes } from "./failing-server.ts";

/** What is left when all calls have failed. */
export interface Leftovers {
	readonly calls: number;
	readonly requests: number;
	/** Calls that did not fail. */
	readonly successes: number;
	readonly errors: Readonly<Record<string, number>>;
	readonly unhandled: number;
	/** Warnings of the runtime. */
	readonly warnings: number;
	readonly sockets: number;
	/** Listeners on the one signal that all calls share. */
	readonly listeners: number;
	/** The most listeners that there were before a call of those in series. */
	readonly mostListeners: number;
	/** Bytes by which the heap grew from the first tenth of the calls in series to the end. */
	readonly growth: number;
}

/** Makes calls at once, and then one after another, of a server that fails every one of them. */
export async function soak(
	parallel: number,
	serial: number,
): Promise<Leftovers> {
	const noted = { unhandled: 0, warnings: 0 };
	const keepRejection = () => void noted.unhandled++;
	const keepWarning = () => void noted.warnings++;
	process.on("unhandledRejection", keepRejection);
	process.on("warning", keepWarning);
	const server = await failingServer();
	const { signal } = new AbortController();
	// One signal for a thousand calls at once is what this is about, and no leak.
	setMaxListeners(0, signal);
	const tunnels = tunnelsAt(server.url);
	const errors: Record<string, number> = {};
	let successes = 0;
	const one = async () => {
		const account = { account_id: "a" };
		const { ok, error } = (await tunnels
			.get("t1", account, { signal })
			.result()) as { ok: boolean; error?: Error };
		if (ok) successes++;
		else if (error) errors[error.name] = (errors[error.name] ?? 0) + 1;
	};

	await Promise.all(Array.from({ length: parallel }, one));
	let mostListeners = 0;
	let before = 0;
	for (let calls = 0; calls < serial; calls++) {
		if (calls === Math.ceil(serial / 10)) before = heap();
		mostListeners = Math.max(mostListeners, listenersOf(signal));
		await one();
	}
	const growth = heap() - before;
	for (let waits = 0; waits < 100 && (await server.sockets()) > 0; waits++)
		await sleep(100);
	const sockets = await server.sockets();
	process.off("unhandledRejection", keepRejection);
	process.off("warning", keepWarning);
	server.close();
	return {
		calls: parallel + serial,
		requests: server.requests(),
		successes,
		errors,
		...noted,
		sockets,
		listeners: listenersOf(signal),
		mostListeners,
		growth,
	};
}

function tunnelsAt(baseURL: string) {
	const client = new Client({
		apiToken: "token-of-the-soak",
		baseURL,
		logLevel: "off",
		maxResponseBytes,
		attemptTimeout: 50,
		maxRetries: 1,
		random: () => 0,
	});
	return client.magicTransit.ipsecTunnels;
}

function listenersOf(signal: AbortSignal): number {
	return getEventListeners(signal, "abort").length;
}

/** Bytes in use once everything that nobody holds is gone. */
function heap(): number {
	setFlagsFromString("--expose-gc");
	const collect: () => void = runInNewContext("gc");
	collect();
	collect();
	return process.memoryUsage().heapUsed;
}

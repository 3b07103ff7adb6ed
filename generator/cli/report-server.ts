import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { type RunningServer, serveApp } from "./local-server.ts";

/** A server that shows a page which changes. */
export interface ReportServer extends RunningServer {
	/** Shows this page from now on, also where an earlier one is open. */
	readonly show: (html: string) => void;
}

/** This machine alone. */
const host = "127.0.0.1";

/** Milliseconds after which a page that hears nothing is told that somebody is there. */
const heartbeat = 20_000;

/**
 * Serves a page to browsers on this machine, and `/events`, which says `show` when there is a new one. A request for another
 * host is refused: a page of somebody else's, whose name leads here, would read the docs with it (DNS rebinding).
 */
export async function serveReport(port: number): Promise<ReportServer> {
	const app = new Hono();
	const closing = new AbortController();
	const listeners = new Set<() => void>();
	let page = "";
	let hosts: readonly string[] = [];
	app.use(async (c, next) => {
		if (!hosts.includes(c.req.header("host") ?? ""))
			return c.text("This is not the host that you asked for\n", 421);
		const site = c.req.header("sec-fetch-site");
		const isOwn =
			site === undefined || site === "same-origin" || site === "none";
		if (!isOwn && c.req.header("sec-fetch-mode") !== "navigate")
			return c.text("Other pages may not read this\n", 403);
		await next();
		for (const [name, value] of headers) c.header(name, value);
		return undefined;
	});
	app.get("/", (c) => c.html(page));
	app.get("/events", (c) =>
		streamSSE(c, async (stream) => {
			const tell = (event: string) =>
				void stream.writeSSE({ event, data: "" }).catch(() => {});
			const show = () => tell("show");
			const alive = setInterval(tell, heartbeat, "here");
			listeners.add(show);
			tell("here");
			await new Promise<void>((end) => {
				stream.onAbort(end);
				closing.signal.addEventListener("abort", () => end());
			});
			clearInterval(alive);
			listeners.delete(show);
		}),
	);
	const server = await serveApp(app, { host, port });
	const own = new URL(server.url).port;
	hosts = [`${host}:${own}`, `localhost:${own}`];
	return {
		url: server.url,
		show(html) {
			page = html;
			for (const listener of listeners) listener();
		},
		close() {
			closing.abort();
			return server.close();
		},
	};
}

/** What the page cannot say of itself where it stands in its own text. */
const headers = [
	["cache-control", "no-store"],
	["content-security-policy", "frame-ancestors 'none'"],
	["cross-origin-opener-policy", "same-origin"],
	["cross-origin-resource-policy", "same-origin"],
	["referrer-policy", "no-referrer"],
	["x-content-type-options", "nosniff"],
] as const;

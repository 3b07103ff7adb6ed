import { createServer } from "node:net";
import { Client, type ClientOptions } from "../../generated/src/index.ts";
import { fakeClock } from "./clock.ts";

export const account = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
export const token = "token-of-the-test";

/** What every method of the sample's tunnels takes first or second. */
export const params = { account_id: account };

/** Where the tunnels of the account are. */
export const home = `/accounts/${account}/magic/ipsec_tunnels`;

/** The body of a success with this result. */
export function envelope(result: unknown): object {
	return { success: true, errors: [], messages: [], result };
}

/** A client of the sample that logs nothing, for a server at `baseURL`. */
export function clientOf(baseURL: string, options: ClientOptions = {}): Client {
	return new Client({
		apiToken: token,
		baseURL,
		logLevel: "off",
		...options,
	});
}

/** The methods of `clientOf`. */
export function tunnelsOf(baseURL: string, options?: ClientOptions) {
	return clientOf(baseURL, options).magicTransit.ipsecTunnels;
}

/** A request as a `fetch` of the test got it. */
export interface Sent {
	readonly url: string;
	readonly method: string;
	readonly headers: Headers;
	readonly body: unknown;
}

/** What such a `fetch` does: it gives a response, fails, or does what the function does. */
export type Answer =
	| Response
	| Error
	| ((init: RequestInit) => Promise<Response>);

/** A client whose requests are answered with `answers` in turn, the last of them for ever; time is no matter. */
export function scripted(
	answers: readonly Answer[] = [ok()],
	options: ClientOptions = {},
) {
	const sent: Sent[] = [];
	const clock = fakeClock();
	const client = clientOf("http://h", {
		timeout: 80_000,
		clock,
		random: () => 0.5,
		fetch: async (url, init = {}) => {
			const answer = answers[Math.min(sent.length, answers.length - 1)] ?? ok();
			const { method = "", headers, body } = init;
			sent.push({ url, method, headers: new Headers(headers), body });
			if (answer instanceof Error) throw answer;
			return typeof answer === "function" ? answer(init) : answer.clone();
		},
		...options,
	});
	const tunnels = client.magicTransit.ipsecTunnels;
	return { client, tunnels, sent, waits: clock.waits };
}

/** A success with an empty result. */
export function ok(): Response {
	return Response.json(envelope({}));
}

/** A failure with this status and an empty object in JSON. */
export function failing(
	status: number,
	headers: Readonly<Record<string, string>> = {},
): Response {
	return Response.json({}, { status, headers });
}

/** How a `fetch` fails whose connection did. */
export function connection(code: string): Error {
	return new TypeError("fetch failed", {
		cause: Object.assign(new Error(code), { code }),
	});
}

/** What a promise rejects with; it fails when the promise does not. */
export async function rejection(
	promise: PromiseLike<unknown>,
): Promise<unknown> {
	const outcome = await promise.then(
		() => undefined,
		(error: unknown) => ({ error }),
	);
	if (!outcome) throw new Error("it did not reject");
	return outcome.error;
}

/** A base URL of this machine that nobody answers at. */
export async function nowhere(): Promise<string> {
	const server = createServer();
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return `http://127.0.0.1:${typeof address === "object" && address?.port}`;
}

import { expect, test } from "vitest";
import {
	type CoreOptions,
	call,
	createCore,
	type Feature,
	type Operation,
	renewal,
	type Scheme,
	type Secret,
} from "../../templates/runtime/index.ts";

const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

const bearer: Scheme = [
	{ option: "apiToken", header: "authorization", prefix: "Bearer " },
];

/** A client of a server that knows one token, and the tokens that it was sent. */
function create(
	apiToken: Secret,
	known: string,
	more: CoreOptions = {},
	features: readonly Feature[] = [renewal],
) {
	const sent: (string | null)[] = [];
	const client = createCore(
		{ name: "Library", baseURL: "http://h", schemes: [bearer] },
		{
			random: () => 0,
			fetch: async (_url, init) => {
				const token = new Headers(init?.headers).get("authorization");
				sent.push(token);
				const status = token === `Bearer ${known}` ? 200 : 401;
				return Response.json({ message: `not ${token}` }, { status });
			},
			...more,
			...{ apiToken },
		},
		features,
	);
	return { client, sent };
}

test("a credential may come from a function, which is asked for each call", async () => {
	let asked = 0;
	const { client, sent } = create(async () => `token-${++asked}-long`, "none");
	await call(client, ping, undefined, undefined).result();
	expect(asked).toBe(2);
	expect(sent).toEqual(["Bearer token-1-long", "Bearer token-2-long"]);
});

test("it is told when what it gave was refused, and asked once more", async () => {
	const told: boolean[] = [];
	const { client, sent } = create((refused) => {
		told.push(refused);
		return refused ? "fresh-token" : "stale-token";
	}, "fresh-token");
	await call(client, ping, undefined, undefined);
	expect(told).toEqual([false, true]);
	expect(sent).toEqual(["Bearer stale-token", "Bearer fresh-token"]);
});

test("without the feature it is asked for each call and once", async () => {
	let asked = 0;
	const give = async () => `token-${++asked}-long`;
	const { client, sent } = create(give, "none", {}, []);
	await call(client, ping, undefined, undefined).result();
	await call(client, ping, undefined, undefined).result();
	expect(sent).toEqual(["Bearer token-1-long", "Bearer token-2-long"]);
});

test("a text that is refused is not sent again", async () => {
	const { client, sent } = create("stale-token", "fresh-token");
	await expect(call(client, ping, undefined, undefined)).rejects.toMatchObject({
		name: "AuthenticationError",
	});
	expect(sent).toHaveLength(1);
});

test("asking again takes its time from the call's once", async () => {
	let now = 0;
	const clock = {
		performance: { now: () => now },
		setTimeout: () => undefined,
		clearTimeout: () => {},
	};
	const left: number[] = [];
	const { client } = create(() => "stale-token", "fresh-token", {
		timeout: 100,
		maxRetries: 0,
		clock: {
			...clock,
			setTimeout: (callback, milliseconds) => {
				if (milliseconds === 0) queueMicrotask(callback);
				return left.push(milliseconds);
			},
		},
		middleware: [
			(request, next) => {
				now += 30;
				return next(request);
			},
		],
	});
	await call(client, ping, undefined, undefined).result();
	// Two attempts with a breath between them, and the body of the answer.
	expect(left).toEqual([100, 0, 70, 40]);
});

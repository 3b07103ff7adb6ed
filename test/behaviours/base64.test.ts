import { afterEach, expect, test, vi } from "vitest";
import { basic, call, createCore } from "../../templates/runtime/index.ts";

afterEach(() => vi.unstubAllGlobals());

/** An answer that is made and read without a `Buffer`, which Node's own are not. */
const nothing: Partial<Response> = {
	ok: true,
	status: 204,
	headers: new Headers(),
	text: async () => "",
};

/** What a client sends that authenticates with this name and this password. */
async function send(user: string, password: string): Promise<string | null> {
	let sent: string | null = null;
	const credentials = ["user", "password"].map((option) => ({
		option,
		header: "authorization",
		put: basic,
	}));
	const core = createCore(
		{
			name: "Library",
			baseURL: "http://h",
			schemes: [credentials],
		},
		{
			fetch: async (_, init) => {
				sent = new Headers(init?.headers).get("authorization");
				return nothing as Response;
			},
			...{ user, password },
		},
	);
	const ping = { name: "ping", method: "GET", path: ["/ping"] };
	await call(core, ping, undefined, undefined);
	return sent;
}

const texts = [
	["ann", "hello", "YW5uOmhlbGxv"],
	["ann", "a:b", "YW5uOmE6Yg=="],
	["ünï", "pässwörd", "w7xuw686cMOkc3N3w7ZyZA=="],
	["漢字", "👩‍🚀", "5ryi5a2XOvCfkanigI3wn5qA"],
] as const;

test.each(texts)("B88 %s and %s are written in base64", async (...given) => {
	const [user, password, text] = given;
	expect(await send(user, password)).toBe(`Basic ${text}`);
});

test("B90 base64 is the same without Buffer", async () => {
	vi.stubGlobal("Buffer", undefined);
	for (const [user, password, text] of texts)
		expect(await send(user, password)).toBe(`Basic ${text}`);
});

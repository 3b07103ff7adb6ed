import { afterEach, expect, test, vi } from "vitest";
import { fromBase64, toBase64 } from "../../generated/src/index.ts";
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

/** Bytes and what they are in base64; of the first text there are the test vectors of RFC 4648, section 10. */
const vectors: readonly (readonly [string, string])[] = [
	["", ""],
	["f", "Zg=="],
	["fo", "Zm8="],
	["foo", "Zm9v"],
	["foob", "Zm9vYg=="],
	["fooba", "Zm9vYmE="],
	["foobar", "Zm9vYmFy"],
	...texts.map(
		([user, password, text]) => [`${user}:${password}`, text] as const,
	),
];

function expectBase64(): void {
	for (const [text, base64] of vectors) {
		const bytes = new TextEncoder().encode(text);
		expect(toBase64(text)).toBe(base64);
		expect(toBase64(bytes)).toBe(base64);
		expect(fromBase64(base64)).toEqual(bytes);
	}
}

test("B88 text, bytes and nothing are written in base64", () => {
	expectBase64();
	const bytes = new Uint8Array([1, 251, 255, 191, 2]);
	expect(toBase64(bytes.subarray(1, 4))).toBe("+/+/");
	expect(toBase64(new DataView(bytes.buffer, 1, 3))).toBe("+/+/");
	expect(toBase64(bytes.buffer)).toBe("Afv/vwI=");
	expect([toBase64(undefined), toBase64(null)]).toEqual(["", ""]);
	const many = new Uint8Array(300_000).map((_, at) => at);
	expect(fromBase64(toBase64(many))).toEqual(many);
});

test("B89 base64 is read back, in the alphabet of URLs too", async () => {
	const bytes = new Uint8Array([251, 255, 191]);
	for (const text of ["+/+/", "-_-_", " +/\n+/ "])
		expect(fromBase64(text)).toEqual(bytes);
	expect(fromBase64("Zg")).toEqual(new Uint8Array([102]));
	for (const text of ["hunter2!", "Zg=", "Z"])
		expect(() => fromBase64(text)).toThrow(
			new TypeError("the text is not base64"),
		);
	expect(await new Blob([fromBase64("Zm9v")]).text()).toBe("foo");
});

test("B90 base64 is the same without Buffer", async () => {
	vi.stubGlobal("Buffer", undefined);
	for (const [user, password, text] of texts)
		expect(await send(user, password)).toBe(`Basic ${text}`);
	expectBase64();
});

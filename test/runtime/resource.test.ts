import { expect, test } from "vitest";
import type { ApiPromise } from "../../templates/runtime/api-promise.ts";
import {
	type ClientCore,
	createCore,
} from "../../templates/runtime/client-core.ts";
import { readText } from "../../templates/runtime/read-text.ts";
import {
	type ResourceClass,
	resource,
} from "../../templates/runtime/resource.ts";

interface Frames {
	weigh(options?: object): ApiPromise<string>;
}

interface Hives {
	readonly frames: Frames;
	get(id: string, params: object, options?: object): ApiPromise<unknown>;
}

const hives = resource<Hives>(
	"hives",
	JSON.stringify([
		{
			get: {
				method: "GET",
				path: ["/hives/", "id", ""],
				positional: "id",
				query: ["depth"],
			},
		},
		{
			frames: [
				{
					weigh: {
						method: "POST",
						path: ["/frames"],
						bare: true,
						read: "readText",
					},
				},
			],
		},
	]),
	{ readText },
);
const Hives: ResourceClass<Hives> = hives();
const Frames: ResourceClass<Frames> = hives("frames");

test("a method sends what its text describes, for the client of the resource", async () => {
	const options = { headers: { "x-bee": "1" } };
	await new Hives(clientOf("a")).get("h", { depth: 2 }, options);
	expect(sent.pop()).toBe("GET https://a.example/hives/h?depth=2 1");
	await new Hives(clientOf("b")).get("i", {});
	expect(sent.pop()).toBe("GET https://b.example/hives/i null");
});

test("a method without params takes its options first, and its answer is read by the function that it names", async () => {
	const options = { headers: { "x-bee": "2" } };
	const { frames } = new Hives(clientOf("a"));
	expect(await frames.weigh(options)).toBe('{"of":"a"}');
	expect(sent.pop()).toBe("POST https://a.example/frames 2");
});

test("errors name the method by its path", async () => {
	const found = new Hives(clientOf("a")).get("", {});
	await expect(found).rejects.toThrow("hives.get");
});

test("what hangs under a resource is made once, with the same client", async () => {
	const hives = new Hives(clientOf("a"));
	expect(hives.frames).toBe(hives.frames);
	expect(hives.frames).toBeInstanceOf(Frames);
	expect(await new Hives(clientOf("b")).frames.weigh()).toBe('{"of":"b"}');
});

test("it prints its name and neither the client nor its methods", () => {
	const hives = new Hives(clientOf("a"));
	expect(hives.constructor.name).toBe("hives");
	expect(Object.keys(hives)).toEqual([]);
	expect(JSON.stringify(hives)).toBe("{}");
});

test("a method without its resource says so", () => {
	const { get } = new Hives(clientOf("a"));
	expect(() => get("h", {})).toThrow("taken off its resource");
});

test("a method can be replaced, and its class extended", async () => {
	const hives = new Hives(clientOf("a"));
	const mine = hives.get("h", {});
	hives.get = () => mine;
	expect(hives.get("i", {})).toBe(mine);
	class Mine extends Hives {
		first(): ApiPromise<unknown> {
			return this.get("1", {});
		}
	}
	expect(await new Mine(clientOf("a")).first()).toEqual({ of: "a" });
	expect(await new Mine(clientOf("a")).frames.weigh()).toBe('{"of":"a"}');
});

test("a class is the same whoever asks for it first, and reads its text when it is made", async () => {
	expect(hives("frames")).toBe(Frames);
	expect(new Frames(clientOf("a")).constructor.name).toBe("hives.frames");
	expect(await new Frames(clientOf("a")).weigh()).toBe('{"of":"a"}');
	const Broken = resource("broken", "no JSON")();
	expect(() => new Broken(clientOf("a"))).toThrow(SyntaxError);
});

test("resources with a text of their own hang under another by their names", async () => {
	const Root = resource<{ readonly hives: Hives; ping(): ApiPromise<unknown> }>(
		"",
		'[{"ping":{"method":"GET","path":["/ping"],"bare":true}}]',
		{},
		() => ({ hives }),
	)();
	const root = new Root(clientOf("a"));
	expect(root.hives).toBeInstanceOf(Hives);
	expect(root.hives.frames).toBeInstanceOf(Frames);
	expect(await root.ping()).toEqual({ of: "a" });
	expect(sent.pop()).toBe("GET https://a.example/ping null");
});

test("what hangs under a resource may be called like a member of every object", () => {
	const Odd = resource<object>("odd", '[{},{"__proto__":[{}]}]')();
	const odd = new Odd(clientOf("a"));
	const child: object = Reflect.get(odd, "__proto__");
	expect(child.constructor.name).toBe("odd.__proto__");
});

test("a class is not called without new", () => {
	const call = Hives as unknown as (client: ClientCore) => void;
	expect(() => call(clientOf("a"))).toThrow(TypeError);
});

const sent: string[] = [];

function clientOf(name: string): ClientCore {
	return createCore(
		{ name: "Apiary", schemes: [] },
		{
			baseURL: `https://${name}.example`,
			async fetch(url, init) {
				const bee = new Headers(init?.headers).get("x-bee");
				sent.push(`${init?.method} ${url} ${bee}`);
				return Response.json({ of: name });
			},
		},
	);
}

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

const Frames: ResourceClass<Frames> = resource(
	"hives.frames",
	{
		weigh: JSON.stringify({
			method: "POST",
			path: ["/frames"],
			bare: true,
			read: "readText",
		}),
	},
	() => ({}),
	{ readText },
);

const Hives: ResourceClass<Hives> = resource(
	"hives",
	{
		get: JSON.stringify({
			method: "GET",
			path: ["/hives/", "id", ""],
			positional: "id",
			query: ["depth"],
		}),
	},
	() => ({ frames: Frames }),
);

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

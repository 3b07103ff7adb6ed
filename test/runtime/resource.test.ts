import { expect, test } from "vitest";
import {
	type ClientCore,
	createCore,
} from "../../templates/runtime/client-core.ts";
import {
	type ResourceClass,
	resource,
} from "../../templates/runtime/resource.ts";

interface Frames {
	weigh(frame: number): string;
}

interface Hives {
	readonly frames: Frames;
	get(id: string, options?: { readonly timeout: number }): string;
}

const Frames: ResourceClass<Frames> = resource("Frames", {
	weigh: (client, frame) => `${client.baseURL} ${frame}`,
});

const Hives: ResourceClass<Hives> = resource(
	"Hives",
	{ get: hiveGet },
	{ frames: Frames },
);

test("a method is its function with the client of the resource", () => {
	expect(new Hives(clientOf("a")).get("h", { timeout: 1 })).toBe(
		"https://a.example h 1",
	);
	expect(new Hives(clientOf("b")).get("h")).toBe(
		"https://b.example h undefined",
	);
});

test("what hangs under a resource is made once, with the same client", () => {
	const hives = new Hives(clientOf("a"));
	expect(hives.frames).toBe(hives.frames);
	expect(hives.frames).toBeInstanceOf(Frames);
	expect(hives.frames.weigh(3)).toBe("https://a.example 3");
	expect(new Hives(clientOf("b")).frames.weigh(3)).toBe("https://b.example 3");
});

test("it prints its name and neither the client nor its methods", () => {
	const hives = new Hives(clientOf("a"));
	expect(hives.constructor.name).toBe("Hives");
	expect(Object.keys(hives)).toEqual([]);
	expect(JSON.stringify(hives)).toBe("{}");
});

test("a method without its resource says so", () => {
	const { get } = new Hives(clientOf("a"));
	expect(() => get("h")).toThrow("taken off its resource");
});

test("a method can be replaced, and its class extended", () => {
	const hives = new Hives(clientOf("a"));
	hives.get = () => "mine";
	expect(hives.get("h")).toBe("mine");
	class Mine extends Hives {
		first(): string {
			return this.get("1");
		}
	}
	expect(new Mine(clientOf("a")).first()).toBe("https://a.example 1 undefined");
	expect(new Mine(clientOf("a")).frames.weigh(1)).toBe("https://a.example 1");
});

function hiveGet(
	client: ClientCore,
	id: string,
	options?: { readonly timeout: number },
): string {
	return `${client.baseURL} ${id} ${options?.timeout}`;
}

function clientOf(name: string): ClientCore {
	return createCore(
		{ name: "Apiary", schemes: [] },
		{ baseURL: `https://${name}.example` },
	);
}

import { expect, expectTypeOf, onTestFinished, test } from "vitest";
import {
	ApiPromise,
	call,
	type Operation,
} from "../../templates/runtime/index.ts";
import { answer, getBook, open, serve } from "./server.ts";

interface Book {
	readonly title: string;
}

const envelope = { success: true, errors: [], result: { title: "Emma" } };

async function book(value: unknown = envelope, status = 200) {
	const { url, received } = await serve(answer(value, status));
	return {
		received,
		// In an object, since an async function would wait for it.
		get: () => call<Book>(open(url), getBook, "b1", {}),
	};
}

test("its types are the data's", () => {
	const promise = () => call<Book>(open("http://h"), getBook, "b1", {});
	expectTypeOf(promise).returns.toEqualTypeOf<ApiPromise<Book>>();
	expectTypeOf(promise).returns.resolves.toEqualTypeOf<Book>();
	expectTypeOf(promise).returns.toExtend<Promise<Book>>();
	expectTypeOf<
		ApiPromise<Book>["asResponse"]
	>().returns.resolves.toEqualTypeOf<Response>();
	expectTypeOf<
		ApiPromise<Book>["withResponse"]
	>().returns.resolves.toEqualTypeOf<{
		readonly data: Book;
		readonly response: Response;
	}>();
	expectTypeOf<ApiPromise<undefined>>().resolves.toBeUndefined();
});

test("behaviour 91: asResponse is a Response, what is awaited is not", async () => {
	const { get } = await book();
	const response = await get().asResponse();
	expect(response).toBeInstanceOf(Response);
	expect(response.bodyUsed).toBe(false);
	expect(await response.json()).toEqual(envelope);
	expect(await get()).not.toBeInstanceOf(Response);
});

test("behaviour 92: withResponse has the data and the response of the other two", async () => {
	const { get, received } = await book();
	const promise = get();
	const response = await promise.asResponse();
	const data = await promise;
	const both = await promise.withResponse();
	expect(both.data).toBe(data);
	expect(both.response).toBe(response);
	expect(await promise).toBe(data);
	expect(received).toHaveLength(1);
});

test("behaviour 47: asResponse of another call is one more request", async () => {
	const { get, received } = await book();
	await get();
	const text = await (await get().asResponse()).text();
	expect(text).toBe(JSON.stringify(envelope));
	expect(received).toHaveLength(2);
});

test("it is a promise in every way", async () => {
	const { get } = await book();
	const promise = get();
	expect(promise).toBeInstanceOf(Promise);
	expect(promise).toBeInstanceOf(ApiPromise);
	expect(await promise.then(({ title }) => title)).toBe("Emma");
	expect(await promise.catch(() => "not reached")).toEqual({ title: "Emma" });
	let ran = false;
	expect(
		await promise.finally(() => {
			ran = true;
		}),
	).toEqual({ title: "Emma" });
	expect(ran).toBe(true);
	expect(await Promise.all([promise, 1])).toEqual([{ title: "Emma" }, 1]);
	expect(await Promise.race([promise])).toEqual({ title: "Emma" });
});

test("a request is sent although nobody waits for it", async () => {
	const { get, received } = await book();
	void get();
	await expect.poll(() => received.length).toBe(1);
});

test.each([
	["a status", envelope, 500],
	["a bad argument", envelope, 200],
])(
	"no rejection is unhandled when only one way is used: %s",
	async (kind, value, status) => {
		const unhandled: unknown[] = [];
		const keep = (reason: unknown) => unhandled.push(reason);
		process.on("unhandledRejection", keep);
		onTestFinished(() => void process.off("unhandledRejection", keep));
		const { url } = await serve(answer(value, status));
		const operation: Operation =
			kind === "a status"
				? getBook
				: { ...getBook, path: ["/", "missing", ""] };
		const start = () => call<Book>(open(url), operation, "b1", {});
		const ways: readonly (() => Promise<unknown>)[] = [
			() => start().asResponse(),
			() => start().withResponse(),
			() => start().then(),
			() => start().catch((error) => Promise.reject(error)),
			() => start().finally(() => {}),
		];
		for (const way of ways) await expect(way()).rejects.toBeInstanceOf(Error);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(unhandled).toEqual([]);
	},
);

test("asResponse rejects for a status that is no success, and not for what a body says", async () => {
	const failed = await book({ success: false }, 404);
	await expect(failed.get().asResponse()).rejects.toMatchObject({
		name: "NotFoundError",
		status: 404,
	});
	const said = await book({ success: false });
	expect((await said.get().asResponse()).status).toBe(200);
	await expect(said.get()).rejects.toMatchObject({ status: 200 });
});

test("data that is asked for after the body was read elsewhere is an error", async () => {
	const { get } = await book();
	const promise = get();
	await (await promise.asResponse()).text();
	await expect(promise).rejects.toMatchObject({ name: "ApiConnectionError" });
});

import { expect, expectTypeOf, test } from "vitest";
import { ApiPromise, call } from "../../templates/runtime/index.ts";
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

import { expect, expectTypeOf, test } from "vitest";
import {
	ApiArgumentError,
	type ApiError,
	type ApiResult,
	call,
	NotFoundError,
} from "../../templates/runtime/index.ts";
import { answer, getBook, open, serve } from "./server.ts";

interface Book {
	readonly title: string;
}

test("a success is its data", async () => {
	const { url } = await serve(
		answer({ success: true, result: { title: "E" } }),
	);
	const result = await call<Book>(open(url), getBook, "b1", {}).result();
	expectTypeOf(result).toEqualTypeOf<ApiResult<Book, ApiError>>();
	expect(result).toEqual({ ok: true, data: { title: "E" } });
	if (result.ok) expectTypeOf(result.data).toEqualTypeOf<Book>();
	else expectTypeOf(result.error).toEqualTypeOf<ApiError>();
});

test("a failure is its error, whatever went wrong", async () => {
	const { url } = await serve(answer({ success: false }, 404));
	const missing = await call<Book>(open(url), getBook, "b1", {}).result();
	expect(!missing.ok && missing.error).toBeInstanceOf(NotFoundError);
	const refused = await call<Book>(open(url), getBook, "..", {}).result();
	expect(!refused.ok && refused.error).toBeInstanceOf(ApiArgumentError);
});

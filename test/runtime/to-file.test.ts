import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { toFile } from "../../templates/runtime/index.ts";

test("B80 what no file can be made of is described, its values are not", async () => {
	class Letter {
		text = "secret";
	}
	// @ts-expect-error an object is no file
	await expect(toFile({ foo: "secret", bar: 1 })).rejects.toThrow(
		new TypeError(
			'no file can be made of object; constructor: Object; props: ["foo","bar"]',
		),
	);
	// @ts-expect-error nor is a letter
	await expect(toFile(new Letter())).rejects.toThrow(
		'object; constructor: Letter; props: ["text"]',
	);
	for (const nothing of [undefined, null, 7])
		await expect(toFile(nothing as never)).rejects.toThrow(TypeError);
});

test("B81 a string is refused by the types and taken when it comes", async () => {
	// @ts-expect-error a string may as well be a path
	const file = await toFile("dots", "a.txt");
	expect([file.name, await file.text()]).toEqual(["a.txt", "dots"]);
});

test("B82 the name of a response is the last segment of its URL", async () => {
	const at = (url: string) =>
		Object.defineProperty(new Response("dots"), "url", { value: url });
	expect((await toFile(at("https://h/a/b.png?c=d/e#f"))).name).toBe("b.png");
	expect((await toFile(at("https://h/"))).name).toBe("file");
	expect((await toFile(new Response("dots"))).name).toBe("file");
	const typed = new Response("x", { headers: { "content-type": "image/png" } });
	expect((await toFile(typed)).type).toBe("image/png");
});

test("B83 a file's name stays, also with another type", async () => {
	const file = new File(["dots"], "a.png");
	const typed = await toFile(file, undefined, { type: "image/png" });
	expect([typed.name, typed.type, await typed.text()]).toEqual([
		"a.png",
		"image/png",
		"dots",
	]);
	const named = await toFile(typed, "b.png");
	expect([named.name, named.type]).toEqual(["b.png", "image/png"]);
});

test("B84 the name of a file that is being read is that of its path", async () => {
	const folder = mkdtempSync(join(tmpdir(), "files-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const path = join(folder, "what?.txt");
	writeFileSync(path, "buzz");
	for (const given of [path, Buffer.from(path)]) {
		const file = await toFile(createReadStream(given));
		expect([file.name, await file.text()]).toEqual(["what?.txt", "buzz"]);
	}
});

test("B85 a file is itself", async () => {
	const file = new File(["dots"], "a.png", { type: "image/png" });
	expect(await toFile(file)).toBe(file);
	expect(await toFile(Promise.resolve(file))).toBe(file);
});

test("B86 the result is a file and a blob", async () => {
	const file: File = await toFile(new Uint8Array([97]), "a");
	const blob: Blob = file;
	expect(await blob.text()).toBe("a");
});

test("B87 where there are no files, it says so", async () => {
	vi.stubGlobal("File", undefined);
	onTestFinished(() => void vi.unstubAllGlobals());
	await expect(toFile(new Blob(["a"]))).rejects.toThrow("File is not defined");
});

test("a stream that fails is a failure", async () => {
	async function* broken() {
		yield "a";
		throw new Error("torn");
	}
	await expect(toFile(broken())).rejects.toThrow("torn");
});
